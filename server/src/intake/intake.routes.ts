import {
  CONSENT_VERSION,
  DISPOSITIONS,
  type Intake,
  type IntakeReply,
  Refusal,
  type TriageResult,
} from '@dorsal/care'
import { addProposal, withdrawPending } from '../adaptation/proposal.store.ts'
import { agreedVersion } from '../consent/consent.store.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import { rules } from '../rules.ts'
import { addTask } from '../task/task.store.ts'
import { allowsPlan, beginCare } from './begin-care.ts'
import { addIntake } from './intake.store.ts'

type Sent = Call<'sendIntake'>

/** What must be so before any health answer is kept. */
async function admit({ tx, actor, deps, body, now }: Sent): Promise<Intake> {
  if ((await agreedVersion(tx, actor.patientId)) !== CONSENT_VERSION) throw new Refusal('no-consent')
  if (rules.mayBeUnderAge(body.yearOfBirth, now.toISOString())) throw new Refusal('under-18')
  const missing = rules.missingEmergencyItems(body, deps.content.redFlags)
  if (missing.length > 0)
    throw new Refusal(
      'incomplete-intake',
      missing.map((id) => ({ path: `answers.${id}`, message: 'This question must be answered.' })),
    )
  return body
}

/** Only a clinician clears: a second intake may add to an open warning, never take from it. */
function keepOpenWarning(found: TriageResult, before: Episode | null): TriageResult {
  if (before === null || allowsPlan(before.triage)) return found
  const worse = DISPOSITIONS.indexOf(found.disposition) > DISPOSITIONS.indexOf(before.triage.disposition)
  const [top, other] = worse ? [found, before.triage] : [before.triage, found]
  return {
    ...top,
    rules: [...new Set([...top.rules, ...other.rules])],
    because: [...top.because, ...other.because.filter((b) => !top.because.some((t) => t.id === b.id))],
    precautionTags: [...new Set([...top.precautionTags, ...other.precautionTags])],
  }
}

async function store(call: Sent, intake: Intake): Promise<IntakeReply> {
  const { tx, actor, deps, now, params } = call
  const at = now.toISOString()
  const before = await episodeOf(tx, actor.patientId)
  const screened = rules.triage(intake, deps.content, at)
  const triage = keepOpenWarning(screened.result, before)
  const planVersion = ((await latestPlan(tx, actor.patientId))?.version ?? 0) + 1
  const hold = deps.config.firstPlan === 'after-clinician'
  const given = { intake, content: deps.content, now: at, hold, planVersion }
  const begun = beginCare(given, triage, [screened.decision])

  await addIntake(tx, actor, params.id, intake, now)
  await addDecisions(tx, actor, begun.decisions)
  await withdrawPending(tx, actor.patientId, 'patient', now)
  if (begun.plan !== null) await addPlan(tx, actor, begun.plan)
  if (begun.plan !== null && hold)
    await addProposal(
      tx,
      actor,
      { kind: 'first-plan', planVersion, changes: [], because: begun.plan.evaluation.because },
      now,
    )
  for (const task of begun.tasks) await addTask(tx, actor, task, now)
  const { card, next, prescription } = begun
  await saveEpisode(
    tx,
    actor,
    {
      intake,
      triage,
      cleared: null,
      card,
      next,
      planVersion: begun.plan?.version ?? before?.planVersion ?? null,
      sessionNumber: before?.sessionNumber ?? 0,
      prescription,
    },
    now,
  )
  return { saved: { id: params.id, at }, next, card, triage, plan: begun.plan, prescription }
}

export const intakeRoutes: HandlersOf<'sendIntake'> = {
  sendIntake: async (call) => {
    const { tenantId, patientId } = call.actor
    const { id } = call.params
    const write = { tenantId, patientId, endpoint: 'sendIntake', id, body: call.body, now: call.now }
    const intake = await admit(call)
    return once(call.tx, write, () => store(call, intake))
  },
}
