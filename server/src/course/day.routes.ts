import {
  type ReportReply,
  type DayReport,
  type Plan,
  type Prescription,
  Refusal,
  screenAsked,
  screenBefore,
  sized,
} from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { stand, together } from '../patient/standing.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import { answered, screenWritten, type Written, warningsOf } from '../session/warnings.ts'
import { addTask } from '../task/task.store.ts'
import { begunAgain } from './come-back.ts'
import { addDay } from './day.store.ts'
import { lookAtCourse } from './look.ts'
import { planToday } from './today.ts'

type Sent = Call<'sendDay'>

const wordsOf = (day: DayReport): (string | null)[] => [
  'note' in day ? day.note : null,
  'barrier' in day ? day.barrier : null,
]

/** What the danger questions of a flare-up and all written words come to, before anything else looks at them. */
function heardIn({ body, deps }: Sent, lang: string): Written[] {
  const { content } = deps
  const heard: Written[] = []
  if ('answers' in body && body.answers !== undefined) {
    // In the morning only what was asked counts; the questions of a flare-up are all asked.
    const screened = body.kind === 'morning' ? screenAsked : screenBefore
    const danger = answered(screened(body.answers, body.pain, content.redFlags))
    if (danger !== null) heard.push(danger)
  }
  const written = screenWritten(wordsOf(body), content, lang)
  return written === null ? heard : [...heard, written]
}

/** What changes no session leaves what the last one changed to be read until the next. */
const KEEPS: ReadonlySet<DayReport['kind']> = new Set(['not-today', 'morning'])

function stillRead(
  now: Prescription | null,
  before: Prescription | null,
  kind: DayReport['kind'],
): Prescription | null {
  const same = now?.planVersion === before?.planVersion && now?.sessionNumber === before?.sessionNumber
  if (now === null || before === null || !same || !KEEPS.has(kind)) return now
  return now.changes.length > 0 ? now : { ...now, changes: before.changes }
}

async function store(call: Sent, episode: Episode, before: Plan): Promise<ReportReply> {
  const { tx, actor, body, deps, now } = call
  const { content } = deps
  const at = now.toISOString()
  await addDay(tx, actor, body, now)
  const heard = heardIn(call, episode.intake.lang)
  for (const { task } of heard) await addTask(tx, actor, task, now)
  const raised = heard.flatMap(({ task, card }) => warningsOf([task], card, content))
  const triage = raised.length > 0 ? together(episode.triage, raised) : episode.triage
  const warned = { ...episode, triage, warnings: [...episode.warnings, ...raised] }
  const own =
    body.kind === 'smaller' || body.kind === 'whole' ? sized(before, body.kind, content, at) : before
  if (own !== before) await addPlan(tx, actor, own)
  if (body.kind === 'again' && raised.length === 0) {
    const begun = await begunAgain(call, { episode: warned, plan: before, pain: body.pain })
    if (begun !== null) return { saved: { id: body.id, at }, changes: [], ...begun }
  }
  const { plan, changes, course } = await lookAtCourse(tx, actor, {
    episode: warned,
    plan: own,
    content,
    now,
  })
  const { sessionNumber } = episode
  const today = planToday(plan, course, content)
  const stood = stand({ triage, plan: today, content, sessionNumber, changes, now: at })
  const { decisions, ...standing } = {
    ...stood,
    prescription: stillRead(stood.prescription, episode.prescription, body.kind),
  }
  const left = body.kind === 'not-today' && standing.next === 'session'
  await addDecisions(tx, actor, decisions)
  const planVersion = episode.planVersion === null ? null : plan.version
  await saveEpisode(tx, actor, { ...warned, planVersion, ...standing }, now)
  return { saved: { id: body.id, at }, changes, ...standing, next: left ? 'rest' : standing.next }
}

export const dayRoutes: HandlersOf<'sendDay'> = {
  sendDay: (call) => {
    const { actor, params, body, now, tx } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'sendDay', id: body.id, body, now }, async () => {
      const episode = await episodeOf(tx, patientId)
      const plan = await latestPlan(tx, patientId)
      if (episode === null || plan === null) throw new Refusal('held')
      return store(call, episode, plan)
    })
  },
}
