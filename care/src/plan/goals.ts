import type { Content } from '../content.ts'
import type { PhaseId } from '../exercise/exercise.ts'
import type { MenuRow } from './choose.ts'
import { type GoalLadder, ladderFor, ladderIn } from './ladder.ts'
import type { Plan } from './plan.ts'

/** The person's goals, each with its ladder as it stands in this phase. */
export function goalsIn(
  goals: readonly { text: string; now: number }[],
  content: Content,
  phase: PhaseId,
): Plan['goals'] {
  return goals.map(({ text, now }) => {
    const ladder = ladderFor(text, content.ladders)
    return ladder === null ? { text, now } : { text, now, ladder: ladderIn(ladder, phase) }
  })
}

const exercisesNow = (ladder: GoalLadder | undefined) =>
  (ladder?.steps ?? []).filter((step) => step.state === 'now').flatMap((step) => step.exerciseId ?? [])

/** The exercises of the steps that come now, the first goal's first: what everyday movement to practise. */
export function goalRows(goals: Plan['goals']): MenuRow[] {
  return goals.flatMap(({ text, ladder }) =>
    exercisesNow(ladder)
      .slice(0, 1)
      .map((exerciseId) => ({
        exerciseId,
        component: 'functional' as const,
        because: 'menu.functional',
        goal: text,
      })),
  )
}
