import type { WeekDone } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import styles from './trend-chart.module.css'

const SHOWN = 8

function Filled({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" className={styles['done']}>
      <rect y={1 - share} width={1} height={share} />
    </svg>
  )
}

/** Sessions of each week as filling columns against what the plan asks for; a week without any is simply empty. */
export function WeeksChart({
  weeks,
  perWeek,
  title,
}: {
  weeks: readonly WeekDone[]
  perWeek: number
  title: string
}) {
  const { t } = useLingui()
  return (
    <figure className={styles['figure']}>
      <figcaption>
        {title} <span className={styles['unit']}>{t`(the plan: about ${perWeek})`}</span>
      </figcaption>
      <ol className={styles['weeks']}>
        {weeks.slice(-SHOWN).map(({ week, done, running }) => (
          <li key={week} className={styles['week']}>
            <strong>{done}</strong>
            <span className={styles['column']} aria-hidden="true">
              <Filled share={perWeek === 0 ? 0 : Math.min(1, done / perWeek)} />
            </span>
            <span>{running ? <Trans>this week</Trans> : <Trans>week {week}</Trans>}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
