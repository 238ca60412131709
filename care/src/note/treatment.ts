import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'

export const Grade = z.enum(['I', 'II', 'III', 'IV', 'V'])
export type Grade = z.infer<typeof Grade>

/** Levels from the neck-chest junction to the chest-loin junction, ribs, and areas where no level is meant. */
export const SEGMENTS = [
  'C7',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'L1',
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'R7',
  'R8',
  'R9',
  'R10',
  'R11',
  'R12',
  'upper-back',
  'middle-back',
  'shoulder-blade',
  'chest-front',
] as const
export const Segment = z.enum(SEGMENTS)
export type Segment = z.infer<typeof Segment>

export const TECHNIQUE_IDS = [
  'joint-mobilisation',
  'thrust',
  'rib-mobilisation',
  'soft-tissue',
  'trigger-point',
  'muscle-energy',
  'heat',
  'cold',
  'electrical-stimulation',
] as const
export const TechniqueId = z.enum(TECHNIQUE_IDS)
export type TechniqueId = z.infer<typeof TechniqueId>

/** What must be recorded of a treatment beside what was done and how the person took it. */
export type TreatmentField = 'segments' | 'grade' | 'side' | 'minutes'

type TechniqueRow = {
  kind: 'manual' | 'modality'
  needs: readonly TreatmentField[]
  /** Grades that there are of it (Maitland I-IV, V for a thrust); empty: it has none. */
  grades: readonly Grade[]
}

/** Hands-on techniques and modalities, and what makes the record of each complete. */
export const TECHNIQUES: Readonly<Record<TechniqueId, TechniqueRow>> = {
  'joint-mobilisation': {
    kind: 'manual',
    needs: ['segments', 'grade', 'side', 'minutes'],
    grades: ['I', 'II', 'III', 'IV'],
  },
  thrust: { kind: 'manual', needs: ['segments', 'grade', 'side'], grades: ['V'] },
  'rib-mobilisation': {
    kind: 'manual',
    needs: ['segments', 'grade', 'side', 'minutes'],
    grades: ['I', 'II', 'III', 'IV'],
  },
  'soft-tissue': { kind: 'manual', needs: ['segments', 'side', 'minutes'], grades: [] },
  'trigger-point': { kind: 'manual', needs: ['segments', 'side', 'minutes'], grades: [] },
  'muscle-energy': { kind: 'manual', needs: ['segments', 'side', 'minutes'], grades: [] },
  heat: { kind: 'modality', needs: ['segments', 'minutes'], grades: [] },
  cold: { kind: 'modality', needs: ['segments', 'minutes'], grades: [] },
  'electrical-stimulation': { kind: 'modality', needs: ['segments', 'minutes'], grades: [] },
}

const pain = z.nullable(z.number().check(z.gte(0), z.lte(10)))

/**
 * One treatment of a visit. `response`: how the person was right after it; `painBefore`, `painAfter` 0..10, null: not asked. `override`: why
 * it was done although a precaution of the person speaks against it. `carried`: taken over from an earlier note, and so nobody's word
 * until it is `confirmed`.
 */
export const Treatment = z.object({
  id: Uuid,
  technique: TechniqueId,
  segments: z.array(Segment).check(z.maxLength(30)),
  grade: z.nullable(Grade),
  side: z.nullable(z.enum(['left', 'right', 'both', 'central'])),
  minutes: z.nullable(z.number().check(z.gt(0), z.lte(120))),
  painBefore: pain,
  painAfter: pain,
  response: z.nullable(z.enum(['better', 'same', 'worse'])),
  words: z.nullable(z.string().check(z.maxLength(500))),
  override: z.nullable(z.string().check(z.maxLength(500))),
  carried: z.nullable(z.object({ noteId: Uuid, at: Instant })),
  confirmed: z.boolean(),
})
export type Treatment = z.infer<typeof Treatment>

/** The treatments of the last note as a beginning for today's: what was done stays, how the person took it is asked anew. Nothing counts until confirmed. */
export function carriedOver(
  last: { noteId: string; at: string; treatments: readonly Treatment[] },
  newId: (index: number) => string,
): Treatment[] {
  return last.treatments.map((treatment, index) => ({
    ...treatment,
    id: newId(index),
    painBefore: null,
    painAfter: null,
    response: null,
    words: null,
    override: null,
    carried: { noteId: last.noteId, at: last.at },
    confirmed: false,
  }))
}

const LEVEL = /^([A-Z])(\d+)-(?:([A-Z]))?(\d+)$/

/** Levels as they are typed: "T4 T5", "t4-t6, R7", "upper-back". `unknown`: what names no level or area here; nothing is guessed. */
export function segmentsOf(typed: string): { segments: Segment[]; unknown: string[] } {
  const known = (name: string): Segment | undefined =>
    SEGMENTS.find((segment) => segment.toLowerCase() === name.toLowerCase())
  const found: Segment[] = []
  const unknown: string[] = []
  for (const word of typed.split(/[\s,;]+/).filter((part) => part !== '')) {
    const one = known(word)
    const range = LEVEL.exec(word.toUpperCase())
    const [from, to] = range
      ? [known(`${range[1]}${range[2]}`), known(`${range[3] ?? range[1]}${range[4]}`)]
      : [undefined, undefined]
    if (one !== undefined) found.push(one)
    else if (from !== undefined && to !== undefined && SEGMENTS.indexOf(from) < SEGMENTS.indexOf(to))
      found.push(...SEGMENTS.slice(SEGMENTS.indexOf(from), SEGMENTS.indexOf(to) + 1))
    else unknown.push(word)
  }
  return { segments: [...new Set(found)], unknown }
}
