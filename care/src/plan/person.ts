import type { Facts } from '../condition.ts'
import type { Intake } from '../intake/intake.ts'
import type { PhaseId } from '../exercise/exercise.ts'
import type { Person } from './fit.ts'
import type { Plan } from './plan.ts'

/** From this age on floor exercises wait until the person says that the floor is fine, or offers a mat. Author default. */
const FLOOR_ASK_FROM_AGE = 65

/** Active days a week up to which strength work begins with a set less; from the age on, one more day counts as little. Author default. */
const LITTLE_ACTIVE = { days: 0, olderDays: 1, olderFrom: 65 }

/**
 * What an exercise has to fit. Missing data: no equipment means none, unknown age counts as older; positions that were not asked are
 * judged by age, mat and balance. Who may fall is not sent to the floor, whatever was answered.
 */
export function personOf(intake: Intake, tags: readonly string[], facts: Facts, phase: PhaseId): Person {
  const age = typeof facts.age === 'number' ? facts.age : FLOOR_ASK_FROM_AGE
  const said = facts['H14.positions']
  const positions = typeof said === 'object' && said.length > 0 ? said : null
  const floor = positions !== null || age < FLOOR_ASK_FROM_AGE || intake.equipment.includes('mat')
  return {
    tags,
    equipment: intake.equipment,
    positions,
    floor: floor && !tags.includes('balance_risk'),
    phase,
  }
}

/** The person that a plan was made to fit. Null for plans from before it was kept: then only tags decide. */
export function personIn(plan: Plan): Person | null {
  if (plan.fits === undefined) return null
  return { ...plan.fits, tags: plan.precautionTags, phase: plan.phase }
}

/** Hardly active at the moment: strength work begins with a set less. Not answered counts as active. */
export function littleActive(facts: Facts): boolean {
  const { B09: days, age } = facts
  if (typeof days !== 'number') return false
  const older = typeof age === 'number' && age >= LITTLE_ACTIVE.olderFrom
  return days <= (older ? LITTLE_ACTIVE.olderDays : LITTLE_ACTIVE.days)
}
