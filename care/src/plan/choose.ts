import type { Content } from '../content.ts'
import type { Because } from '../decision.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { type Person, unfit } from './fit.ts'
import type { Component } from './plan.ts'

/**
 * One row to choose from: which exercise, for which component, and why. `goal`: the goal that it is a step towards; `group`: the
 * alternating session that it belongs to.
 */
export type MenuRow = {
  exerciseId: string
  component: Component
  because: string
  goal?: string
  group?: string
}

/** One exercise that was chosen, for which component, and which row said so. `instead`: what did not fit the person. */
export type Chosen = Omit<MenuRow, 'exerciseId'> & { exercise: Exercise; instead: Exercise | null }

export type Choice = {
  guided: Chosen[]
  habits: Chosen[]
  excluded: { exerciseId: string; because: Because }[]
}

/** Components that a guided session can train; in this order a session is built, calm first. */
export const TRAINED: readonly Component[] = [
  'pain-management',
  'stretching',
  'manual-therapy',
  'strengthening',
  'posture',
  'functional',
]

const isHabit = (exercise: Exercise) => exercise.components.includes('habit')

/**
 * The row's exercise, or its nearest easier neighbour that fits this person. Null when none fits. Never looks harder:
 * what a person cannot do is not replaced by more.
 */
function fitting(start: Exercise, person: Person, library: ReadonlyMap<string, Exercise>): Exercise | null {
  const seen = new Set<string>()
  let candidate: Exercise | undefined = start
  while (candidate !== undefined && !seen.has(candidate.id)) {
    if (unfit(candidate, person) === null) return candidate
    seen.add(candidate.id)
    candidate = library.get(candidate.progression.easierId ?? '')
  }
  return null
}

/**
 * Chooses from the rows, most wanted first: first one exercise for each component, then more in their order up to `most` guided
 * ones in all. What does not fit the person is left out, with the reason.
 */
export function choose(rows: readonly MenuRow[], content: Content, person: Person, most: number): Choice {
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  const excluded = new Map<string, { exerciseId: string; because: Because }>()
  const chosen = new Map<string, Chosen>()
  const habits = new Map<string, Chosen>()
  const habit = ({ exerciseId }: MenuRow) => {
    const exercise = library.get(exerciseId)
    return exercise !== undefined && isHabit(exercise)
  }

  const takeFor = (whom: Person, { exerciseId, ...row }: MenuRow): boolean => {
    const wanted = library.get(exerciseId)
    if (wanted === undefined) return false
    const reason = unfit(wanted, whom)
    if (reason !== null && !excluded.has(wanted.id))
      excluded.set(wanted.id, { exerciseId: wanted.id, because: reason.because })
    const exercise = fitting(wanted, whom, library)
    if (exercise === null || chosen.has(exercise.id) || habits.has(exercise.id)) return false
    const entry = { ...row, exercise, instead: exercise === wanted ? null : wanted }
    if (isHabit(exercise)) habits.set(exercise.id, entry)
    else chosen.set(exercise.id, entry)
    return true
  }

  const take = (row: MenuRow) => takeFor(person, row)
  // Sitting is the easiest to change in: it stands in where the other positions leave a component empty.
  const seated = { ...person, positions: person.positions === null ? null : [...person.positions, 'seated'] }

  for (const row of rows) if (habit(row)) take(row)
  for (const component of TRAINED) {
    const own = rows.filter((row) => row.component === component && !habit(row))
    if (!own.some(take)) own.some((row) => takeFor(seated, row))
  }
  for (const row of rows) {
    if (chosen.size >= most) break
    if (!habit(row)) take(row)
  }
  // Within a component as in the library, so that what comes in or goes out never moves the others about.
  const place = new Map([...library.keys()].map((id, index) => [id, index]))
  const order = ({ component, exercise }: Chosen) =>
    TRAINED.indexOf(component) * library.size + (place.get(exercise.id) ?? 0)
  return {
    guided: [...chosen.values()].sort((a, b) => order(a) - order(b)),
    habits: [...habits.values()],
    excluded: [...excluded.values()],
  }
}
