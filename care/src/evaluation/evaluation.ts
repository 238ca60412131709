import * as z from 'zod/mini'
import { Because } from '../decision.ts'

/** Working patterns: they choose a starting menu and are confirmed or changed by a clinician. P8 is the mixed one. */
export const PatternId = z.enum(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'])
export type PatternId = z.infer<typeof PatternId>

/** Something that the evaluation found, with how sure it is (0..1) and why. Never a diagnosis. */
export const Finding = z.object({ id: z.string(), confidence: z.number(), because: z.array(Because) })
export type Finding = z.infer<typeof Finding>

/** Another working pattern and the fewest answers or results that would make it lead, as sentences. */
export const WouldChange = z.object({
  pattern: PatternId,
  patternName: z.string(),
  because: z.array(Because),
})
export type WouldChange = z.infer<typeof WouldChange>

/** Findings and the working pattern P1-P8 that they point to: a label to choose a starting menu, not a diagnosis. */
export const Evaluation = z.object({
  findings: z.array(Finding),
  pattern: PatternId,
  patternName: z.string(),
  confidence: z.number(),
  /** Evidence for each pattern less what speaks against it; the plan weighs its menu by it. Left out in older records. */
  candidates: z.optional(z.array(z.object({ pattern: PatternId, score: z.number() }))),
  because: z.array(Because),
  against: z.array(Because),
  severity: z.enum(['low', 'moderate', 'high']),
  yellowFlags: z.array(z.string()),
  /** What would make another pattern lead. Left out in older records. */
  wouldChange: z.optional(z.array(WouldChange)),
  /** Why a visit is suggested; empty where it is not. Left out in older records. */
  suggestsVisit: z.optional(z.array(Because)),
})
export type Evaluation = z.infer<typeof Evaluation>
