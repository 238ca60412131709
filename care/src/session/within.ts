import type { Because } from '../decision.ts'
import { type Exercise, hasRange } from '../exercise/exercise.ts'
import { workOf } from '../plan/estimate.ts'
import { dosageFor } from '../plan/fit.ts'
import type { PrescribedItem, SessionChange } from './session.ts'

/** One exercise as it runs today: as prescribed, then as far as the session has made it easier. */
export type WithinItem = Pick<
  PrescribedItem,
  'planItemId' | 'exercise' | 'easier' | 'dosage' | 'rangeShare'
> & { closed: boolean }

/** What the rules within a session know. Pain 0..10; null: not asked. `sore`: items that pain has already eased today. */
export type WithinState<T extends WithinItem> = {
  item: T
  startPain: number | null
  sore: readonly string[]
  /** Changes that the rules made by themselves today; the person's own wishes are not counted. */
  automatic: number
}

/** What just happened: a set is over, the person spoke, or two minutes have passed since the pain rose. */
export type WithinSignal =
  | { kind: 'set'; pain: number | null; effort: number | null; form: number | null }
  | { kind: 'hurts' }
  | { kind: 'easier' }
  | { kind: 'symptom' }
  | { kind: 'settled'; pain: number }

/** Limits of this session: the phase's pain ceiling, from the prescription. */
export type WithinLimits = { painCeiling: number }

export type Eased<T extends WithinItem> = {
  kind: 'change'
  item: T
  variable: SessionChange['variable']
  because: Because
  undoable: boolean
  sore: boolean
  /** The stop rule behind it, or null. */
  rule: string | null
}

/**
 * What the session does now. `settle`: rest two minutes, then ask again. `breath`: ask about breath, rest. `end`: the
 * exercises are over for today by this stop rule.
 */
export type WithinVerdict<T extends WithinItem> =
  | { kind: 'go-on' }
  | Eased<T>
  | { kind: 'settle' }
  | { kind: 'breath' }
  | { kind: 'end'; rule: string }

/** The rules change at most this much by themselves in one session; after that the item ends. Source: programme limits. */
const MOST_AUTOMATIC = 4
const SMALLEST_RANGE = 0.4
const FEWER = 0.6
const POOR_FORM = 0.4

type Rung = 'range' | 'tempo' | 'reps' | 'exercise' | 'rest'
export type EaseWhy = 'asked' | 'sore' | 'pain-rose' | 'effort' | 'form'

/** In which order an exercise gets easier, by what happened; the first rung that still can, is taken. None left: skip it. */
export const LADDERS: Readonly<Record<EaseWhy, readonly Rung[]>> = {
  asked: ['range', 'reps', 'exercise'],
  sore: ['exercise', 'range', 'reps'],
  'pain-rose': ['exercise', 'range', 'reps'],
  effort: ['reps', 'rest', 'exercise'],
  form: ['tempo', 'range', 'reps'],
}

type Smaller<T> = (item: T) => T | null

function smallerRange<T extends WithinItem>(item: T): T | null {
  if (!hasRange(item.dosage) || item.rangeShare <= SMALLEST_RANGE) return null
  return { ...item, rangeShare: Math.max(SMALLEST_RANGE, Math.round((item.rangeShare - 0.25) * 100) / 100) }
}

function slower<T extends WithinItem>(item: T): T | null {
  const { tempo, reps } = item.dosage
  if (reps === null || reps <= 1 || tempo === '4-1-4') return null
  // Slower takes longer, so that fewer repetitions keep the work from growing.
  const calm = { ...item.dosage, tempo: '4-1-4' }
  let fewer = reps
  while (fewer > 1 && workOf({ ...calm, reps: fewer }) > workOf(item.dosage)) fewer -= 1
  return workOf({ ...calm, reps: fewer }) > workOf(item.dosage)
    ? null
    : { ...item, dosage: { ...calm, reps: fewer } }
}

function fewer<T extends WithinItem>(item: T): T | null {
  const { reps, durationSeconds } = item.dosage
  if (durationSeconds !== null)
    return durationSeconds <= 20
      ? null
      : {
          ...item,
          dosage: { ...item.dosage, durationSeconds: Math.max(20, Math.floor(durationSeconds * FEWER)) },
        }
  if (reps === null || reps <= 2) return null
  return {
    ...item,
    dosage: { ...item.dosage, reps: Math.max(2, Math.min(reps - 1, Math.floor(reps * FEWER))) },
  }
}

/** The easier neighbour at its own early dose, cut down so that it is no more work than what it replaces. */
function neighbour<T extends WithinItem>(item: T): T | null {
  const exercise: Exercise | null = item.easier
  if (exercise === null) return null
  const own = dosageFor(exercise, 'early') ?? item.dosage
  let dosage = { ...own, sets: Math.min(own.sets, item.dosage.sets) }
  while (workOf(dosage) > workOf(item.dosage)) {
    if ((dosage.reps ?? 0) > 1) dosage = { ...dosage, reps: (dosage.reps ?? 2) - 1 }
    else if ((dosage.durationSeconds ?? 0) > 10)
      dosage = { ...dosage, durationSeconds: (dosage.durationSeconds ?? 10) - 5 }
    else if (dosage.holdSeconds > 1) dosage = { ...dosage, holdSeconds: dosage.holdSeconds - 1 }
    else return null
  }
  return { ...item, exercise, easier: null, dosage }
}

function moreRest<T extends WithinItem>(item: T): T | null {
  if (item.dosage.sets <= 1 || item.dosage.restSeconds >= 90) return null
  return { ...item, dosage: { ...item.dosage, restSeconds: item.dosage.restSeconds + 30 } }
}

function take<T extends WithinItem>(item: T, rung: Rung): T | null {
  const rungs: Readonly<Record<Rung, Smaller<T>>> = {
    range: smallerRange,
    tempo: slower,
    reps: fewer,
    exercise: neighbour,
    rest: moreRest,
  }
  return rungs[rung](item)
}

/**
 * The next easier form of an exercise, one variable at a time, by the ladder of what happened; where none is left the item
 * is closed for today. Never harder, whatever the state.
 */
export function ease<T extends WithinItem>(item: T, why: EaseWhy, rule: string | null = null): Eased<T> {
  const said = (id: string): Because => ({
    id: `within.${why}.${id}`,
    values: { exercise: item.exercise.name },
  })
  const shared = { kind: 'change' as const, undoable: why === 'asked', sore: why === 'pain-rose', rule }
  for (const rung of LADDERS[why]) {
    const eased = take(item, rung)
    if (eased !== null) return { ...shared, item: eased, variable: rung, because: said(rung) }
  }
  return { ...shared, item: { ...item, closed: true }, variable: 'skip', because: said('skip') }
}

type Ctx<T extends WithinItem> = {
  state: WithinState<T>
  signal: WithinSignal
  limits: WithinLimits
  pain: number | null
  rise: number
}

type WithinRule = {
  id: string
  when: <T extends WithinItem>(ctx: Ctx<T>) => boolean
  gives: <T extends WithinItem>(ctx: Ctx<T>) => WithinVerdict<T>
}

const set = (signal: WithinSignal) => (signal.kind === 'set' ? signal : null)

/** The table of one moment within a session, gravest first; the first row that holds decides. Source: stop rules SS03-SS09. */
export const WITHIN_RULES: readonly WithinRule[] = [
  {
    id: 'pain-8',
    when: ({ pain }) => pain !== null && pain >= 8,
    gives: () => ({ kind: 'end', rule: 'SS03' }),
  },
  {
    id: 'not-settled',
    when: ({ signal, rise }) => signal.kind === 'settled' && rise > 1,
    gives: () => ({ kind: 'end', rule: 'SS03' }),
  },
  {
    id: 'settled',
    when: ({ signal }) => signal.kind === 'settled',
    gives: ({ state }) => ease(state.item, 'pain-rose', 'SS04'),
  },
  {
    id: 'symptom',
    when: ({ signal }) => signal.kind === 'symptom',
    gives: ({ state }) => ({
      kind: 'change',
      item: { ...state.item, closed: true },
      variable: 'skip',
      because: { id: 'within.sharp', values: { exercise: state.item.exercise.name } },
      undoable: false,
      sore: true,
      rule: 'SS05',
    }),
  },
  { id: 'rise-3', when: ({ rise }) => rise >= 3, gives: () => ({ kind: 'settle' }) },
  {
    id: 'second-sore',
    when: ({ state, pain, rise }) =>
      ((pain !== null && pain >= 6) || rise >= 2) && state.sore.some((id) => id !== state.item.planItemId),
    gives: () => ({ kind: 'end', rule: 'SS04' }),
  },
  {
    id: 'first-sore',
    when: ({ pain, rise }) => (pain !== null && pain >= 6) || rise >= 2,
    gives: ({ state }) => ease(state.item, 'pain-rose', 'SS04'),
  },
  {
    id: 'hurts',
    when: ({ signal }) => signal.kind === 'hurts',
    gives: ({ state }) => ease(state.item, 'sore'),
  },
  {
    id: 'easier',
    when: ({ signal }) => signal.kind === 'easier',
    gives: ({ state }) => ease(state.item, 'asked'),
  },
  {
    id: 'breathless',
    when: ({ signal }) => (set(signal)?.effort ?? 0) >= 8,
    gives: () => ({ kind: 'breath' }),
  },
  {
    id: 'over-ceiling',
    when: ({ pain, limits, rise }) => pain !== null && pain > limits.painCeiling && rise >= 1,
    gives: ({ state }) => ease(state.item, 'sore'),
  },
  {
    id: 'form-lost',
    when: ({ signal }) => (set(signal)?.form ?? 1) < POOR_FORM,
    gives: ({ state }) => ease(state.item, 'form', 'SS09'),
  },
  {
    id: 'hard-work',
    when: ({ signal, state }) => (set(signal)?.effort ?? 0) > state.item.dosage.effort[1] + 2,
    gives: ({ state }) => ease(state.item, 'effort'),
  },
  { id: 'fine', when: () => true, gives: () => ({ kind: 'go-on' }) },
]

/**
 * Adapts within the session: only easier or safer, at once, from what the person reports and what the camera reliably saw
 * (`form`: share of repetitions without a fault, null when not judged). After four changes of its own the rules end the
 * item instead of changing it further. Missing pain or effort changes nothing. Pure; undo is the caller's old item.
 */
export function adaptWithin<T extends WithinItem>(
  state: WithinState<T>,
  signal: WithinSignal,
  limits: WithinLimits,
  rules: readonly WithinRule[] = WITHIN_RULES,
): WithinVerdict<T> {
  const pain = signal.kind === 'set' || signal.kind === 'settled' ? signal.pain : null
  const rise = pain === null || state.startPain === null ? 0 : pain - state.startPain
  const ctx = { state, signal, limits, pain, rise }
  const verdict = rules.find((rule) => rule.when(ctx))?.gives(ctx) ?? { kind: 'go-on' as const }
  if (verdict.kind !== 'change' || signal.kind === 'easier' || state.automatic < MOST_AUTOMATIC)
    return verdict
  return {
    ...verdict,
    item: { ...state.item, closed: true },
    variable: 'skip',
    because: { id: 'within.enough', values: { exercise: state.item.exercise.name } },
  }
}
