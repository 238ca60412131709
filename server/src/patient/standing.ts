import {
  type CardId,
  type Content,
  type Decision,
  DISPOSITIONS,
  type Next,
  type Plan,
  type PlanChange,
  prescribe,
  type Prescription,
  type TriageResult,
} from '@dorsal/care'

/** How far a screen lets the person go: to a session, to an appointment first, or to help now. */
const GATE: Readonly<Record<TriageResult['disposition'], { plan: boolean; next: Next }>> = {
  emergency_now: { plan: false, next: 'escalate' },
  same_day_urgent: { plan: false, next: 'escalate' },
  see_clinician_first: { plan: false, next: 'book' },
  caution: { plan: true, next: 'session' },
  none: { plan: true, next: 'session' },
}

export const allowsPlan = (triage: TriageResult): boolean => GATE[triage.disposition].plan

const rank = (triage: TriageResult): number => DISPOSITIONS.indexOf(triage.disposition)

/** Everything that counts at once: the highest leads, nothing that was found is dropped. */
export function together(first: TriageResult, others: readonly TriageResult[]): TriageResult {
  const all = [first, ...others].sort((a, b) => rank(b) - rank(a))
  const top = all[0] ?? first
  const because = all.flatMap((t) => (t.rules.length > 0 || t === top ? t.because : []))
  return {
    ...top,
    rules: [...new Set(all.flatMap((t) => t.rules))],
    because: because.filter(
      (b, i) => because.findIndex((o) => JSON.stringify(o) === JSON.stringify(b)) === i,
    ),
    precautionTags: [...new Set(all.flatMap((t) => t.precautionTags))],
  }
}

/** What a warning leaves behind when it no longer stops anybody: its restrictions. A sign that was cleared is still a fact. */
export const restrictionsOf = (triage: TriageResult): TriageResult => ({
  ...triage,
  disposition: 'none',
  card: null,
  rules: [],
  because: [],
})

export type Standing = {
  card: CardId | null
  next: Next
  prescription: Prescription | null
  decisions: Decision[]
}

type Given = {
  triage: TriageResult
  plan: Plan | null
  content: Content
  sessionNumber: number
  changes?: readonly PlanChange[]
  now: string
}

/** What comes next for somebody who stands here: help, an appointment, a wait for the clinician, or the next session. */
export function stand({ triage, plan, content, sessionNumber, changes = [], now }: Given): Standing {
  const gate = GATE[triage.disposition]
  if (!gate.plan || plan === null)
    return { card: triage.card, next: gate.plan ? 'book' : gate.next, prescription: null, decisions: [] }
  if (plan.status === 'waiting-for-clinician')
    return { card: triage.card, next: 'rest', prescription: null, decisions: [] }
  const minutes = plan.cadence.minutesPerSession
  const session = prescribe({ plan, content, sessionNumber: sessionNumber + 1, minutes, changes, now })
  return { card: triage.card, next: 'session', prescription: session.result, decisions: [session.decision] }
}
