import * as z from 'zod/mini'
import { Authorisation } from './booking.ts'
import { dayAfter, dayOf } from './clock.ts'
import type { Visit } from './visit.ts'

/** Why the visits that a payer approved need a look: few or none left, more booked than approved, the last day near or past, visits after it. */
export const AUTHORISATION_WARNINGS = ['few-left', 'too-many', 'ends-soon', 'ended', 'after-end'] as const
export const AuthorisationWarning = z.enum(AUTHORISATION_WARNINGS)
export type AuthorisationWarning = z.infer<typeof AuthorisationWarning>

/** How an authorisation stands, in visits. `left` is below zero where more are booked than approved; `afterEnd`: booked past the last day. */
export const AuthorisationState = z.extend(Authorisation, {
  used: z.number(),
  booked: z.number(),
  left: z.number(),
  afterEnd: z.number(),
  warnings: z.array(AuthorisationWarning),
})
export type AuthorisationState = z.infer<typeof AuthorisationState>

const FEW = 2
const SOON_DAYS = 14
const USED: readonly Visit['state'][] = ['arrived', 'in-progress', 'done', 'no-show']

/**
 * How many approved visits somebody has used, booked and left, and what of it needs a look. Visits count by the day that the clock of their
 * place shows, first and last day included. One to which the person did not come counts as used; held and cancelled ones do not count. Pure.
 * @param today `YYYY-MM-DD`, by the clocks of the clinic.
 */
export function authorisationState(
  given: Authorisation,
  visits: readonly Pick<Visit, 'wall' | 'state'>[],
  today: string,
): AuthorisationState {
  const inside = visits.filter(({ wall }) => dayOf(wall) >= given.from && dayOf(wall) <= given.until)
  const used = inside.filter(({ state }) => USED.includes(state)).length
  const booked = inside.filter(({ state }) => state === 'booked').length
  const left = given.visits - used - booked
  const afterEnd = visits.filter(({ wall, state }) => state === 'booked' && dayOf(wall) > given.until).length
  const holds: Readonly<Record<AuthorisationWarning, boolean>> = {
    'few-left': left >= 0 && left <= FEW,
    'too-many': left < 0,
    'ends-soon': given.until >= today && given.until <= dayAfter(today, SOON_DAYS),
    ended: given.until < today,
    'after-end': afterEnd > 0,
  }
  const { visits: approved, from, until } = given
  const warnings = AUTHORISATION_WARNINGS.filter((one) => holds[one])
  return { visits: approved, from, until, used, booked, left, afterEnd, warnings }
}
