import {
  composePlan,
  type Content,
  type Decision,
  evaluate,
  type Intake,
  type Plan,
  type TriageResult,
} from '@dorsal/care'
import { addProposal } from '../adaptation/proposal.store.ts'
import type { Tx } from '../db/connect.ts'
import type { PatientKey } from '../patient/decision.store.ts'
import { addPlan, latestPlan } from './plan.store.ts'

type Given = {
  intake: Intake
  triage: TriageResult
  content: Content
  hold: boolean
  now: Date
  /** What a clinician has set for this person before. */
  bounds?: Plan['bounds']
}

/** Evaluates and composes the plan; held, it goes to a clinician before anybody exercises by it. */
export async function beginPlan(
  tx: Tx,
  key: PatientKey,
  { intake, triage, content, hold, now, bounds }: Given,
): Promise<{ plan: Plan; decisions: Decision[] }> {
  const at = now.toISOString()
  const evaluation = evaluate(intake, content, triage, at)
  const composed = composePlan({ intake, evaluation: evaluation.result, triage, content, now: at, hold })
  const version = ((await latestPlan(tx, key.patientId))?.version ?? 0) + 1
  const plan = { ...composed.result, version, ...(bounds !== undefined && { bounds }) }
  await addPlan(tx, key, plan)
  if (hold)
    await addProposal(
      tx,
      key,
      { kind: 'first-plan', planVersion: version, changes: [], because: plan.evaluation.because },
      now,
    )
  return { plan, decisions: [evaluation.decision, composed.decision] }
}
