import {
  type Content,
  type Decision,
  editPlan,
  type Intake,
  nextPhase,
  type Plan,
  type PlanChange,
  type Proposal,
  Refusal,
  stillStands,
  undoChange,
} from '@dorsal/care'
import { intakeNow } from '../evaluation/retest.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { holdPatient } from '../patient/patient.store.ts'
import { stand } from '../patient/standing.ts'
import { holdLicensed } from '../staff/licence.store.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import { decide, patientOfProposal, proposalsOf } from './proposal.store.ts'

type Sent = Pick<Call<'answerProposal'>, 'tx' | 'actor' | 'params' | 'body' | 'now' | 'deps'>
type Action = Sent['body']['action']

const STATUS = { accept: 'accepted', edit: 'edited', reject: 'rejected' } as const

const applied = (c: PlanChange): PlanChange => ({ ...c, status: 'applied' })

type Given = {
  plan: Plan
  intake: Intake
  proposal: Proposal
  edits: PlanChange[]
  content: Content
  by: string
  at: string
}
type Effect = (given: Given) => Plan

const kept: Effect = ({ plan }) => plan
const edited: Effect = ({ plan, edits, by, at, content }) =>
  editPlan(plan, edits.map(applied), by, at, content)
const carriedOut: Effect = (given) => edited({ ...given, edits: given.proposal.changes })
const takenBack: Effect = ({ plan, proposal, by, at, content }) => ({
  ...proposal.changes.reduce((p, change) => undoChange(p, change, by, at, content), plan),
  version: plan.version + 1,
})

/** The phase after this one, begun from the plan as it is now: what was eased since the proposal stays eased. */
const movedOn: Effect = ({ plan, intake, edits, content, by, at }) => {
  const phases = content.programme.phases.map(({ id }) => id)
  const phase = phases[phases.indexOf(plan.phase) + 1]
  if (phase === undefined) throw new Refusal('conflict')
  const next = nextPhase({ plan, intake, content, phase, now: at }).result
  return { ...editPlan(next, edits.map(applied), by, at, content), version: plan.version + 1 }
}

/** What each answer does to the plan. A change listed for co-sign is in the plan already; one beyond the bounds is not. */
const EFFECT: Readonly<Record<Proposal['kind'], Record<Action, Effect>>> = {
  'first-plan': { accept: edited, edit: edited, reject: kept },
  'co-sign': { accept: kept, edit: edited, reject: takenBack },
  'beyond-bounds': { accept: carriedOut, edit: edited, reject: kept },
  'next-phase': { accept: movedOn, edit: movedOn, reject: kept },
  discharge: { accept: movedOn, edit: movedOn, reject: kept },
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

/** Answers a proposal whose person is held, and lets it take effect. */
export async function answer(call: Sent, patientId: string): Promise<Proposal> {
  const { tx, actor, params, body, now, deps } = call
  const at = now.toISOString()
  const key = { tenantId: actor.tenantId, patientId }
  const seen = (await proposalsOf(tx, patientId)).find((p) => p.id === params.id)
  const episode = await episodeOf(tx, patientId)
  const before = await latestPlan(tx, patientId)
  if (seen === undefined || episode === null || before === null) throw new Refusal('conflict')
  if (seen.kind === 'first-plan' && seen.planVersion !== before.version) throw new Refusal('conflict')
  const overtaken = seen.changes.some((change) => !stillStands(before, change))
  if (seen.kind === 'beyond-bounds' && body.action === 'accept' && overtaken) throw new Refusal('conflict')
  const verdict = { status: STATUS[body.action], by: actor.name, note: body.note, now }
  const decided = await decide(tx, params.id, body.lock, verdict)
  const intake = await intakeNow(tx, patientId, episode.intake)
  const given = {
    plan: before,
    intake,
    proposal: seen,
    content: deps.content,
    by: `clinician:${actor.staffId}`,
    at,
  }
  const edits = body.action === 'edit' ? (body.changes ?? []) : []
  const plan = EFFECT[seen.kind][body.action]({ ...given, edits })
  if (plan.version !== before.version) await addPlan(tx, key, plan)
  const { triage, sessionNumber } = episode
  const standing = stand({
    triage,
    plan,
    content: deps.content,
    sessionNumber,
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
    const { country } = call.deps.config
    // Refusing a change is open to everybody; letting one take effect is the licensed person's.
    if (call.body.action !== 'reject') await holdLicensed(call.tx, call.actor, { country, now: call.now })
    const patientId = await patientOfProposal(call.tx, call.params.id)
    await holdPatient(call.tx, patientId)
    return answer(call, patientId)
  },
}
