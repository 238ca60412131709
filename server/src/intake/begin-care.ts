import type { CardId, Content, Decision, Intake, Next, Plan, Prescription, TriageResult } from '@dorsal/care'
import { rules } from '../rules.ts'
import type { NewTask } from '../task/task.store.ts'

/** How far a screen lets the person go: to a plan, to an appointment first, or to help now. */
const GATE: Readonly<Record<TriageResult['disposition'], { plan: boolean; next: Next }>> = {
  emergency_now: { plan: false, next: 'escalate' },
  same_day_urgent: { plan: false, next: 'escalate' },
  see_clinician_first: { plan: false, next: 'book' },
  caution: { plan: true, next: 'session' },
  none: { plan: true, next: 'session' },
}

export const allowsPlan = (triage: TriageResult): boolean => GATE[triage.disposition].plan
export const nextOf = (triage: TriageResult): Next => GATE[triage.disposition].next

/** What an intake leads to, all of it decided by the rules of care. */
export type Beginning = {
  triage: TriageResult
  card: CardId | null
  next: Next
  plan: Plan | null
  prescription: Prescription | null
  decisions: Decision[]
  tasks: NewTask[]
}

type Given = { intake: Intake; content: Content; now: string; hold: boolean; planVersion: number }

/** Screen, then plan where the screen allows one. */
export function beginCare(given: Given, triage: TriageResult, screened: Decision[]): Beginning {
  if (allowsPlan(triage)) return withPlan(given, triage, screened)
  return {
    triage,
    card: triage.card,
    next: nextOf(triage),
    plan: null,
    prescription: null,
    decisions: screened,
    tasks: [{ kind: 'red-flag', level: triage.disposition, because: triage.because }],
  }
}

/** Evaluation, plan, and the first session unless a clinician looks first. */
function withPlan(
  { intake, content, now, hold, planVersion }: Given,
  triage: TriageResult,
  screened: Decision[],
): Beginning {
  const evaluation = rules.evaluate(intake, content, triage, now)
  const composed = rules.composePlan({ intake, evaluation: evaluation.result, triage, content, now, hold })
  const plan = { ...composed.result, version: planVersion }
  const first = hold ? null : firstSession(plan, content, now)
  return {
    triage,
    card: triage.card,
    next: hold ? 'rest' : 'session',
    plan,
    prescription: first?.result ?? null,
    decisions: [...screened, evaluation.decision, composed.decision, ...(first ? [first.decision] : [])],
    tasks: [],
  }
}

export function firstSession(plan: Plan, content: Content, now: string) {
  const minutes = plan.cadence.minutesPerSession
  return rules.prescribe({ plan, content, sessionNumber: 1, minutes, changes: [], now })
}
