import type { ReplayRow } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './replay.module.css'
import { ReplayPlayer } from './replay-player.tsx'
import { replayQuery } from './use-watched.ts'

/** The movement of one person's sets, played again: pick a session and a set, and another date of the same exercise beside it. */
export function ReplayPage() {
  const { id = '', session = '' }: { id?: string; session?: string } = useParams({ strict: false })
  const list = useQuery({
    queryKey: ['replays', id],
    queryFn: ({ signal }) => call('replays', { params: { id }, signal }),
  })
  return (
    <div className={styles['page']}>
      <p>
        <Link to="/patients/$id" params={{ id }}>
          <Trans>← The patient</Trans>
        </Link>
      </p>
      <h1>
        <Trans>How they moved</Trans>
      </h1>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data &&
        (list.data.replays.length === 0 ? (
          <p>
            <Trans>
              No movement is kept of this person. They have not agreed to it, have taken it back, or no set
              was counted by the camera since.
            </Trans>
          </p>
        ) : (
          <Replays id={id} session={session} rows={list.data.replays} />
        ))}
    </div>
  )
}

type ReplaysProps = { id: string; session: string; rows: readonly ReplayRow[] }

function Replays({ id, session, rows }: ReplaysProps) {
  const { t } = useLingui()
  const first = rows.find(({ sessionId }) => sessionId === session) ?? rows[0]
  const [chosen, choose] = useState(first?.id ?? '')
  const [beside, compare] = useState('')
  const row = rows.find((one) => one.id === chosen)
  const others = rows.filter((one) => one.exerciseId === row?.exerciseId && one.sessionId !== row?.sessionId)
  const besideNow = others.some((one) => one.id === beside) ? beside : ''
  const shown = useQuery(replayQuery(id, chosen))
  const other = useQuery(replayQuery(id, besideNow))
  const name = shown.data?.kept.exercise?.name ?? row?.exerciseId
  return (
    <>
      {rows.every(({ sessionId }) => sessionId !== session) && (
        <p className={styles['quiet']}>
          <Trans>No movement is kept of the session that you came from; this is the latest.</Trans>
        </p>
      )}
      <div className={styles['pick']}>
        <Pick label={t`Session and set`} value={chosen} onChange={choose} rows={rows} />
        <Pick
          label={t`Compare with another date`}
          value={besideNow}
          onChange={compare}
          rows={others}
          none={others.length === 0 ? t`no other date of this exercise` : t`none`}
        />
      </div>
      <h2>{name}</h2>
      {shown.error && <ErrorNote error={shown.error} onRetry={() => void shown.refetch()} />}
      {other.error && <ErrorNote error={other.error} onRetry={() => void other.refetch()} />}
      {shown.isPending && <Waiting />}
      {shown.data && (
        <ReplayPlayer
          key={chosen}
          shown={shown.data}
          other={besideNow === '' ? null : (other.data ?? null)}
        />
      )}
    </>
  )
}

type PickProps = {
  label: string
  value: string
  onChange: (id: string) => void
  rows: readonly ReplayRow[]
  none?: string
}

function Pick({ label, value, onChange, rows, none }: PickProps) {
  const { t, i18n } = useLingui()
  const id = useId()
  const wordsOf = ({ doneAt, set, exerciseId, reps }: ReplayRow) => {
    const date = shortMomentOf(doneAt, i18n.locale)
    const number = set + 1
    return `${date} · ${t`set ${number}`} · ${exerciseId} · ${t`${reps} repetitions`}`
  }
  return (
    <label htmlFor={id}>
      {label}
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {rows.map((row) => (
          <option key={row.id} value={row.id}>
            {wordsOf(row)}
          </option>
        ))}
      </select>
    </label>
  )
}
