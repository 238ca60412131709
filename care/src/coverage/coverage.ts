import * as z from 'zod/mini'
import { Uuid } from '../ids.ts'

const words = (most: number) => z.string().check(z.maxLength(most))
const name = words(120).check(z.regex(/[\p{L}\p{N}]/u))

/** Who pays for somebody's care: the employer for whom they work, or a health plan. */
export const COVERAGE_KINDS = ['employer', 'health-plan'] as const
export const CoverageKind = z.enum(COVERAGE_KINDS)
export type CoverageKind = z.infer<typeof CoverageKind>

/**
 * What the clinic says of one employer or health plan. `aliases`: what else people call it. `ended`: it was accepted and is not any more,
 * which is told too. `note`: what to bring or do first, such as a referral; `pays`: what is left to pay, in the clinic's own words.
 */
export const CoverageWish = z.object({
  kind: CoverageKind,
  name,
  aliases: z.array(name).check(z.maxLength(20)),
  state: z.enum(['accepted', 'ended']),
  note: words(300),
  pays: words(300),
})
export type CoverageWish = z.infer<typeof CoverageWish>

export const CoverageEntry = z.extend(CoverageWish, { id: Uuid })
export type CoverageEntry = z.infer<typeof CoverageEntry>

/** What to do where nobody else pays, in the clinic's own words: what a visit costs, and what is free. Empty: nothing is said of it. */
export const CoverageWords = z.object({ payYourself: words(600), freePath: words(600) })
export type CoverageWords = z.infer<typeof CoverageWords>

/** As many as a clinic can keep. */
export const MOST_ENTRIES = 5000
/** As many as a search shows. */
export const MOST_FOUND = 8
