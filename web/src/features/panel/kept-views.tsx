import type { SavedView } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './panel-page.module.css'
import type { Look } from './use-panel.ts'

type Props = {
  views: readonly SavedView[]
  look: Look
  onLook: (part: Partial<Look>) => void
  onChanged: () => void
}

const same = ({ filter }: SavedView, { reasons, whose, phase }: Look): boolean =>
  JSON.stringify(filter) === JSON.stringify({ reasons, whose, phase })

/** The views that one keeps: to choose, to keep the present one under a name, to make one the first, to drop one. */
export function KeptViews({ views, look, onLook, onChanged }: Props) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const { busy, failed, run } = useDoing()
  const current = views.find((view) => same(view, look))
  const doing = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work()
      onChanged()
    })
  return (
    <details className={styles['views']}>
      <summary>
        <Trans>Views</Trans>
        {current ? `: ${current.name}` : ''}
      </summary>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <Button
              look="plain"
              aria-pressed={view === current}
              onClick={() => onLook({ ...view.filter, name: '' })}
            >
              {view.name}
            </Button>
            <Button
              look="quiet"
              disabled={busy}
              aria-pressed={view.first}
              onClick={() =>
                doing(() =>
                  call('keepView', {
                    params: { id: view.id },
                    body: { name: view.name, filter: view.filter, first: !view.first },
                  }),
                )
              }
            >
              {view.first ? <Trans>Opens first</Trans> : <Trans>Open with this</Trans>}
            </Button>
            <Button
              look="quiet"
              disabled={busy}
              aria-label={t`Drop the view ${view.name}`}
              onClick={() => doing(() => call('dropView', { params: { id: view.id } }))}
            >
              <Trans>Drop</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles['fields']}
        onSubmit={(event) => {
          event.preventDefault()
          const { reasons, whose, phase } = look
          const body = { name: name.trim(), first: false, filter: { reasons, whose, phase } }
          doing(async () => {
            await call('keepView', { params: { id: newId() }, body })
            setName('')
          })
        }}
      >
        <label>
          <Trans>Keep what is shown now as</Trans>
          <input value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />
        </label>
        <Button type="submit" look="plain" disabled={busy || name.trim() === ''}>
          <Trans>Keep</Trans>
        </Button>
      </form>
      {failed ? <ErrorNote error={failed} /> : null}
    </details>
  )
}
