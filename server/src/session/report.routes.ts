import { adapt, type Adapted, type Plan, type PlanChange, Refusal, type ReportReply } from '@dorsal/care'
import { addProposal, proposalsOf, withdrawOvertaken } from '../adaptation/proposal.store.ts'
import { courseOf } from '../course/course.ts'
import { lookAtCourse } from '../course/look.ts'
import { planToday, runningFlare } from '../course/today.ts'
import type { Tx } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { allowsPlan, stand, together } from '../patient/standing.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import { addTask } from '../task/task.store.ts'
import { addReport, begunAt, reportsOf } from './report.store.ts'
import { screenWritten, warningsOf } from './warnings.ts'

type Sent = Call<'sendReport'>

/** While a warning is open, or the plan waits for a clinician, nothing in it moves; the report is kept all the same. */
function unlessHeld(adapted: Adapted, before: Plan, held: boolean): Adapted {
  return held ? { ...adapted, plan: before, changes: [] } : adapted
}

async function waitingChanges(tx: Tx, patientId: string): Promise<PlanChange[]> {
  const pending = (await proposalsOf(tx, patientId)).filter((p) => p.status === 'pending')
  return pending.flatMap((p) => p.changes).filter((c) => c.status === 'waiting')
}

/** What waits for the clinician and what is listed for the weekly co-sign. */
async function propose({ tx, actor, now }: Sent, { plan, changes }: Adapted): Promise<void> {
  const kinds = [
    ['listed', 'co-sign'],
    ['waiting', 'beyond-bounds'],
  ] as const
  for (const [status, kind] of kinds) {
    const asked = changes.filter((c) => c.status === status)
    const because = asked.flatMap((c) => c.because)
    const proposal = { kind, planVersion: plan.version, changes: asked, because }
    if (asked.length > 0) await addProposal(tx, actor, proposal, now)
  }
}

async function store(call: Sent, episode: Episode, before: Plan): Promise<ReportReply> {
  const { tx, actor, deps, body, now } = call
  const { content } = deps
  const at = now.toISOString()
  const begun = Date.parse(begunAt(body, at))
  const earlier = await reportsOf(tx, actor.patientId)
  const history = earlier
    .filter((r) => Date.parse(begunAt(r.report, r.receivedAt)) < begun)
    .map((r) => r.report)
  const waiting = await waitingChanges(tx, actor.patientId)
  const course = await courseOf(tx, actor.patientId, { episode, plan: before, content, now })
  const flare = runningFlare(course, content) !== null
  const holdHarder = deps.config.harder === 'hold'
  const ruled = adapt({ plan: before, report: body, history, content, now: at, waiting, flare, holdHarder })
  const held = !allowsPlan(episode.triage) || before.status === 'waiting-for-clinician'
  const adapted = unlessHeld(ruled, before, held)
  const written = screenWritten([body.note, body.hardest], content, episode.intake.lang)
  const tasks = [...adapted.tasks, ...(written ? [written.task] : [])]

  await addReport(tx, actor, body, now)
  if (adapted.plan.version !== before.version) await addPlan(tx, actor, adapted.plan)
  const eased = new Set(adapted.changes.filter((c) => c.direction === 'easier').map((c) => c.planItemId))
  await withdrawOvertaken(tx, actor.patientId, (change) => eased.has(change.planItemId), now)
  await propose(call, adapted)
  for (const task of tasks) await addTask(tx, actor, task, now)

  const raised = [
    ...warningsOf(adapted.tasks, adapted.card, content),
    ...(written ? warningsOf([written.task], written.card, content) : []),
  ]
  const warnings = [...episode.warnings, ...raised]
  const triage = raised.length > 0 ? together(episode.triage, raised) : episode.triage
  const sessionNumber = episode.sessionNumber + (body.sets.length > 0 ? 1 : 0)
  const warned = { ...episode, triage, warnings }
  const looked = await lookAtCourse(tx, actor, { episode: warned, plan: adapted.plan, content, now })
  const { plan } = looked
  const changes = [...adapted.changes, ...looked.changes]
  const today = planToday(plan, looked.course, content)
  const standing = stand({ triage, plan: today, content, sessionNumber, changes, now: at })
  const ahead =
    standing.next === 'session' ? { ...standing, next: adapted.next, card: adapted.card } : standing
  const { decisions, ...shown } = ahead
  const planVersion = episode.planVersion === null ? null : plan.version
  await addDecisions(tx, actor, [adapted.decision, ...decisions])
  await saveEpisode(tx, actor, { ...warned, planVersion, sessionNumber, ...shown }, now)
  return { saved: { id: body.id, at }, changes, ...shown }
}

export const reportRoutes: HandlersOf<'sendReport'> = {
  sendReport: (call) => {
    const { actor, params, body, now, tx } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'sendReport', id: body.id, body, now }, async () => {
      const episode = await episodeOf(tx, patientId)
      const plan = await latestPlan(tx, patientId)
      if (episode === null || plan === null) throw new Refusal('held')
      return store(call, episode, plan)
    })
  },
}
