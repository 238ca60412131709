import { morningAsksDanger } from '@dorsal/care'
import type { DayGiven } from '../../lib/kept-day.ts'

/** Whether the danger questions belong to this morning: by the rules, or because the person asked for them. */
export function asksDanger({ sinceLast, pain, uneasy }: DayGiven): boolean {
  return uneasy === true || (sinceLast !== undefined && morningAsksDanger({ sinceLast, pain }))
}

/** The questions of a morning in order: since the session, pain now, the danger questions where they belong, the night. */
export function morningSteps(given: DayGiven, dangers: readonly { id: string }[]): string[] {
  return ['since', 'pain', ...(asksDanger(given) ? dangers.map(({ id }) => id) : []), 'sleep']
}

/** Which of them is shown: the one that the address names, but never one behind the first or behind a danger question without a "no". */
export function morningPlace(
  given: DayGiven,
  dangers: readonly { id: string }[],
  wanted: number | undefined,
): number {
  const open = morningSteps(given, dangers).findIndex((step) =>
    step === 'since'
      ? given.sinceLast === undefined
      : dangers.some(({ id }) => id === step) && given.answers[step] !== 'no',
  )
  return Math.min(wanted ?? 0, open === -1 ? morningSteps(given, dangers).length - 1 : open)
}
