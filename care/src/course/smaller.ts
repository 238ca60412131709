import type { Content } from '../content.ts'
import type { Plan } from '../plan/plan.ts'
import type { DecisionRow } from '../plan/programme.ts'

type Small = NonNullable<Plan['small']>

/** Where the decision table says nothing else. Source: programme decision table, author default. */
const LEAST = { exercises: 3, minutes: 8 }

/** The smaller programme of a decision row: so many exercises in about so many minutes, from now on. */
export function smallOf(row: DecisionRow | undefined, since: string): Small {
  const { exercises = LEAST.exercises, minutes = LEAST.minutes } = row?.values ?? {}
  return { exercises, minutes, since }
}

/**
 * The plan after the person has taken the smaller programme, or the whole one again: never more than the plan holds. The same object
 * where it is so already.
 */
export function sized(plan: Plan, wish: 'smaller' | 'whole', content: Content, now: string): Plan {
  const { small, ...whole } = plan
  if ((wish === 'smaller') === (small !== undefined)) return plan
  const next = { version: plan.version + 1, at: now, decidedBy: 'rules' }
  const row = content.programme.decisions.find(({ action }) => action === 'shrink')
  return wish === 'whole' ? { ...whole, ...next } : { ...plan, ...next, small: smallOf(row, now) }
}
