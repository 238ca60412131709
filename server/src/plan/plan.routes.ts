import {
  type Content,
  courseFacts,
  type Decision,
  foresee,
  type Foresight,
  judgeDraft,
  type Plan,
  type PlanDraft,
  planFromDraft,
  type PlanTemplate,
  Refusal,
  tagsFor,
} from '@dorsal/care'
import { decide, proposalsOf } from '../adaptation/proposal.store.ts'
import { courseOf } from '../course/course.ts'
import type { Tx } from '../db/connect.ts'
import { intakeNow } from '../evaluation/retest.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { findPatient } from '../patient/patient.store.ts'
import { stand } from '../patient/standing.ts'
import { holdLicensed } from '../staff/licence.store.ts'
import { reportsOf } from '../session/report.store.ts'
import { addPlan, latestPlan, planOf } from './plan.store.ts'
import { withTemplatesKnown } from './template.routes.ts'

type Sent = Call<'savePlan'>

/** Who has no plan for what they told last cannot have one changed: it is made from their answers first. */
async function running(tx: Tx, patientId: string): Promise<{ plan: Plan; episode: Episode }> {
  const plan = await latestPlan(tx, patientId)
  const episode = await episodeOf(tx, patientId)
  if (plan === null || episode === null || episode.planVersion === null) throw new Refusal('held')
  return { plan, episode }
}

/** The sessions of the programme, each with the phase that it belongs to. */
const templatesOf = ({ programme, patterns, exercises }: Content, plan: Plan): PlanTemplate[] => {
  const names = new Set(exercises.map(({ id }) => id))
  const sessions = programme.phases.flatMap(({ id: phase, label, sessions: all }) =>
    all.map(({ id, exercises: list }, index) => ({
      id,
      name: all.length > 1 ? `${label} ${index + 1}` : label,
      phase,
      exercises: list,
    })),
  )
  const own = patterns.filter(({ id }) => id === plan.pattern)
  const menus = own.map(({ id, name, menu }) => ({
    id,
    name,
    phase: null,
    exercises: [...new Set(menu.map(({ exerciseId }) => exerciseId))].slice(0, 7),
  }))
  return [...menus, ...sessions].map((one) => ({
    ...one,
    exercises: one.exercises.filter((id) => names.has(id)),
  }))
}

/** What the rules would do with the draft, where it could be followed as it stands. */
async function ahead(
  { tx, params, now, deps }: Call<'checkPlan'>,
  { plan, episode }: { plan: Plan; episode: Episode },
): Promise<Foresight> {
  const { content, config } = deps
  const course = await courseOf(tx, params.id, { episode, plan, content, now })
  const history = (await reportsOf(tx, params.id)).map(({ report }) => report)
  const facts = courseFacts(course, content)
  const holdHarder = config.harder === 'hold'
  return foresee({ plan, history, content, facts, holdHarder, now: now.toISOString() })
}

/**
 * What waited for a clinician's answer and is answered by this edit: a first plan, which is hereby accepted as it was changed, and a step to
 * another phase than the one that the clinician has just chosen.
 */
async function answered({ tx, actor, params, now }: Sent, before: Plan, after: Plan): Promise<void> {
  const pending = (await proposalsOf(tx, params.id)).filter(({ status }) => status === 'pending')
  for (const { id, kind, lock } of pending) {
    const phase = (kind === 'next-phase' || kind === 'discharge') && before.phase !== after.phase
    if (kind === 'first-plan' || phase)
      await decide(tx, id, lock, { status: 'edited', by: actor.name, note: null, now })
  }
}

async function store(call: Sent): Promise<{ saved: { id: string; at: string }; plan: Plan }> {
  const { tx, actor, params, body, now, deps } = call
  const { content } = deps
  const at = now.toISOString()
  const key = { tenantId: actor.tenantId, patientId: params.id }
  const { plan: before, episode } = await running(tx, params.id)
  const intake = await intakeNow(tx, params.id, episode.intake)
  const { triage, sessionNumber } = episode
  const by = `clinician:${actor.staffId}`
  const { why } = body
  const draft = await withTemplatesKnown(tx, body.draft)
  const made = planFromDraft({ plan: before, draft, content, intake, triage, by, why, now: at })
  const plan = made.result
  await addPlan(tx, key, plan)
  await answered(call, before, plan)
  const { decisions, ...next } = stand({ triage, plan, content, sessionNumber, now: at })
  const all: Decision[] = [made.decision, ...decisions]
  await addDecisions(tx, key, all)
  await saveEpisode(tx, key, { ...episode, planVersion: plan.version, ...next }, now)
  return { saved: { id: body.id, at }, plan }
}

/** A draft as the rules would have it saved, to look ahead with; null where something stands against it. */
function asPlan(
  draft: PlanDraft,
  given: Omit<Parameters<typeof planFromDraft>[0], 'draft' | 'by' | 'why' | 'now'>,
  now: string,
): Plan | null {
  if (judgeDraft({ ...given, draft }).blocked) return null
  return planFromDraft({ ...given, draft, by: 'rules', why: '', now }).result
}

export const planRoutes: HandlersOf<'planDesk' | 'planVersion' | 'checkPlan' | 'savePlan'> = {
  planDesk: async ({ tx, params, deps }) => {
    const { plan, episode } = await running(tx, params.id)
    const patient = await findPatient(tx, params.id)
    return {
      label: patient?.contact?.name ?? patient?.label ?? '',
      plan,
      tags: tagsFor({ plan, triage: episode.triage }),
      templates: templatesOf(deps.content, plan),
    }
  },
  planVersion: async ({ tx, params }) => {
    const version = /^\d{1,6}$/.test(params.version) ? Number(params.version) : 0
    const plan = await planOf(tx, params.id, version)
    if (plan === null) throw new Refusal('not-found')
    return plan
  },
  checkPlan: async (call) => {
    const { tx, params, body, now, deps } = call
    const { content } = deps
    const { plan, episode } = await running(tx, params.id)
    const intake = await intakeNow(tx, params.id, episode.intake)
    const given = { plan, content, intake, triage: episode.triage }
    // A draft of an older version is judged as it would be on top of this one; saving it is what is refused.
    const draft = { ...body.draft, base: plan.version }
    const next = asPlan(draft, given, now.toISOString())
    return {
      verdict: judgeDraft({ ...given, draft }),
      foresight: next === null ? null : await ahead(call, { plan: next, episode }),
    }
  },
  savePlan: async (call) => {
    const { tx, actor, params, body, now, deps } = call
    await holdLicensed(tx, actor, { country: deps.config.country, now })
    const { tenantId } = actor
    const write = { tenantId, patientId: params.id, endpoint: 'savePlan', id: body.id, body, now }
    return once(tx, write, () => store(call))
  },
}
