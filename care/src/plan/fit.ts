import type { Because } from '../decision.ts'
import type { Dosage, Exercise, PhaseId } from '../exercise/exercise.ts'

/**
 * Tags under which an exercise that merely asks for care is left out too, until a clinician has released it: after recent
 * surgery only what was released may be done; an unstable heart or lung waits for medical clearance.
 */
const STRICT_TAGS: readonly string[] = ['recent_spine_surgery', 'heart_lung_unstable']

/** Positions on the floor; from 65 on, or when balance is unsure, the seated or standing neighbour is offered first. */
export const FLOOR: readonly string[] = [
  'supine',
  'prone',
  'side-lying',
  'quadruped',
  'kneeling',
  'half-kneeling',
]

/** What the person brings: tags of the triage, equipment at hand, whether the floor is fine for them. */
export type Person = { tags: readonly string[]; equipment: readonly string[]; floor: boolean; phase: PhaseId }

/** The tag that forbids this exercise for this person, or null. The one place that decides it; edits and adaptations ask here. */
export function forbiddenBy(exercise: Exercise, tags: readonly string[]): string | null {
  return (
    tags.find(
      (tag) =>
        exercise.contraindicationTags.includes(tag) ||
        (STRICT_TAGS.includes(tag) && exercise.precautionTags.includes(tag)),
    ) ?? null
  )
}

/** The tags that ask for care with this exercise: it stays, smaller and slower. */
export function careTags(exercise: Exercise, tags: readonly string[]): string[] {
  return tags.filter((tag) => exercise.precautionTags.includes(tag))
}

/** The dosage of the phase; maintenance uses the late one. Null where the library gives none, which means: not in this phase. */
export function dosageFor(exercise: Exercise, phase: PhaseId): Dosage | null {
  return phase === 'maintenance' ? exercise.dosage.late : exercise.dosage[phase]
}

type Unfit = { exerciseId: string; because: Because; forbidden: boolean }

/** Why this exercise is left out for this person, or null when it fits. Danger first, then phase, kit and floor. */
export function unfit(exercise: Exercise, person: Person): Unfit | null {
  const out = (because: Because, forbidden = false): Unfit => ({
    exerciseId: exercise.id,
    because,
    forbidden,
  })
  const values = { exercise: exercise.name }
  const tag = forbiddenBy(exercise, person.tags)
  if (tag !== null) return out({ id: `excluded.${tag}`, values }, true)
  if (dosageFor(exercise, person.phase) === null) return out({ id: 'excluded.later-phase', values })
  const missing = exercise.equipment.find((item) => !person.equipment.includes(item))
  if (missing !== undefined)
    return out({ id: 'excluded.equipment', values: { ...values, equipment: missing } })
  if (!person.floor && FLOOR.includes(exercise.position)) return out({ id: 'excluded.floor', values })
  return null
}
