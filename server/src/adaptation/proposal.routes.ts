import { type Decision, type Plan, type PlanChange, type Proposal, Refusal } from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { holdPatient } from '../patient/patient.store.ts'
import { stand } from '../patient/standing.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import { editPlan } from './edit-plan.ts'
import { decide, patientOfProposal, proposalsOf } from './proposal.store.ts'

type Sent = Call<'answerProposal'>
type Action = Sent['body']['action']

const STATUS = { accept: 'accepted', edit: 'edited', reject: 'rejected' } as const

const undone = (c: PlanChange): PlanChange => ({
  ...c,
  from: c.to,
  to: c.from,
  direction: c.direction === 'harder' ? 'easier' : 'harder',
  status: 'applied',
})
const applied = (c: PlanChange): PlanChange => ({ ...c, status: 'applied' })

/** What each answer does to the plan; null: the plan stays as it is. */
const EFFECT: Readonly<
  Record<Proposal['kind'], Record<Action, (p: Proposal, edits: PlanChange[]) => PlanChange[] | null>>
> = {
  'first-plan': { accept: () => [], edit: (_, edits) => edits.map(applied), reject: () => null },
  'co-sign': {
    accept: () => null,
    edit: (_, edits) => edits.map(applied),
    reject: (p) => p.changes.map(undone),
  },
  'beyond-bounds': {
    accept: (p) => p.changes.map(applied),
    edit: (_, edits) => edits.map(applied),
    reject: () => null,
  },
}

function reviewed({ actor, body, now, deps }: Sent, seen: Proposal, plan: Plan | null): Decision {
  return {
    kind: 'review',
    rule: `${seen.kind}.${STATUS[body.action]}`,
    contentVersion: deps.content.version,
    inputs: { proposalId: seen.id, planVersion: seen.planVersion, lock: body.lock },
    outcome: { planVersion: plan?.version ?? seen.planVersion, note: body.note },
    because: [{ id: `review.${STATUS[body.action]}`, values: { name: actor.name } }],
    at: now.toISOString(),
    by: `clinician:${actor.staffId}`,
  }
}

async function answer(call: Sent, patientId: string): Promise<Proposal> {
  const { tx, actor, params, body, now, deps } = call
  const at = now.toISOString()
  const key = { tenantId: actor.tenantId, patientId }
  const seen = (await proposalsOf(tx, patientId)).find((p) => p.id === params.id)
  const episode = await episodeOf(tx, patientId)
  const before = await latestPlan(tx, patientId)
  if (seen === undefined || episode === null || before === null) throw new Refusal('conflict')
  if (seen.kind === 'first-plan' && seen.planVersion !== before.version) throw new Refusal('conflict')
  const changes = EFFECT[seen.kind][body.action](seen, body.changes ?? [])
  const verdict = { status: STATUS[body.action], by: actor.name, note: body.note, now }
  const decided = await decide(tx, params.id, body.lock, verdict)
  const plan = changes === null ? before : editPlan(before, changes, `clinician:${actor.staffId}`, at)
  if (plan.version !== before.version) await addPlan(tx, key, plan)
  const { triage, sessionNumber } = episode
  const standing = stand({
    triage,
    plan,
    content: deps.content,
    sessionNumber,
    changes: changes ?? [],
    now: at,
  })
  const refusedFirst = seen.kind === 'first-plan' && body.action === 'reject'
  const { decisions, ...ahead } = refusedFirst ? { ...standing, next: 'book' as const } : standing
  await addDecisions(tx, key, [reviewed(call, seen, plan), ...decisions])
  await saveEpisode(tx, key, { ...episode, planVersion: plan.version, ...ahead }, now)
  return decided
}

export const proposalRoutes: HandlersOf<'answerProposal'> = {
  answerProposal: async (call) => {
    const patientId = await patientOfProposal(call.tx, call.params.id)
    call.about(patientId)
    await holdPatient(call.tx, patientId)
    return answer(call, patientId)
  },
}
