import type { Content } from '../content.ts'
import type { Because, Decision } from '../decision.ts'
import type { Intake } from '../intake/intake.ts'
import { listed } from '../listed.ts'
import type { TriageResult } from '../triage/red-flag.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation } from './evaluation.ts'
import type { Tested } from './retest.ts'

/** The intake with the latest result of each test in place of the first one: what the next phase is made from. */
export function testedAgain(intake: Intake, { movementTests, selfTests }: Tested): Intake {
  return { ...intake, movementTests, selfTests }
}

export type EvaluateAgainInput = {
  /** What the plan was made from. */
  before: Evaluation
  intake: Intake
  /** The latest result of each test. */
  tested: Tested
  content: Content
  triage: TriageResult
  now: string
}

/**
 * The evaluation once more, with tests done again: what is new, what is no longer found, and whether another working pattern leads. It
 * changes no plan by itself; `ask` says that a clinician should look: another pattern or a new finding. Better results alone ask nobody.
 */
export function evaluateAgain(input: EvaluateAgainInput): { decision: Decision; ask: boolean } {
  const { before, intake, tested, content, triage, now } = input
  const { result, decision } = evaluate(testedAgain(intake, tested), content, triage, now)
  const idsOf = ({ findings }: Evaluation) => new Set(findings.map(({ id }) => id))
  const [was, is] = [idsOf(before), idsOf(result)]
  const named = (ids: ReadonlySet<string>, without: ReadonlySet<string>) =>
    content.findings.filter(({ id }) => ids.has(id) && !without.has(id)).map(({ label }) => label)
  const [found, gone] = [named(is, was), named(was, is)]
  const moved = result.pattern !== before.pattern
  const because: Because[] = [
    ...(moved
      ? [{ id: 'evaluation.again.pattern', values: { from: before.patternName, to: result.patternName } }]
      : []),
    ...(found.length > 0 ? [{ id: 'evaluation.again.found', values: { what: listed(found) } }] : []),
    ...(gone.length > 0 ? [{ id: 'evaluation.again.gone', values: { what: listed(gone) } }] : []),
  ]
  const same: Because[] = [{ id: 'evaluation.again.same' }]
  return {
    decision: { ...decision, rule: `${decision.rule}-again`, because: because.length > 0 ? because : same },
    ask: moved || found.length > 0,
  }
}
