import * as z from 'zod/mini'

/**
 * How well a claim is founded for mid-back pain: `thoracic` studied in it; `borrowed` from low-back, neck or shoulder pain, by analogy;
 * `weak` few or mixed studies, or general knowledge of the field. There is no thoracic treatment guideline, and no product text may say so.
 */
export const EvidenceGrade = z.enum(['thoracic', 'borrowed', 'weak'])
export type EvidenceGrade = z.infer<typeof EvidenceGrade>

/** The ground under a sentence: its grade and the ids of the references that it rests on. */
export const Claim = z.object({ grade: EvidenceGrade, references: z.array(z.string()) })
export type Claim = z.infer<typeof Claim>

/**
 * One paragraph that a person reads. With a `claim` it says something about pain, bodies or treatment that must be true, and is shown
 * with its grade; without one it is an instruction or a link between paragraphs. Used by lessons and public pages alike.
 */
export const Passage = z.object({ id: z.string(), text: z.string(), claim: z.nullable(Claim) })
export type Passage = z.infer<typeof Passage>
