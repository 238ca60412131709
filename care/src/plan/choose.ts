import type { Content, PatternRule } from '../content.ts'
import type { Because } from '../decision.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { type Person, unfit } from './fit.ts'
import type { Component } from './plan.ts'

type MenuRow = PatternRule['menu'][number]

/** One exercise that was chosen, for which component, and which row of the menu said so. */
export type Chosen = { exercise: Exercise; component: Component; because: string; instead: Exercise | null }

export type Choice = {
  guided: Chosen[]
  habits: Chosen[]
  excluded: { exerciseId: string; because: Because }[]
}

/** Components that a guided session can train; in this order a session is built, calm first. */
const TRAINED: readonly Component[] = [
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
 * Chooses from the pattern's menu, then from the mixed menu where a component is still empty: first one exercise for each
 * component, then more in the order of the menu up to `most`. Choice follows order alone, no scores, so that a small
 * change in one answer moves at most the rows that it is about.
 */
export function choose(pattern: PatternRule, content: Content, person: Person, most: number): Choice {
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  const mixed = content.patterns.find((candidate) => candidate.id === 'P8')?.menu ?? []
  const excluded = new Map<string, { exerciseId: string; because: Because }>()
  const chosen = new Map<string, Chosen>()
  const habits = new Map<string, Chosen>()

  const take = (row: MenuRow): boolean => {
    const wanted = library.get(row.exerciseId)
    if (wanted === undefined) return false
    const reason = unfit(wanted, person)
    if (reason !== null && !excluded.has(wanted.id))
      excluded.set(wanted.id, { exerciseId: wanted.id, because: reason.because })
    const exercise = fitting(wanted, person, library)
    if (exercise === null || chosen.has(exercise.id) || habits.has(exercise.id)) return false
    const entry = {
      exercise,
      component: row.component,
      because: row.because,
      instead: exercise === wanted ? null : wanted,
    }
    if (isHabit(exercise)) habits.set(exercise.id, entry)
    else chosen.set(exercise.id, entry)
    return true
  }

  for (const row of pattern.menu) if (habitRow(row, library)) take(row)
  for (const component of TRAINED) {
    const rows = [...pattern.menu, ...mixed].filter(
      (row) => row.component === component && !habitRow(row, library),
    )
    rows.some(take)
  }
  for (const row of pattern.menu) {
    if (chosen.size >= most) break
    if (!habitRow(row, library)) take(row)
  }
  const order = (entry: Chosen) => TRAINED.indexOf(entry.component)
  return {
    guided: [...chosen.values()].sort((a, b) => order(a) - order(b)),
    habits: [...habits.values()],
    excluded: [...excluded.values()],
  }
}

function habitRow(row: MenuRow, library: ReadonlyMap<string, Exercise>): boolean {
  const exercise = library.get(row.exerciseId)
  return exercise !== undefined && isHabit(exercise)
}
