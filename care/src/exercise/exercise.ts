import { Movement } from '@dorsal/motion'
import * as z from 'zod/mini'
import { SignOff } from '../ids.ts'

/** Phases of care in their order. */
export const PhaseId = z.enum(['early', 'middle', 'late', 'maintenance'])
export type PhaseId = z.infer<typeof PhaseId>

/** Dosage: sets, reps, hold, tempo, rest, frequency. `durationSeconds` replaces reps for timed work; `effort` is the 0..10 band aimed at. */
export const Dosage = z.object({
  sets: z.number(),
  reps: z.nullable(z.number()),
  holdSeconds: z.number(),
  durationSeconds: z.nullable(z.number()),
  tempo: z.nullable(z.string()),
  restSeconds: z.number(),
  perSide: z.boolean(),
  timesPerDay: z.number(),
  daysPerWeek: z.number(),
  effort: z.tuple([z.number(), z.number()]),
})
export type Dosage = z.infer<typeof Dosage>

/** One exercise of the library: governed content, `id@version` immutable. */
export const Exercise = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  components: z.array(z.string()),
  position: z.string(),
  equipment: z.array(z.string()),
  laterality: z.string(),
  purpose: z.string(),
  steps: z.array(z.string()),
  faults: z.array(z.object({ id: z.string(), name: z.string(), cue: z.string() })),
  dosage: z.object({ early: z.nullable(Dosage), middle: z.nullable(Dosage), late: z.nullable(Dosage) }),
  variants: z.object({ easier: z.nullable(z.string()), harder: z.nullable(z.string()) }),
  progression: z.object({
    chain: z.string(),
    level: z.number(),
    easierId: z.nullable(z.string()),
    harderId: z.nullable(z.string()),
  }),
  contraindicationTags: z.array(z.string()),
  precautionTags: z.array(z.string()),
  trackability: z.enum(['full', 'partial', 'timer-only', 'none']),
  movement: Movement,
  evidence: z.enum(['thoracic', 'borrowed', 'weak']),
  sources: z.array(z.string()),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type Exercise = z.infer<typeof Exercise>

/**
 * Whether the sides swap with each repetition; sides that need another position are done one after the other. By how it is counted
 * or, where nothing is counted, by what the exercise says of itself.
 */
export function alternates(exercise: {
  laterality: string
  movement?: { template: string } | undefined
}): boolean {
  return exercise.movement?.template === 'alternating' || exercise.laterality === 'alternating'
}

/**
 * Whether there is a range to make smaller: in whatever is done by repetitions, counted by a camera or not. What is done for a time
 * (walking, breathing by the clock, a pack) gets shorter instead.
 */
export function hasRange(dosage: Pick<Dosage, 'durationSeconds'>): boolean {
  return dosage.durationSeconds === null
}
