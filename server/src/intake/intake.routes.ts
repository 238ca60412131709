import {
  ageOn,
  CONSENT_VERSION,
  type IntakeReply,
  mayBeUnderAge,
  missingEmergencyItems,
  Refusal,
  triage as screenIntake,
  type TriageResult,
  unreadableAnswers,
} from '@dorsal/care'
import { withdrawPending } from '../adaptation/proposal.store.ts'
import { agreedVersion } from '../consent/consent.store.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { allowsPlan, restrictionsOf, stand, together } from '../patient/standing.ts'
import { beginPlan } from '../plan/begin-plan.ts'
import { addTask } from '../task/task.store.ts'
import { addIntake } from './intake.store.ts'

type Sent = Call<'sendIntake'>

/** What must be so before any health answer is kept. */
async function admit({ tx, actor, deps, body, now }: Sent): Promise<void> {
  if ((await agreedVersion(tx, actor.patientId)) !== CONSENT_VERSION) throw new Refusal('no-consent')
  if (ageOn(body.yearOfBirth, now.toISOString()) === null)
    throw new Refusal('bad-input', [{ path: 'yearOfBirth', message: 'This is not a year of birth.' }])
  if (mayBeUnderAge(body.yearOfBirth, now.toISOString())) throw new Refusal('under-18')
  const unread = unreadableAnswers(body, deps.content.redFlags)
  if (unread.length > 0)
    throw new Refusal(
      'bad-input',
      unread.map((id) => ({ path: `answers.${id}`, message: 'This is not one of the choices.' })),
    )
  const missing = missingEmergencyItems(body, deps.content.redFlags)
  // Whoever an emergency stopped is not asked any further: what they said reaches the clinic as it is, and there is no plan.
  const stopped = screenIntake(body, deps.content, now.toISOString()).result.disposition === 'emergency_now'
  if (missing.length > 0 && !stopped)
    throw new Refusal(
      'incomplete-intake',
      missing.map((id) => ({ path: `answers.${id}`, message: 'This question must be answered.' })),
    )
}

/** What an earlier intake leaves to a later one: open warnings whole, and the restrictions of what a clinician cleared. */
function standingOf({ triage, warnings, clearances }: Episode): TriageResult[] {
  if (!allowsPlan(triage)) return [triage]
  return clearances.length > 0 ? [...warnings, restrictionsOf(triage)] : warnings
}

async function store({ tx, actor, deps, now, params, body: intake }: Sent): Promise<IntakeReply> {
  const at = now.toISOString()
  const { content, config } = deps
  const before = await episodeOf(tx, actor.patientId)
  // Only a clinician clears: a later intake may add to an open warning, never take from it.
  const warnings = before === null ? [] : standingOf(before)
  const screened = screenIntake(intake, content, at)
  const triage = together(screened.result, warnings)

  await addIntake(tx, actor, params.id, intake, now)
  await withdrawPending(tx, actor.patientId, 'patient', now)
  const hold = config.firstPlan === 'after-clinician'
  const begun = allowsPlan(triage)
    ? await beginPlan(tx, actor, { intake, triage, content, hold, now })
    : { plan: null, decisions: [] }
  if (!allowsPlan(triage))
    await addTask(tx, actor, { kind: 'red-flag', level: triage.disposition, because: triage.because }, now)

  const sessionNumber = before?.sessionNumber ?? 0
  const { decisions, ...ahead } = stand({ triage, plan: begun.plan, content, sessionNumber, now: at })
  await addDecisions(tx, actor, [screened.decision, ...begun.decisions, ...decisions])
  const planVersion = begun.plan?.version ?? null
  await saveEpisode(
    tx,
    actor,
    { intake, triage, warnings, clearances: [], planVersion, sessionNumber, ...ahead },
    now,
  )
  return { saved: { id: params.id, at }, triage, plan: begun.plan, ...ahead }
}

export const intakeRoutes: HandlersOf<'sendIntake'> = {
  sendIntake: async (call) => {
    const { tenantId, patientId } = call.actor
    const { id } = call.params
    await admit(call)
    const write = { tenantId, patientId, endpoint: 'sendIntake', id, body: call.body, now: call.now }
    return once(call.tx, write, () => store(call))
  },
}
