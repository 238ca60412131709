import * as z from 'zod/mini'
import type { Exercise } from '../exercise/exercise.ts'
import { Instant } from '../ids.ts'
import { forbiddenBy } from './fit.ts'

/** The fewest letters that say why a rule is overridden. */
export const OVERRIDE_LEAST = 10

/**
 * A clinician's word that an exercise may be done although a rule keeps it out: for this very exercise and these tags only, with the
 * reason in their own words. Another exercise in its place, a tag that comes later, or the next phase asks anew.
 */
export const Release = z.object({
  exerciseId: z.string(),
  tags: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type Release = z.infer<typeof Release>

/** Tags that no clinician's word overrides: the content says "no" without a condition. Source: `precautionTags` of the programme. */
const NEVER_RELEASED: readonly string[] = ['implanted_device']

type Tagged = Pick<Exercise, 'id' | 'contraindicationTags' | 'precautionTags'>

/** Every tag that keeps this exercise out, in the order of the tags. */
export const forbiddingTags = (exercise: Tagged, tags: readonly string[]): string[] =>
  tags.filter((tag) => forbiddenBy(exercise, [tag]) !== null)

/** Whether a clinician's word can lift this tag. */
export const mayRelease = (tag: string): boolean => !NEVER_RELEASED.includes(tag)

/** The tag that keeps the exercise of a plan's line out, or null: a release counts for its own exercise and its own tags, no others. */
export function barredBy(
  item: { released?: Release | undefined },
  exercise: Tagged,
  tags: readonly string[],
): string | null {
  const { released } = item
  const lifted = released?.exerciseId === exercise.id ? released.tags.filter(mayRelease) : []
  return forbiddingTags(exercise, tags).find((tag) => !lifted.includes(tag)) ?? null
}
