import type { StaffRole } from '../access/principal.ts'
import type { Because } from '../decision.ts'
import { type Grade, TECHNIQUES, type TechniqueId, type Treatment } from './treatment.ts'

type PrecautionRow = { tag: string; techniques: readonly TechniqueId[]; grades: readonly Grade[] | null }

/**
 * What speaks against a treatment: a precaution of the person, the techniques, and of these the grades (null: all of them). Author
 * defaults, on the careful side, to be reviewed by the clinic's lead with the rest of the content.
 */
export const TREATMENT_PRECAUTIONS: readonly PrecautionRow[] = [
  { tag: 'bone_fragile', techniques: ['thrust'], grades: null },
  { tag: 'bone_fragile', techniques: ['joint-mobilisation', 'rib-mobilisation'], grades: ['IV'] },
  { tag: 'rib_injury', techniques: ['thrust', 'rib-mobilisation'], grades: null },
  { tag: 'rib_injury', techniques: ['joint-mobilisation'], grades: ['III', 'IV'] },
  {
    tag: 'recent_spine_surgery',
    techniques: ['thrust', 'joint-mobilisation', 'rib-mobilisation'],
    grades: null,
  },
  { tag: 'inflammatory_spine', techniques: ['thrust'], grades: null },
  { tag: 'hypermobile', techniques: ['thrust'], grades: null },
  { tag: 'trunk_nerve_symptoms', techniques: ['thrust'], grades: null },
  { tag: 'arm_nerve_symptoms', techniques: ['thrust'], grades: null },
  { tag: 'pregnancy_2_3', techniques: ['thrust', 'electrical-stimulation'], grades: null },
  { tag: 'heart_lung_unstable', techniques: ['thrust', 'heat'], grades: null },
  { tag: 'high_irritability', techniques: ['thrust'], grades: null },
  { tag: 'high_irritability', techniques: ['joint-mobilisation', 'rib-mobilisation'], grades: ['III', 'IV'] },
  { tag: 'implanted_device', techniques: ['electrical-stimulation'], grades: null },
  { tag: 'epilepsy', techniques: ['electrical-stimulation'], grades: null },
  { tag: 'skin_sensation', techniques: ['heat', 'cold', 'electrical-stimulation'], grades: null },
]

/** Words without which an override is none. */
export const OVERRIDE_LETTERS = 10

/** Something that is missing or speaks against a treatment. `override`: words may stand against it. */
export type TreatmentFault = { treatmentId: string; because: Because; override: boolean }

/** The precautions of the person that speak against a treatment, in the order of the table. A grade that is not recorded counts as any. */
export function speaksAgainst(
  { technique, grade }: Pick<Treatment, 'technique' | 'grade'>,
  tags: readonly string[],
): string[] {
  const rows = TREATMENT_PRECAUTIONS.filter(
    (row) =>
      tags.includes(row.tag) &&
      row.techniques.includes(technique) &&
      (row.grades === null || grade === null || row.grades.includes(grade)),
  )
  return [...new Set(rows.map(({ tag }) => tag))]
}

function missing(treatment: Treatment): Because[] {
  const { technique } = treatment
  const { needs, grades } = TECHNIQUES[technique]
  const lacks = needs.filter((field) =>
    field === 'segments' ? treatment.segments.length === 0 : treatment[field] === null,
  )
  return [
    ...lacks.map((field): Because => ({ id: `treatment.needs-${field}`, values: { technique } })),
    ...(treatment.response === null ? [{ id: 'treatment.needs-response', values: { technique } }] : []),
    ...(treatment.grade !== null && !grades.includes(treatment.grade)
      ? [{ id: 'treatment.no-such-grade', values: { technique, grade: treatment.grade } }]
      : []),
    ...(treatment.carried !== null && !treatment.confirmed
      ? [{ id: 'treatment.not-confirmed', values: { technique } }]
      : []),
  ]
}

/**
 * All that keeps a treatment from being signed for: what its record lacks, a grade that there is not, what was carried over and nobody
 * confirmed, and precautions that no therapist's words stand against. An assistant's words never do.
 */
export function faultsOfTreatment(
  treatment: Treatment,
  { tags, role }: { tags: readonly string[]; role: StaffRole },
): TreatmentFault[] {
  const { id: treatmentId, technique } = treatment
  const said = (treatment.override ?? '').trim().length >= OVERRIDE_LETTERS
  const against = said && role !== 'assistant' ? [] : speaksAgainst(treatment, tags)
  return [
    ...missing(treatment).map((because) => ({ treatmentId, because, override: false })),
    ...against.map((tag) => ({
      treatmentId,
      because: { id: `treatment.against-${tag}`, values: { technique } },
      override: true,
    })),
  ]
}
