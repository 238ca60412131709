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

/** What the question about positions calls the position of an exercise; `any` needs none. */
const ANSWERED: Readonly<Record<string, string>> = {
  standing: 'standing',
  walking: 'standing',
  seated: 'seated',
  supine: 'back',
  prone: 'front',
  'side-lying': 'side',
  quadruped: 'kneeling',
  kneeling: 'kneeling',
  'half-kneeling': 'kneeling',
}

/** Exercises that no rule puts into a plan: a clinician opts in. Source: guidelines differ on TENS; see the notes of the content. */
export const CLINICIAN_ONLY: readonly string[] = ['tens-education']

/**
 * What the person brings: tags of the triage, equipment at hand, the positions that they said they can take (null: not asked), and
 * whether the floor is fine for them where they were not asked.
 */
export type Person = {
  tags: readonly string[]
  equipment: readonly string[]
  positions: readonly string[] | null
  floor: boolean
  phase: PhaseId
}

/** What of an exercise says for whom it is not; and what else it has to fit. Enough of it is in the library that everybody may read. */
type Tagged = Pick<Exercise, 'contraindicationTags' | 'precautionTags'>
type Fitting = Tagged & Pick<Exercise, 'id' | 'name' | 'dosage' | 'equipment' | 'position'>

/** The tag that forbids this exercise for this person, or null. The one place that decides it; edits and adaptations ask here. */
export function forbiddenBy(exercise: Tagged, tags: readonly string[]): string | null {
  return (
    tags.find(
      (tag) =>
        exercise.contraindicationTags.includes(tag) ||
        (STRICT_TAGS.includes(tag) && exercise.precautionTags.includes(tag)),
    ) ?? null
  )
}

/** The tags that ask for care with this exercise: it stays, smaller and slower. */
export function careTags(exercise: Tagged, tags: readonly string[]): string[] {
  return tags.filter((tag) => exercise.precautionTags.includes(tag))
}

/** The dosage of the phase; maintenance uses the late one. Null where the library gives none, which means: not in this phase. */
export function dosageFor(exercise: Pick<Exercise, 'dosage'>, phase: PhaseId): Dosage | null {
  return phase === 'maintenance' ? exercise.dosage.late : exercise.dosage[phase]
}

type Unfit = { exerciseId: string; because: Because; forbidden: boolean }

/** Why this exercise is left out for this person, or null when it fits. Danger first, then phase, kit, position and floor. */
export function unfit(exercise: Fitting, person: Person): Unfit | null {
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
  if (CLINICIAN_ONLY.includes(exercise.id)) return out({ id: 'excluded.clinician-only', values })
  const position = ANSWERED[exercise.position]
  if (position !== undefined && person.positions !== null && !person.positions.includes(position))
    return out({ id: 'excluded.position', values })
  if (!person.floor && FLOOR.includes(exercise.position)) return out({ id: 'excluded.floor', values })
  return null
}
