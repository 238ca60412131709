import { clear, type Clearance, type Plan, Refusal, type TriageResult } from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { beginPlan } from '../plan/begin-plan.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import { proposalsOf } from '../adaptation/proposal.store.ts'
import { closeOfKind } from '../task/task.store.ts'
import { addDecisions } from './decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from './episode.store.ts'
import { allowsPlan, restrictionsOf, stand, together } from './standing.ts'

type Sent = Call<'clearFlags'>

/** The warnings that are left: one whose rules are all cleared leaves its restrictions, and keeps its rank until then. */
const left = (warnings: readonly TriageResult[], cleared: readonly string[]): TriageResult[] =>
  warnings
    .map((w) => ({ ...w, rules: w.rules.filter((r) => !cleared.includes(r)) }))
    .map((w) => (w.rules.length > 0 ? w : restrictionsOf(w)))

/** A plan that a warning held goes on; a first plan that nobody has accepted yet still waits for that. */
async function released({ tx, actor, params, now }: Sent, plan: Plan): Promise<Plan> {
  const proposals = await proposalsOf(tx, params.id)
  if (proposals.some((p) => p.kind === 'first-plan' && p.status === 'pending')) return plan
  const by = `clinician:${actor.staffId}`
  const next: Plan = {
    ...plan,
    version: plan.version + 1,
    status: 'active',
    decidedBy: by,
    at: now.toISOString(),
  }
  await addPlan(tx, { tenantId: actor.tenantId, patientId: params.id }, next)
  return next
}

/** The plan to go on with: a new one when the last intake has none yet, since an older one knows nothing of what was told since. */
async function planFor(call: Sent, { intake, planVersion }: Episode, triage: TriageResult) {
  const { tx, actor, params, deps, now } = call
  const key = { tenantId: actor.tenantId, patientId: params.id }
  const plan = planVersion === null ? null : await latestPlan(tx, params.id)
  if (!allowsPlan(triage) || plan?.status === 'active') return { plan, decisions: [] }
  if (plan !== null) return { plan: await released(call, plan), decisions: [] }
  const hold = deps.config.firstPlan === 'after-clinician'
  return beginPlan(tx, key, { intake, triage, content: deps.content, hold, now })
}

async function store(call: Sent, episode: Episode) {
  const { tx, actor, params, body, deps, now } = call
  const { content } = deps
  const at = now.toISOString()
  const key = { tenantId: actor.tenantId, patientId: params.id }
  const unknown = body.rules.filter((r) => !episode.triage.rules.includes(r))
  if (unknown.length > 0)
    throw new Refusal('bad-input', [
      { path: 'rules', message: 'This is not an open warning of this patient.' },
    ])
  const clearance: Clearance = {
    rules: body.rules,
    by: `clinician:${actor.staffId}`,
    reason: body.reason,
    at,
  }
  const clearances = [...episode.clearances, clearance]
  const cleared = clear(episode.intake, content, at, [...episode.clearances, clearance] as [Clearance])
  const warnings = left(episode.warnings, body.rules)
  const triage = together(cleared.result, warnings)
  const { plan, decisions } = await planFor(call, episode, triage)
  const { sessionNumber } = episode
  const { decisions: more, ...ahead } = stand({ triage, plan, content, sessionNumber, now: at })
  await addDecisions(tx, key, [cleared.decision, ...decisions, ...more])
  if (allowsPlan(triage)) await closeOfKind(tx, params.id, ['red-flag', 'stopped-session'], actor.name, now)
  const planVersion = plan?.version ?? null
  await saveEpisode(tx, key, { ...episode, triage, warnings, clearances, planVersion, ...ahead }, now)
  return { saved: { id: body.id, at }, disposition: triage.disposition }
}

export const clearFlags: HandlersOf<'clearFlags'>['clearFlags'] = async (call) => {
  const { tx, actor, params, body, now } = call
  const write = {
    tenantId: actor.tenantId,
    patientId: params.id,
    endpoint: 'clearFlags',
    id: body.id,
    body,
    now,
  }
  return once(tx, write, async () => {
    const episode = await episodeOf(tx, params.id)
    if (episode === null) throw new Refusal('conflict')
    return store(call, episode)
  })
}
