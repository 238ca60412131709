import type { Facts } from '../condition.ts'
import type { Content, PlanNote } from '../content.ts'
import type { Because } from '../decision.ts'
import { reason } from '../evaluation/reason.ts'
import type { Dosage, Exercise } from '../exercise/exercise.ts'
import type { Chosen } from './choose.ts'
import { careTags, dosageFor, type Person, unfit } from './fit.ts'
import { littleActive } from './person.ts'
import { pinOfExercise, pinOfNote } from './pin.ts'
import { PLAN_SENTENCES } from './plan.because.ts'
import type { Component, PlanItem } from './plan.ts'

/** Share of the person's own range to work in: usual, and where a tag asks for care or the pain is easily stirred up. */
export const RANGE_SHARE = 0.8
export const CAREFUL_RANGE_SHARE = 0.5
const CAREFUL_DOSE_SHARE = 0.7

/** Work that somebody who is hardly active begins with a set less of. */
const WORK: readonly Component[] = ['strengthening', 'functional']

/** What items are made from: whom they are for, what is known of them, and on how many days they can. */
export type ItemInput = { content: Content; person: Person; facts: Facts; days: number }

/** The dose to begin with: the library's for the phase, and less of it where care is asked for. */
export function startingDose(dosage: Dosage, careful: boolean, days: number): Dosage {
  const less = (value: number) => Math.max(1, Math.floor(value * CAREFUL_DOSE_SHARE))
  return {
    ...dosage,
    reps: dosage.reps === null || !careful ? dosage.reps : less(dosage.reps),
    durationSeconds:
      dosage.durationSeconds === null || !careful ? dosage.durationSeconds : less(dosage.durationSeconds),
    daysPerWeek: Math.min(dosage.daysPerWeek, days),
  }
}

const named = (exercise: Exercise | undefined) =>
  exercise === undefined ? null : { exerciseId: exercise.id, name: exercise.name }

/** What would be easier and harder, where it fits the person: kit, positions and tags; the harder one may belong to a later phase. */
export function neighboursOf(exercise: Exercise, content: Content, person: Person) {
  const fits = (id: string | null, phases: readonly Person['phase'][]) =>
    content.exercises.find(
      (candidate) =>
        candidate.id === id && phases.some((phase) => unfit(candidate, { ...person, phase }) === null),
    )
  return {
    easier: named(fits(exercise.progression.easierId, [person.phase])),
    harder: named(fits(exercise.progression.harderId, ['early', 'middle', 'late'])),
  }
}

/** What would change a guided line: pain, too much, too little. */
export function wouldChange(neighbours: PlanItem['neighbours'], content: Content): Because[] {
  const { amberUpTo } = content.programme.trafficLight
  const [easier, harder] = [neighbours?.easier?.name, neighbours?.harder?.name]
  return [
    { id: 'change.pain', values: { ceiling: amberUpTo } },
    easier === undefined ? { id: 'change.less' } : { id: 'change.easier', values: { easier } },
    harder === undefined ? { id: 'change.more' } : { id: 'change.harder', values: { harder } },
  ]
}

function becauseOf(
  { exercise, because, goal, instead }: Chosen,
  care: readonly string[],
  input: ItemInput,
): Because[] {
  const why: Because[] = [
    goal === undefined ? reason(because, input.facts, PLAN_SENTENCES) : { id: 'item.goal', values: { goal } },
  ]
  if (instead !== null)
    why.push({ id: 'item.instead', values: { exercise: exercise.name, instead: instead.name } })
  return [...why, ...care.map((tag) => ({ id: `care.${tag}` }))]
}

/** The line of the plan for a chosen exercise; none where the library doses it for another phase only. */
export function exerciseItem(entry: Chosen, input: ItemInput): PlanItem[] {
  const { exercise, component } = entry
  const { content, person, facts, days } = input
  const dosage = dosageFor(exercise, person.phase)
  if (dosage === null) return []
  const care = careTags(exercise, person.tags)
  const careful = care.length > 0 || person.tags.includes('high_irritability')
  const fewer = littleActive(facts) && WORK.includes(component) && dosage.sets > 1
  const dose = startingDose(dosage, careful, exercise.components.includes('habit') ? 7 : days)
  const habit = exercise.components.includes('habit')
  const neighbours = neighboursOf(exercise, content, person)
  const because = becauseOf(entry, care, input)
  return [
    {
      id: `ex-${exercise.id}`,
      kind: habit ? 'habit' : 'exercise',
      component,
      exerciseId: exercise.id,
      exerciseVersion: exercise.version,
      ...pinOfExercise(exercise),
      title: exercise.name,
      dosage: fewer ? { ...dose, sets: dose.sets - 1 } : dose,
      rangeShare: careful ? CAREFUL_RANGE_SHARE : RANGE_SHARE,
      state: 'active',
      ...(entry.group === undefined ? {} : { group: entry.group }),
      ...(habit ? {} : { neighbours }),
      because: fewer ? [...because, { id: 'item.little-active' }] : because,
      wouldChange: habit ? [{ id: 'change.habit' }] : wouldChange(neighbours, content),
    },
  ]
}

/** The line of the plan for a visit, a habit or something to read; hands-on treatment names its counterpart at home. */
export function noteItem(note: PlanNote, facts: Facts, counterpart: PlanItem | undefined): PlanItem {
  const because = [reason(note.because, facts, PLAN_SENTENCES)]
  if (note.kind === 'clinic' && counterpart !== undefined)
    because.push({ id: 'item.counterpart', values: { exercise: counterpart.title } })
  return {
    id: `note-${note.id}`,
    kind: note.kind,
    component: note.component,
    exerciseId: null,
    exerciseVersion: null,
    ...pinOfNote(note),
    title: note.title,
    dosage: null,
    rangeShare: 1,
    state: 'active',
    because,
    wouldChange: [{ id: note.kind === 'clinic' ? 'change.clinic' : 'change.habit' }],
  }
}
