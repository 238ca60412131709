import { type Facts, holds } from '../condition.ts'
import type { Content, FindingRule } from '../content.ts'
import type { Because } from '../decision.ts'
import { EVALUATION_SENTENCES } from './evaluation.because.ts'
import type { Finding } from './evaluation.ts'
import { reason } from './reason.ts'

/** A finding that holds is never less sure than a guess and never certain: it is a questionnaire and a camera. */
const LEAST_SURE = 0.3
const MOST_SURE = 0.95

function findingOf(rule: FindingRule, facts: Facts): Finding {
  const more = (rule.more ?? []).filter((row) => holds(row.when, facts))
  const confidence = more.reduce((sum, row) => sum + row.by, rule.confidence)
  const own: Because =
    `finding.${rule.id}` in EVALUATION_SENTENCES
      ? reason(`finding.${rule.id}`, facts, EVALUATION_SENTENCES)
      : { id: 'finding.other', values: { label: rule.label } }
  const ids = [...new Set(more.map((row) => row.because))]
  return {
    id: rule.id,
    confidence: Math.round(Math.min(MOST_SURE, Math.max(LEAST_SURE, confidence)) * 100) / 100,
    because: [own, ...ids.map((id) => reason(id, facts, EVALUATION_SENTENCES))],
  }
}

/**
 * What was found, each with how sure it is (0.3..0.95) and why: the answer or test itself, then what makes it surer or less sure, such as a
 * value within the error of its limit. Missing data finds nothing. Source: confidences are author defaults, unsigned.
 */
export function findingsOf(content: Pick<Content, 'findings'>, facts: Facts): Finding[] {
  return content.findings.filter((rule) => holds(rule.when, facts)).map((rule) => findingOf(rule, facts))
}
