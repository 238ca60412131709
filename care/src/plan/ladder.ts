import * as z from 'zod/mini'
import { PhaseId } from '../exercise/exercise.ts'
import { SignOff } from '../ids.ts'

/**
 * The way back to one kind of activity in small steps, easiest first. `match`: beginnings of words by language that show that a
 * goal is of this kind; the ladder without any is for all others. A step names an exercise of the library, or is done in the day.
 */
export const Ladder = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  match: z.record(z.string(), z.array(z.string())),
  steps: z.array(z.object({ phase: PhaseId, exerciseId: z.nullable(z.string()), text: z.string() })),
  evidence: z.enum(['thoracic', 'borrowed', 'weak']),
  sources: z.array(z.string()),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type Ladder = z.infer<typeof Ladder>

/** A ladder as it stands in somebody's plan: for which of their goals, and where they are on it. */
export const GoalLadder = z.object({
  id: z.string(),
  name: z.string(),
  steps: z.array(
    z.object({
      phase: PhaseId,
      exerciseId: z.nullable(z.string()),
      text: z.string(),
      state: z.enum(['done', 'now', 'later']),
    }),
  ),
})
export type GoalLadder = z.infer<typeof GoalLadder>

const order = (phase: PhaseId) => PhaseId.options.indexOf(phase)

/** Lower case without accents, each run of anything else one space. */
const even = (text: string) =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`

/** How well a ladder fits the goal: letters of the longest beginning found, and where in the goal it stands. Null: not at all. */
function told(goal: string, beginnings: readonly string[]): { letters: number; at: number } | null {
  const found = beginnings
    .map(even)
    .map((beginning) => ({ letters: beginning.length, at: goal.indexOf(beginning) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.letters - a.letters || a.at - b.at)
  return found[0] ?? null
}

/**
 * The ladder for a goal in the person's own words: the one with the longest matching beginning of a word, in any of the languages, the
 * earlier one where two are as long; the one for any activity where none matches. Null where the content has no ladders. Deterministic.
 */
export function ladderFor(goal: string, ladders: readonly Ladder[]): Ladder | null {
  const words = even(goal)
  const [best] = ladders
    .flatMap((ladder) => {
      const match = told(words, Object.values(ladder.match).flat())
      return match === null ? [] : [{ ladder, ...match }]
    })
    .sort((a, b) => b.letters - a.letters || a.at - b.at)
  return best?.ladder ?? ladders.find(({ match }) => Object.values(match).flat().length === 0) ?? null
}

/** The ladder as it stands in this phase: steps of earlier phases are done, those of this one are now, the others come later. */
export function ladderIn(ladder: Ladder, phase: PhaseId): GoalLadder {
  const here = order(phase)
  return {
    id: ladder.id,
    name: ladder.name,
    steps: ladder.steps.map((step) => ({
      ...step,
      state: order(step.phase) < here ? 'done' : order(step.phase) === here ? 'now' : 'later',
    })),
  }
}
