import type { Dosage } from '@dorsal/care'
import type { I18n } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'

/** A dosage as one says it: "2 sets of 8, each side, hold 5 seconds · 5 days a week". */
export function dosageWords(dosage: Dosage, i18n: I18n): string {
  const { sets, reps, holdSeconds, durationSeconds, perSide, daysPerWeek, timesPerDay } = dosage
  const minutes = durationSeconds === null ? 0 : Math.round(durationSeconds / 60)
  const work =
    durationSeconds !== null
      ? durationSeconds >= 90
        ? i18n._(msg`${plural(minutes, { one: '# minute', other: '# minutes' })}`)
        : i18n._(msg`${durationSeconds} seconds`)
      : reps !== null
        ? i18n._(msg`${plural(reps, { one: '# repetition', other: '# repetitions' })}`)
        : null
  const parts = [
    work && (sets > 1 ? i18n._(msg`${sets} sets of ${work}`) : work),
    perSide ? i18n._(msg`each side`) : null,
    holdSeconds > 0 && durationSeconds === null ? i18n._(msg`hold ${holdSeconds} seconds`) : null,
  ].filter((part) => part !== null)
  const often = [
    timesPerDay > 1 ? i18n._(msg`${timesPerDay} times a day`) : null,
    i18n._(msg`${plural(daysPerWeek, { one: '# day a week', other: '# days a week' })}`),
  ].filter((part) => part !== null)
  return [parts.join(', '), often.join(', ')].filter((part) => part !== '').join(' · ')
}
