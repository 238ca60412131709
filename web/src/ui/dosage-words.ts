import { type Dosage, isRelief, type PlanItem } from '@dorsal/care'
import type { I18n } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'

/** What is done in one go: "2 sets of 8 repetitions, each side, hold 5 seconds". */
export function doseWords(dosage: Dosage, i18n: I18n): string {
  const { sets, reps, holdSeconds, durationSeconds, perSide } = dosage
  const minutes = durationSeconds === null ? 0 : Math.round(durationSeconds / 60)
  const work =
    durationSeconds !== null
      ? durationSeconds >= 120
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
  return parts.join(', ')
}

function oftenWords({ timesPerDay, daysPerWeek }: Dosage, i18n: I18n): string {
  const days =
    daysPerWeek === 7
      ? i18n._(msg`every day`)
      : i18n._(msg`${plural(daysPerWeek, { one: '# day a week', other: '# days a week' })}`)
  return timesPerDay > 1 ? `${i18n._(msg`${timesPerDay} times a day`)}, ${days}` : days
}

/** A habit: what is done in one go, and how often. */
export function habitWords(dosage: Dosage, i18n: I18n): string {
  return `${doseWords(dosage, i18n)}, ${oftenWords(dosage, i18n)}`
}

/**
 * What one line of a plan asks for, and where: a guided exercise is done in the session and nowhere else, a habit beside it, and what
 * gives relief only when it is wanted. Null for a line without a dose.
 */
export function askedWords(item: PlanItem, i18n: I18n): string | null {
  if (item.dosage === null) return null
  const dose = doseWords(item.dosage, i18n)
  // A short session has fewer sets of it.
  if (item.kind === 'exercise')
    return item.dosage.sets > 1
      ? i18n._(msg`In the guided session: up to ${dose}`)
      : i18n._(msg`In the guided session: ${dose}`)
  const { timesPerDay: times } = item.dosage
  if (isRelief(item))
    return i18n._(
      msg`When you want relief: ${dose}, ${plural(times, { one: 'at most once a day', other: 'at most # times a day' })}`,
    )
  return i18n._(msg`Beside the sessions: ${habitWords(item.dosage, i18n)}`)
}
