import { type Facts, holds } from '../condition.ts'
import type { PatternRule } from '../content.ts'

/** The least weight of evidence that names a pattern, and its lead over the next one; below either, the pattern is "mixed". Author defaults. */
export const LEAST_EVIDENCE = 2.5
export const LEAST_LEAD = 0.75

/** A row of evidence: a condition, how much it weighs, and the sentence that says it. */
export type EvidenceRow = PatternRule['for'][number]

/** One pattern with the evidence that the facts give it: weights that speak for it less those against. */
export type Scored = { rule: PatternRule; score: number; for: EvidenceRow[]; against: EvidenceRow[] }

/** All patterns, the one with most evidence first; whether it leads clearly, and by how much. */
export type Ranking = { ranked: Scored[]; clear: boolean; lead: number }

/** The weight of some rows together. */
export const total = (rows: readonly EvidenceRow[]): number => rows.reduce((sum, row) => sum + row.weight, 0)

function scored(rule: PatternRule, facts: Facts): Scored {
  const speaksFor = rule.for.filter((row) => holds(row.when, facts))
  const speaksAgainst = rule.against.filter((row) => holds(row.when, facts))
  return { rule, score: total(speaksFor) - total(speaksAgainst), for: speaksFor, against: speaksAgainst }
}

/** Ranks the working patterns by the facts. Missing facts speak neither for nor against: a row holds only by something that was said or measured. */
export function rank(patterns: readonly PatternRule[], facts: Facts): Ranking {
  const ranked = patterns
    .map((rule) => scored(rule, facts))
    .sort((a, b) => b.score - a.score || a.rule.id.localeCompare(b.rule.id))
  const [best, second] = ranked
  const lead = (best?.score ?? 0) - Math.max(0, second?.score ?? 0)
  return { ranked, lead, clear: best !== undefined && best.score >= LEAST_EVIDENCE && lead >= LEAST_LEAD }
}
