import type { ReplayRow } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page, Stack } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { OwnPlayer } from './own-player.tsx'
import styles from './replay.module.css'
import { ownReplayQuery } from './use-watched.ts'

/** The person's own sets, watched again: what the camera made of them, in plain words, and no judgement. */
export function OwnReplayPage() {
  const { t } = useLingui()
  const list = useQuery({
    queryKey: ['my-replays', 'watch'],
    queryFn: ({ signal }) => call('myReplays', { signal }),
  })
  const rows = list.data?.replays ?? []
  return (
    <Page
      title={t`Watch a set again`}
      lead={<Trans>You as lines, as the camera saw you. No picture of you was kept.</Trans>}
    >
      {list.isPending ? (
        <Waiting />
      ) : list.data === undefined ? (
        <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <p>
          <Trans>
            There is nothing to watch yet. If you agree to keeping how you move, on the privacy page, a set
            that the camera counts appears here.
          </Trans>
        </p>
      ) : (
        <Sets rows={rows} />
      )}
      <Actions>
        <Link to="/progress" className={buttonClass('main', true)}>
          <Trans>Back to your progress</Trans>
        </Link>
        <Link to="/privacy" hash="movement" className={buttonClass('plain', true)}>
          <Trans>What is kept of it</Trans>
        </Link>
      </Actions>
    </Page>
  )
}

function Sets({ rows }: { rows: readonly ReplayRow[] }) {
  const { t, i18n } = useLingui()
  const id = useId()
  const [chosen, choose] = useState(rows[0]?.id ?? '')
  const shown = useQuery(ownReplayQuery(chosen))
  const wordsOf = ({ doneAt, set, reps }: ReplayRow) => {
    const number = set + 1
    return `${shortMomentOf(doneAt, i18n.locale)} · ${t`set ${number}`} · ${t`${reps} repetitions`}`
  }
  return (
    <Stack>
      <div className={styles['pick']}>
        <label htmlFor={id}>
          <Trans>Which set</Trans>
          <select id={id} value={chosen} onChange={(event) => choose(event.target.value)}>
            {rows.map((row) => (
              <option key={row.id} value={row.id}>
                {wordsOf(row)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown.error && <ErrorNote error={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.isPending && <Waiting />}
      {shown.data && <OwnPlayer key={chosen} shown={shown.data} />}
    </Stack>
  )
}
