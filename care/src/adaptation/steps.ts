import type { Content } from '../content.ts'
import type { Because } from '../decision.ts'
import type { Dosage, Exercise } from '../exercise/exercise.ts'
import { workOf } from '../plan/estimate.ts'
import { dosageFor, forbiddenBy, unfit } from '../plan/fit.ts'
import { personIn } from '../plan/person.ts'
import type { Plan, PlanItem } from '../plan/plan.ts'
import type { PlanChange } from './adaptation.ts'
import { pinOfExercise } from '../plan/pin.ts'

/** A change and the item as it is after it. The item is the old one where the change waits. */
export type Step = { change: PlanChange; item: PlanItem }

/** What a step changes, before its direction, status and reason are known. */
type Move = { variable: PlanChange['variable']; from: string | number; to: string | number; item: PlanItem }

function dosed(item: PlanItem, variable: PlanChange['variable'], key: DoseKey, to: number): Move | null {
  const dosage = item.dosage
  const from = dosage?.[key]
  if (dosage === null || typeof from !== 'number' || from === to) return null
  return { variable, from, to, item: { ...item, dosage: { ...dosage, [key]: to } } }
}
type DoseKey = 'reps' | 'sets' | 'holdSeconds' | 'durationSeconds'

/** The neighbour, if the library has it, nothing forbids it, it fits the person's kit and positions, the phase doses it, and the plan does not hold it already. */
function neighbour(
  id: string | null,
  plan: Plan,
  content: Content,
): { exercise: Exercise; dosage: Dosage } | null {
  const exercise = content.exercises.find((candidate) => candidate.id === id)
  if (exercise === undefined || forbiddenBy(exercise, plan.precautionTags) !== null) return null
  if (plan.items.some((item) => item.exerciseId === exercise.id && item.state === 'active')) return null
  const person = personIn(plan)
  if (person !== null && unfit(exercise, person) !== null) return null
  const dosage = dosageFor(exercise, plan.phase)
  return dosage === null ? null : { exercise, dosage }
}

/** A dose with no more work in it than `most`: repetitions, then sets, are taken down; never below one. */
function atMost(dosage: Dosage, most: number): Dosage {
  let fitted = dosage
  while (workOf(fitted) > most) {
    if ((fitted.reps ?? 0) > 1) fitted = { ...fitted, reps: (fitted.reps ?? 2) - 1 }
    else if (fitted.sets > 1) fitted = { ...fitted, sets: fitted.sets - 1 }
    else if (fitted.holdSeconds > 1) fitted = { ...fitted, holdSeconds: fitted.holdSeconds - 1 }
    else if ((fitted.durationSeconds ?? 0) > 15)
      fitted = { ...fitted, durationSeconds: Math.floor((fitted.durationSeconds ?? 0) * 0.8) }
    else return fitted
  }
  return fitted
}

function swapped(item: PlanItem, to: { exercise: Exercise; dosage: Dosage }, easier: boolean): Move {
  const most = item.dosage === null ? Infinity : workOf(item.dosage)
  // What a clinician said of the old exercise was said of that one.
  const { released: _of, words: _said, ...rest } = item
  return {
    variable: 'exercise',
    from: item.exerciseId ?? '',
    to: to.exercise.id,
    item: {
      ...rest,
      exerciseId: to.exercise.id,
      exerciseVersion: to.exercise.version,
      ...pinOfExercise(to.exercise),
      title: to.exercise.name,
      dosage: easier ? atMost(to.dosage, most) : to.dosage,
    },
  }
}

/** The easier neighbour at no more work than now; null where its smallest dose would still be more. */
function swappedDown(item: PlanItem, to: { exercise: Exercise; dosage: Dosage }): Move | null {
  const move = swapped(item, to, true)
  const [now, then] = [item.dosage, move.item.dosage]
  return now !== null && then !== null && workOf(then) > workOf(now) ? null : move
}

/** Takes `share` of the one variable that can still come down: repetitions, time, sets, hold; then the easier neighbour; then range; then rest. */
function downMove(item: PlanItem, exercise: Exercise, share: number, plan: Plan, content: Content): Move {
  const dosage = item.dosage
  const reps = dosage?.reps ?? 0
  const seconds = dosage?.durationSeconds ?? 0
  const less = (value: number, least: number) =>
    Math.max(least, Math.min(value - 1, Math.floor(value * share)))
  const easier = neighbour(exercise.progression.easierId, plan, content)
  const range = Math.round(Math.max(0.3, item.rangeShare - 0.2) * 100) / 100
  return (
    (reps > 3 ? dosed(item, 'reps', 'reps', less(reps, 2)) : null) ??
    (seconds > 30 ? dosed(item, 'hold', 'durationSeconds', less(seconds, 30)) : null) ??
    ((dosage?.sets ?? 1) > 1 ? dosed(item, 'sets', 'sets', (dosage?.sets ?? 2) - 1) : null) ??
    ((dosage?.holdSeconds ?? 0) > 2
      ? dosed(item, 'hold', 'holdSeconds', less(dosage?.holdSeconds ?? 3, 1))
      : null) ??
    (easier === null ? null : swappedDown(item, easier)) ??
    (range < item.rangeShare
      ? { variable: 'range', from: item.rangeShare, to: range, item: { ...item, rangeShare: range } }
      : pauseMove(item))
  )
}

function pauseMove(item: PlanItem): Move {
  return { variable: 'state', from: item.state, to: 'paused', item: { ...item, state: 'paused' } }
}

function easierStep(move: Move, because: Because[]): Step {
  const { variable, from, to, item } = move
  return {
    item,
    change: { planItemId: item.id, variable, from, to, direction: 'easier', status: 'applied', because },
  }
}

/** The reason of a change: the exercise's name and the numbers that the sentence may name. */
export function because(id: string, item: PlanItem, values: Record<string, string | number> = {}): Because[] {
  return [{ id, values: { exercise: item.title, ...values } }]
}

/** One step easier at once. `share`: of the dose that stays, 0..1. */
export function easier(
  item: PlanItem,
  exercise: Exercise,
  share: number,
  why: string,
  plan: Plan,
  content: Content,
): Step {
  const move = downMove(item, exercise, share, plan, content)
  return easierStep(
    move,
    because(`${why}.${move.variable}`, item, { from: move.from, to: named(move, content) }),
  )
}

/** The easier neighbour at once, or one step down where there is none. */
export function swapEasier(
  item: PlanItem,
  exercise: Exercise,
  why: string,
  plan: Plan,
  content: Content,
): Step {
  const to = neighbour(exercise.progression.easierId, plan, content)
  const move = to === null ? null : swappedDown(item, to)
  if (to === null || move === null) return easier(item, exercise, 0.8, why, plan, content)
  return easierStep(move, because(`${why}.exercise`, item, { to: to.exercise.name }))
}

/** Out of the sessions until a therapist has looked. */
export function pause(item: PlanItem, why: string): Step {
  return easierStep(pauseMove(item), because(why, item))
}

/** Kept as it is, with the reason said. */
export function keep(item: PlanItem, why: string, values: Record<string, string | number> = {}): Step {
  return {
    item,
    change: {
      planItemId: item.id,
      variable: 'reps',
      from: item.dosage?.reps ?? item.dosage?.durationSeconds ?? 0,
      to: item.dosage?.reps ?? item.dosage?.durationSeconds ?? 0,
      direction: 'same',
      status: 'applied',
      because: because(why, item, values),
    },
  }
}

function named(move: Move, content: Content): string | number {
  if (move.variable === 'exercise') return content.exercises.find(({ id }) => id === move.to)?.name ?? move.to
  return move.variable === 'range' ? Math.round(Number(move.to) * 100) : move.to
}

/**
 * One step harder in one variable: repetitions or time up to the share that the therapist's bounds allow, then a set, then
 * the hold, then the harder neighbour. Within bounds it is `listed` and the item changes; beyond them it is `waiting`
 * and the item stays as it is. Null when there is nothing harder, and for what a clinician released against a rule: that grows by a
 * clinician's hand only.
 */
export function harder(item: PlanItem, exercise: Exercise, plan: Plan, content: Content): Step | null {
  const base = dosageFor(exercise, plan.phase)
  const dosage = item.dosage
  if (base === null || dosage === null || item.released !== undefined) return null
  const { bounds } = plan
  const move =
    upReps(item, dosage, base, bounds.maxRepsShare) ??
    (dosage.sets < bounds.maxSets && dosage.sets < base.sets + 1
      ? dosed(item, 'sets', 'sets', dosage.sets + 1)
      : null) ??
    (dosage.holdSeconds > 0 && dosage.holdSeconds < Math.floor(base.holdSeconds * bounds.maxRepsShare)
      ? dosed(item, 'hold', 'holdSeconds', dosage.holdSeconds + 1)
      : null)
  if (move !== null) {
    const why = because(`adapt.progress.${move.variable}`, item, { from: move.from, to: move.to })
    const { variable, from, to } = move
    return {
      item: move.item,
      change: {
        planItemId: item.id,
        variable,
        from,
        to,
        direction: 'harder',
        status: 'listed',
        because: why,
      },
    }
  }
  const next = neighbour(exercise.progression.harderId, plan, content)
  if (next === null) return null
  const within = bounds.allowHarderExercise && next.dosage.effort[1] <= bounds.maxEffort
  const swap = swapped(item, next, false)
  return {
    item: within ? swap.item : item,
    change: {
      planItemId: item.id,
      variable: 'exercise',
      from: swap.from,
      to: swap.to,
      direction: 'harder',
      status: within ? 'listed' : 'waiting',
      because: because(within ? 'adapt.progress.exercise' : 'adapt.waiting.exercise', item, {
        to: next.exercise.name,
      }),
    },
  }
}

function upReps(item: PlanItem, dosage: Dosage, base: Dosage, share: number): Move | null {
  if (dosage.durationSeconds !== null) {
    const top = Math.floor((base.durationSeconds ?? dosage.durationSeconds) * share)
    const to = Math.min(top, dosage.durationSeconds + Math.max(5, Math.round(dosage.durationSeconds * 0.1)))
    return to > dosage.durationSeconds ? dosed(item, 'hold', 'durationSeconds', to) : null
  }
  if (dosage.reps === null) return null
  const top = Math.floor((base.reps ?? dosage.reps) * share)
  const to = Math.min(top, dosage.reps + (dosage.reps < 10 ? 1 : 2))
  return to > dosage.reps ? dosed(item, 'reps', 'reps', to) : null
}
