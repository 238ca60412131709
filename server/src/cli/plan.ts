import {
  type Because,
  type Content,
  composePlan,
  evaluate,
  explain,
  type Intake,
  type Plan,
  type TriageResult,
  triage,
} from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import { allowsPlan } from '../patient/standing.ts'
import { readIntakes } from './read-intakes.ts'
import { badInput, type Given, type Reply } from './reply.ts'
import { printedTriage } from './triage.ts'

const said = (because: Because): string => explain(because)

function planOf(intake: Intake, screened: TriageResult, content: Content, now: string): Plan {
  const evaluation = evaluate(intake, content, screened, now).result
  return composePlan({ intake, evaluation, triage: screened, content, now, hold: false }).result
}

/** A plan as it is printed: reasons in words, an item that is no exercise by its title. */
function printedPlan({
  pattern,
  findings,
  phase,
  cadence,
  items,
  excluded,
  precautionTags,
  evaluation,
}: Plan) {
  return {
    pattern,
    because: evaluation.because.map(said),
    against: evaluation.against.map(said),
    findings: findings.map((finding) => ({ ...finding, because: finding.because.map(said) })),
    phase,
    cadence,
    precautionTags,
    items: items.map(({ kind, exerciseId, component, title, dosage, rangeShare, because, wouldChange }) => ({
      kind,
      exerciseId,
      title,
      component,
      dosage,
      rangeShare,
      because: because.map(said),
      wouldChange: wouldChange.map(said),
    })),
    excluded: excluded.map(({ exerciseId, because }) => ({ exerciseId, because: said(because) })),
  }
}

/**
 * `plan FILE.json`: triage and plan of one intake, or of each of an array. The plan is null where the disposition, or the
 * person's age, forbids one.
 */
export function plan(
  args: readonly string[],
  given: Given = { content: loadContent(), now: new Date().toISOString() },
): Reply {
  const [file, ...more] = args
  if (file === undefined || more.length > 0) return badInput('Use: dorsal plan FILE.json')
  const { intakes, many, faults } = readIntakes(file, given)
  if (faults.length > 0) return badInput(...faults)
  const { content, now } = given
  const results = intakes.map((intake) => {
    const screened = triage(intake, content, now).result
    const allowed = allowsPlan(screened) && screened.card !== 'under-18'
    return {
      triage: printedTriage(screened),
      plan: allowed ? printedPlan(planOf(intake, screened, content, now)) : null,
    }
  })
  return { code: 0, out: many ? results : results[0], messages: [] }
}
