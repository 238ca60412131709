import { Refusal, type ReportReply } from '@dorsal/care'
import { addProposal } from '../adaptation/proposal.store.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import { rules } from '../rules.ts'
import { addTask } from '../task/task.store.ts'
import { addReport, reportsOf } from './report.store.ts'

async function store(call: Call<'sendReport'>, episode: Episode): Promise<ReportReply> {
  const { tx, actor, deps, body, now } = call
  const at = now.toISOString()
  const before = await latestPlan(tx, actor.patientId)
  if (before === null) throw new Refusal('held')
  const history = (await reportsOf(tx, actor.patientId)).map((r) => r.report)
  const adapted = rules.adapt({ plan: before, report: body, history, content: deps.content, now: at })
  const changed = adapted.plan.version !== before.version

  await addReport(tx, actor, body, now)
  if (changed) await addPlan(tx, actor, adapted.plan)
  for (const [status, kind] of [
    ['listed', 'co-sign'],
    ['waiting', 'beyond-bounds'],
  ] as const) {
    const changes = adapted.changes.filter((c) => c.status === status)
    const because = changes.flatMap((c) => c.because)
    if (changes.length > 0)
      await addProposal(tx, actor, { kind, planVersion: adapted.plan.version, changes, because }, now)
  }
  for (const task of adapted.tasks) await addTask(tx, actor, task, now)

  const sessionNumber = episode.sessionNumber + 1
  const going = adapted.plan.status === 'active' && adapted.next !== 'escalate' && adapted.next !== 'book'
  const prescribed = going
    ? rules.prescribe({
        plan: adapted.plan,
        content: deps.content,
        sessionNumber: sessionNumber + 1,
        minutes: adapted.plan.cadence.minutesPerSession,
        changes: adapted.changes,
        now: at,
      })
    : null
  await addDecisions(tx, actor, [adapted.decision, ...(prescribed ? [prescribed.decision] : [])])
  const { next, card, changes } = adapted
  const prescription = prescribed?.result ?? null
  await saveEpisode(
    tx,
    actor,
    { ...episode, card, next, planVersion: adapted.plan.version, sessionNumber, prescription },
    now,
  )
  return { saved: { id: body.id, at }, next, card, changes, prescription }
}

export const reportRoutes: HandlersOf<'sendReport'> = {
  sendReport: (call) => {
    const { actor, params, body, now, tx } = call
    if (params.id !== body.id)
      throw new Refusal('bad-input', [{ path: 'id', message: 'This is not the id of the address.' }])
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'sendReport', id: body.id, body, now }, async () => {
      const episode = await episodeOf(tx, patientId)
      if (episode === null) throw new Refusal('held')
      return store(call, episode)
    })
  },
}
