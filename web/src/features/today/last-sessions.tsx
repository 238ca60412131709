import type { Me } from '@dorsal/care'
import { Plural, Trans } from '@lingui/react/macro'
import { dayOf } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import styles from './today-page.module.css'

const SHOWN = 5

/** The last sessions, newest first, as plain lines: when, how much, pain before and after. No streaks, no scores. */
export function LastSessions({ history }: { history: Me['history'] }) {
  const newest = [...history].sort((a, b) => b.report.endedAt.localeCompare(a.report.endedAt)).slice(0, SHOWN)
  return (
    <Card>
      <h2>
        <Trans>Your last sessions</Trans>
      </h2>
      {newest.length === 0 ? (
        <p>
          <Trans>None yet. They will be listed here.</Trans>
        </p>
      ) : (
        <ul className={styles['sessions']}>
          {newest.map(({ report }) => {
            const before = report.before.pain
            const after = report.painAfter
            return (
              <li key={report.id}>
                <strong>{dayOf(report.endedAt)}</strong>
                <span>
                  <Plural value={report.sets.length} one="# set" other="# sets" />
                  {' · '}
                  {after === null ? (
                    <Trans>pain {before} before</Trans>
                  ) : (
                    <Trans>
                      pain {before} before, {after} after
                    </Trans>
                  )}
                  {report.stop && (
                    <>
                      {' · '}
                      <Trans>ended early</Trans>
                    </>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
