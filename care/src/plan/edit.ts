import type { PlanChange } from '../adaptation/adaptation.ts'
import type { Content } from '../content.ts'
import { Refusal } from '../errors.ts'
import type { Dosage } from '../exercise/exercise.ts'
import { dosageFor, forbiddenBy } from './fit.ts'
import type { Plan, PlanItem } from './plan.ts'
import { pinOfExercise } from './pin.ts'

/** Outermost values that anybody may set, whatever was typed. */
export const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  reps: [1, 40],
  sets: [1, 6],
  hold: [0, 1800],
  rest: [0, 300],
  range: [0.2, 1],
}

type Setter = (item: PlanItem, to: string | number) => PlanItem

function inside(variable: PlanChange['variable'], to: string | number): number {
  const [least, most] = LIMITS[variable] ?? [0, 0]
  const value = typeof to === 'number' ? to : Number.NaN
  if (Number.isFinite(value) && value >= least && value <= most) return value
  throw new Refusal('bad-input', [{ path: variable, message: `This must be between ${least} and ${most}.` }])
}

function dosed(item: PlanItem, part: Partial<Dosage>): PlanItem {
  if (item.dosage === null)
    throw new Refusal('bad-input', [{ path: item.id, message: 'This item has no dosage.' }])
  return { ...item, dosage: { ...item.dosage, ...part } }
}

export const TEMPO = /^\d{1,2}-\d{1,2}-\d{1,2}$/

const SETTERS: Readonly<Record<Exclude<PlanChange['variable'], 'exercise'>, Setter>> = {
  reps: (item, to) => dosed(item, { reps: Math.round(inside('reps', to)) }),
  sets: (item, to) => dosed(item, { sets: Math.round(inside('sets', to)) }),
  hold: (item, to) =>
    item.dosage?.durationSeconds == null
      ? dosed(item, { holdSeconds: inside('hold', to) })
      : dosed(item, { durationSeconds: Math.max(5, inside('hold', to)) }),
  rest: (item, to) => dosed(item, { restSeconds: inside('rest', to) }),
  range: (item, to) => ({ ...item, rangeShare: inside('range', to) }),
  tempo: (item, to) => {
    if (typeof to === 'string' && TEMPO.test(to)) return dosed(item, { tempo: to })
    throw new Refusal('bad-input', [
      { path: 'tempo', message: 'Write a tempo as out-hold-back, such as 3-1-3.' },
    ])
  },
  state: (item, to) => {
    if (to === 'active' || to === 'paused') return { ...item, state: to }
    throw new Refusal('bad-input', [{ path: 'state', message: 'An item is active or paused.' }])
  },
}

/** Another exercise for this item: refused when a precaution tag of the plan forbids it, whoever asks. */
function exchanged(item: PlanItem, to: string | number, plan: Plan, content: Content | undefined): PlanItem {
  const exercise = content?.exercises.find((candidate) => candidate.id === to)
  if (exercise === undefined || exercise.components.includes('movement-test'))
    throw new Refusal('bad-input', [{ path: 'exercise', message: 'This exercise is not in the library.' }])
  const tag = forbiddenBy(exercise, plan.precautionTags)
  if (tag !== null)
    throw new Refusal('bad-input', [
      { path: 'exercise', message: `${exercise.name} is contraindicated here (${tag}).` },
    ])
  const dosage = dosageFor(exercise, plan.phase) ?? item.dosage
  const { released: _of, words: _said, ...rest } = item
  return {
    ...rest,
    exerciseId: exercise.id,
    exerciseVersion: exercise.version,
    ...pinOfExercise(exercise),
    title: exercise.name,
    dosage,
  }
}

/**
 * The next version of a plan as a clinician wants it. Each change sets one variable of one item to its `to`; a change that
 * says "same" is left alone. The plan becomes active: a clinician has looked at it. Refuses (`bad-input`) an unknown item, a
 * value out of all bounds, an exercise that is not in `content`, and a contraindicated one. `by`: who decided.
 */
export function editPlan(
  plan: Plan,
  changes: readonly PlanChange[],
  by: string,
  now: string,
  content?: Content,
): Plan {
  let items = plan.items
  for (const change of changes) {
    if (change.direction === 'same') continue
    const at = items.findIndex((item) => item.id === change.planItemId)
    const item = items[at]
    if (item === undefined)
      throw new Refusal('bad-input', [{ path: change.planItemId, message: 'This is not in the plan.' }])
    const next =
      change.variable === 'exercise'
        ? exchanged(item, change.to, plan, content)
        : SETTERS[change.variable](item, change.to)
    items = items.with(at, { ...next, because: [...item.because, { id: 'plan.edited' }] })
  }
  // A clinician has just said what this plan holds: the week that the rules may fill begins with it.
  const { volume: _before, ...rest } = plan
  const decided = by.startsWith('clinician:') ? rest : plan
  return { ...decided, version: plan.version + 1, items, status: 'active', decidedBy: by, at: now }
}

/** What the variable is now in this item, to tell whether a change still stands. */
function valueOf(item: PlanItem | undefined, variable: PlanChange['variable']): string | number | null {
  const dosage = item?.dosage
  const values = {
    reps: dosage?.reps,
    sets: dosage?.sets,
    hold: dosage?.durationSeconds ?? dosage?.holdSeconds,
    rest: dosage?.restSeconds,
    tempo: dosage?.tempo,
    range: item?.rangeShare,
    exercise: item?.exerciseId,
    state: item?.state,
  }
  return values[variable] ?? null
}

/** Whether the plan still is as it was when this change was proposed; else what was lowered since would come back by the way. */
export function stillStands(plan: Plan, change: PlanChange): boolean {
  const item = plan.items.find((candidate) => candidate.id === change.planItemId)
  return item?.state === 'active' && valueOf(item, change.variable) === change.from
}

/**
 * Takes one change back: the variable returns to what it was. Anybody may take back what got harder; what got easier may
 * only be taken back by a clinician, so that nobody is talked into more than was safe. A change that something later has
 * overtaken stays as it is now: an old undo never brings back a dose that was lowered since.
 */
export function undoChange(plan: Plan, change: PlanChange, by: string, now: string, content?: Content): Plan {
  if (change.direction === 'easier' && !by.startsWith('clinician:')) throw new Refusal('forbidden')
  const item = plan.items.find((candidate) => candidate.id === change.planItemId)
  if (valueOf(item, change.variable) !== change.to) return plan
  const back: PlanChange = { ...change, from: change.to, to: change.from }
  return { ...editPlan(plan, [back], by, now, content), status: plan.status }
}
