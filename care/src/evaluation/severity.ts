import { type Condition, type Facts, holds } from '../condition.ts'
import type { Evaluation } from './evaluation.ts'

type Severity = Evaluation['severity']

/**
 * How much the pain takes hold at the moment, first row that holds; it sets the number of visits, one to three a week.
 * Thresholds of 0-10 pain and of the person's own activities (PSFS, 0 unable) are author defaults.
 */
export const SEVERITY: readonly { id: string; when: Condition; severity: Severity }[] = [
  { id: 'pain-high', when: { fact: 'nprs.average', atLeast: 7 }, severity: 'high' },
  { id: 'pain-now-high', when: { fact: 'nprs.now', atLeast: 8 }, severity: 'high' },
  {
    id: 'life-stopped',
    when: {
      all: [
        { fact: 'psfs.mean', atMost: 2 },
        { fact: 'nprs.average', atLeast: 5 },
      ],
    },
    severity: 'high',
  },
  { id: 'pain-moderate', when: { fact: 'nprs.average', atLeast: 4 }, severity: 'moderate' },
  { id: 'pain-peaks', when: { fact: 'nprs.worst', atLeast: 8 }, severity: 'moderate' },
  { id: 'life-limited', when: { fact: 'psfs.mean', atMost: 3 }, severity: 'moderate' },
  { id: 'pain-low', when: { fact: 'nprs.average', atMost: 3.9 }, severity: 'low' },
]

/** Severity from the facts; nothing known counts as moderate, so that missing answers never mean fewer visits. */
export function severityOf(facts: Facts): { severity: Severity; rule: string } {
  const row = SEVERITY.find((candidate) => holds(candidate.when, facts))
  return { severity: row?.severity ?? 'moderate', rule: row?.id ?? 'not-known' }
}

/** Visits at the clinic per week while that severe. Source: one to three a week by severity. */
export const VISITS: Readonly<Record<Severity, number>> = { low: 1, moderate: 2, high: 3 }
