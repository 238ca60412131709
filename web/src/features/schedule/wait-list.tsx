import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { shortMomentOf } from '../../lib/time.ts'
import styles from './schedule.module.css'

/** Who waits for a gap, the longest waiting first. */
export function WaitList() {
  const { i18n } = useLingui()
  const { data } = useQuery({
    queryKey: ['schedule', 'waits'],
    queryFn: ({ signal }) => call('deskWaits', { signal }),
    refetchInterval: pollEvery(30_000),
  })
  return (
    <section className={styles['waits']} aria-labelledby="wait-list">
      <h2 id="wait-list">
        <Trans>Wait list</Trans>
      </h2>
      {data?.waits.length === 0 && (
        <p className={styles['soft']}>
          <Trans>Nobody waits for a gap.</Trans>
        </p>
      )}
      <ol>
        {data?.waits.map((wait) => (
          <li key={wait.id}>
            <strong>{wait.who}</strong> {wait.typeName}
            {wait.staffName && ` · ${wait.staffName}`}
            <span className={styles['soft']}>
              {' '}
              {wait.offeredUntil ? (
                <Trans>offered until {shortMomentOf(wait.offeredUntil, i18n.locale)}</Trans>
              ) : (
                <Trans>waits since {shortMomentOf(wait.since, i18n.locale)}</Trans>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
