import { type Facts, holds } from '../condition.ts'
import type { Content } from '../content.ts'
import type { Because, Decision } from '../decision.ts'
import { factsOf } from '../intake/facts.ts'
import type { Intake } from '../intake/intake.ts'
import type { TriageResult } from '../triage/red-flag.ts'
import { EVALUATION_SENTENCES } from './evaluation.because.ts'
import type { Evaluation, PatternId } from './evaluation.ts'
import { findingsOf } from './findings.ts'
import { type EvidenceRow, LEAST_EVIDENCE, rank } from './pattern.ts'
import { reason } from './reason.ts'
import { severityOf } from './severity.ts'
import { judgedFacts } from './test-facts.ts'
import { visitReasons } from './visit.ts'
import { wouldChange } from './would-change.ts'

function said(rows: readonly EvidenceRow[], facts: Facts): Because[] {
  const ids = [...new Set(rows.map((row) => row.because))]
  return ids.map((id) => reason(id, facts, EVALUATION_SENTENCES))
}

/** All facts that the evaluation and the plan look at: plain answers, judged tests, counts, and the tags of the triage. */
export function evaluationFacts(
  intake: Intake,
  content: Content,
  tags: readonly string[],
  now: string,
): Facts {
  const plain = factsOf(intake, now)
  const facts = judgedFacts(intake, plain, content.movementTests, content.yellowFlags)
  return { ...facts, ...Object.fromEntries(tags.map((tag) => [`tag.${tag}`, true])) }
}

/**
 * What the history, habits, movement tests and tests done alone point to: findings with confidence (0..1), the working pattern P1-P8 with
 * what speaks for and against it and what would change that, how severe it is at the moment, and whether a visit is suggested. A label to choose a starting menu, never a
 * diagnosis. Missing data speaks neither for nor against. Where no pattern leads clearly the answer is P8, and a
 * therapist decides. Source: pattern synthesis and weights in content, author default, unsigned.
 */
export function evaluate(
  intake: Intake,
  content: Content,
  triage: TriageResult,
  now: string,
): { result: Evaluation; decision: Decision } {
  const facts = evaluationFacts(intake, content, triage.precautionTags, now)
  const findings = findingsOf(content, facts)
  const ranking = rank(content.patterns, facts)
  const { ranked, clear, lead } = ranking
  const [best, second] = ranked
  const mixed = ranked.find((candidate) => candidate.rule.id === 'P8')
  const chosen = clear ? best : (mixed ?? best)
  const unclear: Because[] = [
    best !== undefined && best.score >= LEAST_EVIDENCE && second !== undefined
      ? { id: 'pattern.two-fit', values: { first: best.rule.name, second: second.rule.name } }
      : { id: 'pattern.too-little' },
    { id: 'pattern.therapist-decides' },
  ]
  const { severity, rule } = severityOf(facts)
  const pattern: PatternId = chosen?.rule.id ?? 'P8'
  const result: Evaluation = {
    findings,
    pattern,
    patternName: chosen?.rule.name ?? '',
    confidence: clear && best ? confidenceOf(best.score, lead) : 0.3,
    candidates: ranked.map(({ rule: { id }, score: evidence }) => ({ pattern: id, score: evidence })),
    because: clear && best ? said(best.for, facts) : unclear,
    against: clear && best ? said(best.against, facts) : [],
    severity,
    yellowFlags: content.yellowFlags.filter((flag) => holds(flag.when, facts)).map((flag) => flag.id),
    wouldChange: wouldChange(content.patterns, facts, pattern),
    suggestsVisit: visitReasons(facts, ranking),
  }
  const scores = Object.fromEntries(ranked.map((candidate) => [candidate.rule.id, candidate.score]))
  return {
    result,
    decision: {
      kind: 'evaluation',
      rule: clear ? `pattern-${pattern}` : 'pattern-unclear',
      contentVersion: content.version,
      inputs: { intake, triage },
      outcome: {
        pattern,
        severity,
        severityRule: rule,
        scores,
        findings: findings.map((finding) => finding.id),
        suggestsVisit: (result.suggestsVisit ?? []).map((because) => because.id),
      },
      because: [...result.because, { id: `severity.${rule}` }],
      at: now,
      by: 'rules',
    },
  }
}

/** Between 0.4 and 0.9: rises with the evidence and with its lead over the next pattern; never sure, it is a questionnaire. */
function confidenceOf(evidence: number, lead: number): number {
  const value = 0.4 + 0.05 * Math.min(evidence, 6) + 0.05 * Math.min(lead, 4)
  return Math.round(Math.min(0.9, value) * 100) / 100
}
