import type { CoverageEntry } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { COVERAGE_KIND_WORDS } from '../../ui/coverage-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './coverage.module.css'

type Props = { entry: CoverageEntry; onEdit: () => void; onChanged: () => void }

export function EntryRow({ entry, onEdit, onChanged }: Props) {
  const { i18n } = useLingui()
  const [sure, setSure] = useState(false)
  const { busy, failed, run } = useDoing()
  const { id, name, aliases, note, pays } = entry
  const drop = () =>
    run(async () => {
      await call('dropCoverage', { params: { id } })
      onChanged()
    })
  return (
    <article className={styles['row']} aria-label={name}>
      <div>
        <h2>{name}</h2>
        <p className={styles['soft']}>
          {i18n._(COVERAGE_KIND_WORDS[entry.kind])}
          {aliases.length > 0 && ` · ${aliases.join(' · ')}`}
        </p>
        {entry.state === 'ended' && (
          <p>
            <strong>
              <Trans>Not accepted any more</Trans>
            </strong>
          </p>
        )}
      </div>
      <div>
        <p>{note}</p>
        <p>{pays}</p>
      </div>
      <div className={styles['tools']}>
        <Button look="plain" onClick={onEdit}>
          <Trans>Change</Trans>
          <span className="visually-hidden"> {name}</span>
        </Button>
        {sure ? (
          <Button look="danger" disabled={busy} onClick={() => void drop()}>
            <Trans>Yes, take it off</Trans>
            <span className="visually-hidden"> {name}</span>
          </Button>
        ) : (
          <Button look="quiet" onClick={() => setSure(true)}>
            <Trans>Take off the list</Trans>
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </div>
      {failed ? <ErrorNote error={failed} /> : null}
    </article>
  )
}
