import type { TrailLine } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { trailWords } from '../../ui/trail-words.ts'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './clinic.module.css'
import { Openings } from './openings.tsx'
import { TrailHeadCard } from './trail-head.tsx'

const KINDS: Readonly<Record<TrailLine['kind'], MessageDescriptor>> = {
  patient: msg`the person`,
  staff: msg`staff`,
  caregiver: msg`a caregiver`,
  helper: msg`a link`,
  'api-key': msg`a program`,
  system: msg`the system`,
}

function Line({ line }: { line: TrailLine }) {
  const { i18n } = useLingui()
  return (
    <tr>
      <td>{shortMomentOf(line.at, i18n.locale)}</td>
      <th scope="row">{line.by ?? i18n._(KINDS[line.kind])}</th>
      <td className={styles['words']}>
        {i18n._(trailWords(line.what))} <span className={styles['soft']}>{line.what}</span>
        {line.outcome === 'refused' && (
          <>
            {' '}
            <strong>
              <Trans>was refused</Trans>
            </strong>
          </>
        )}
      </td>
      <td className={styles['words']}>
        {line.about === null && line.listed > 0 ? (
          <Plural value={line.listed} one="one person in a list" other="# people in a list" />
        ) : (
          (line.about?.label ?? '–')
        )}
      </td>
      <td>{line.sealed ? <Trans>sealed</Trans> : <Trans>waits</Trans>}</td>
    </tr>
  )
}

function Lines() {
  const trail = useInfiniteQuery({
    queryKey: ['trail'],
    queryFn: ({ pageParam, signal }) =>
      pageParam === null
        ? call('trail', { signal })
        : call('trailBefore', { params: { id: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ older }) => older,
  })
  if (trail.isPending) return <Waiting />
  if (!trail.data) return <ErrorNote error={trail.error} onRetry={() => void trail.refetch()} />
  return (
    <>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>When</Trans>
              </th>
              <th scope="col">
                <Trans>Who</Trans>
              </th>
              <th scope="col">
                <Trans>What</Trans>
              </th>
              <th scope="col">
                <Trans>Whose record</Trans>
              </th>
              <th scope="col">
                <Trans>Seal</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {trail.data.pages.flatMap(({ lines }) => lines.map((line) => <Line key={line.id} line={line} />))}
          </tbody>
        </table>
      </div>
      {trail.hasNextPage && (
        <div>
          <Button look="plain" disabled={trail.isFetching} onClick={() => void trail.fetchNextPage()}>
            <Trans>Show older ones</Trans>
          </Button>
        </div>
      )}
    </>
  )
}

/** Who looked at whose record or changed it, and whether the trail is whole. */
export function TrailPage() {
  const { t } = useLingui()
  return (
    <>
      <title>{`${t`Who looked`} · Dorsal`}</title>
      <h1>
        <Trans>Who looked</Trans>
      </h1>
      <Openings />
      <TrailHeadCard />
      <Lines />
    </>
  )
}
