import type { GoalWeek } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Card } from '../../ui/card.tsx'
import { Ring } from '../../ui/ring.tsx'
import styles from './calendar.module.css'

/** How this week goes by what the plan asks for. Nothing is carried over from another one, and no days in a row are counted. */
export function GoalCard({ week }: { week: GoalWeek }) {
  const { t } = useLingui()
  const { goal, done, kept } = week
  if (goal === 0) return null
  const counted = done + kept
  const label = t`${counted} of ${goal} this week`
  return (
    <Card label={t`This week`} className={styles['goal']}>
      <div className={styles['ring']}>
        <Ring share={counted / goal} value={`${counted}/${goal}`} label={label} look="work" />
      </div>
      <div>
        <h2>{counted >= goal ? <Trans>Your week is full</Trans> : <Trans>This week</Trans>}</h2>
        <p>
          <Plural value={done} one="# session done" other="# sessions done" />
          {kept > 0 && (
            <>
              {' · '}
              <Plural value={kept} one="# day of rest that counts" other="# days of rest that count" />
            </>
          )}
        </p>
        <p className={styles['soft']}>
          {counted >= goal ? (
            <Trans>Anything more is up to you.</Trans>
          ) : (
            <Trans>Each week begins anew. What you leave out is not owed.</Trans>
          )}
        </p>
      </div>
    </Card>
  )
}
