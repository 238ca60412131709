import { type Facts, holds } from '../condition.ts'
import type { Content, PatternRule } from '../content.ts'
import type { Because, Decision } from '../decision.ts'
import { factsOf } from '../intake/facts.ts'
import type { Intake } from '../intake/intake.ts'
import type { TriageResult } from '../triage/red-flag.ts'
import { EVALUATION_SENTENCES } from './evaluation.because.ts'
import type { Evaluation, Finding, PatternId } from './evaluation.ts'
import { reason } from './reason.ts'
import { severityOf } from './severity.ts'
import { judgedFacts } from './test-facts.ts'

/** The least weight of evidence that names a pattern, and its lead over the next one; below either, the pattern is "mixed". */
const LEAST_EVIDENCE = 2.5
const LEAST_LEAD = 0.75

type Scored = { rule: PatternRule; score: number; for: Because[]; against: Because[] }

function score(rule: PatternRule, facts: Facts): Scored {
  const speaksFor = rule.for.filter((row) => holds(row.when, facts))
  const speaksAgainst = rule.against.filter((row) => holds(row.when, facts))
  const total = (rows: PatternRule['for']) => rows.reduce((sum, row) => sum + row.weight, 0)
  const said = (rows: PatternRule['for']) => {
    const ids = [...new Set(rows.map((row) => row.because))]
    return ids.map((id) => reason(id, facts, EVALUATION_SENTENCES))
  }
  return {
    rule,
    score: total(speaksFor) - total(speaksAgainst),
    for: said(speaksFor),
    against: said(speaksAgainst),
  }
}

function findingsOf(content: Content, facts: Facts): Finding[] {
  return content.findings
    .filter((rule) => holds(rule.when, facts))
    .map((rule) => ({
      id: rule.id,
      confidence: rule.confidence,
      because: [
        `finding.${rule.id}` in EVALUATION_SENTENCES
          ? reason(`finding.${rule.id}`, facts, EVALUATION_SENTENCES)
          : { id: 'finding.other', values: { label: rule.label } },
      ],
    }))
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
 * What the history, habits and movement tests point to: findings with confidence (0..1), the working pattern P1-P8 with
 * what speaks for and against it, and how severe it is at the moment. A label to choose a starting menu, never a
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
  const ranked = content.patterns
    .map((rule) => score(rule, facts))
    .sort((a, b) => b.score - a.score || a.rule.id.localeCompare(b.rule.id))
  const [best, second] = ranked
  const mixed = ranked.find((candidate) => candidate.rule.id === 'P8')
  const lead = (best?.score ?? 0) - Math.max(0, second?.score ?? 0)
  const clear = best !== undefined && best.score >= LEAST_EVIDENCE && lead >= LEAST_LEAD
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
    confidence: clear ? confidenceOf(best.score, lead) : 0.3,
    candidates: ranked.map(({ rule: { id }, score: evidence }) => ({ pattern: id, score: evidence })),
    because: clear ? best.for : unclear,
    against: clear ? best.against : [],
    severity,
    yellowFlags: content.yellowFlags.filter((flag) => holds(flag.when, facts)).map((flag) => flag.id),
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
