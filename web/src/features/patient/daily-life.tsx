import { dailySums, type PatientRecord } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { wordsOf } from '../../lib/texts.ts'
import { nowInstant, shortMomentOf } from '../../lib/time.ts'
import { DAILY_NAMES, dailyWords } from '../../ui/daily-words.ts'
import styles from './patient-page.module.css'

/** Small timed things of daily life: sums of a week and of four, and what was stopped for a symptom. They count towards no dose. */
export function DailyLife({ record }: { record: PatientRecord }) {
  const { i18n, t } = useLingui()
  if (record.daily.length === 0) return null
  const now = nowInstant()
  const stopped = record.daily.filter(({ stop }) => stop !== null)
  const line = (days: number) =>
    dailySums(record.daily, now, days)
      .map((sum) =>
        sum.worse > 0 ? `${dailyWords(sum)}, ${t`${sum.worse} × worse after`}` : dailyWords(sum),
      )
      .join(' · ')
  return (
    <section aria-labelledby="daily" className={styles['block']}>
      <h2 id="daily">
        <Trans>Daily life</Trans>
      </h2>
      <p className={styles['quiet']}>
        <Trans>Timed by the person. Not part of the sessions: no dose goes by it.</Trans>
      </p>
      <ul>
        <li>
          <Trans>Last 7 days:</Trans> {line(7) || <Trans>nothing</Trans>}
        </li>
        <li>
          <Trans>Last 28 days:</Trans> {line(28) || <Trans>nothing</Trans>}
        </li>
        {stopped.toReversed().map(({ id, at, kind, stop }) => (
          <li key={id}>
            ■ {shortMomentOf(at, i18n.locale)}, {i18n._(DAILY_NAMES[kind])}:{' '}
            <Trans>stopped: {wordsOf(record.texts, stop?.rule ?? '')}</Trans>
          </li>
        ))}
      </ul>
    </section>
  )
}
