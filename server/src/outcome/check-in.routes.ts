import {
  type CheckIn,
  type CheckInReply,
  type Content,
  cutoffsReached,
  evaluateAgain,
  isSerious,
  lookWithin,
  type Measure,
  type Plan,
  Refusal,
  reportBy,
  scoreOf,
  wordsIn,
} from '@dorsal/care'
import { lookAtCourse, workingDaysFrom } from '../course/look.ts'
import { planToday } from '../course/today.ts'
import { retestNow } from '../evaluation/retest.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { stand, together } from '../patient/standing.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { confirmed, screenWritten, warningsOf } from '../session/warnings.ts'
import { addTask, type NewTask } from '../task/task.store.ts'
import { addCheckIn } from './check-in.store.ts'

type Sent = Call<'sendCheckIn'>

/** Scores that a clinician should know of, and by when. */
function tasksOfScores(checkIn: CheckIn, measures: readonly Measure[], now: Date): NewTask[] {
  return measures.flatMap((measure) => {
    const given = checkIn.answers[measure.id]
    if (given === undefined) return []
    const { value } = scoreOf(measure, given)
    return cutoffsReached(measure, value).flatMap(({ task }): NewTask[] =>
      task === null
        ? []
        : [
            {
              kind: 'review',
              level: 'caution',
              because: [
                {
                  id: 'outcome.cutoff',
                  values: {
                    measure: measure.name,
                    score: value ?? '',
                    most: measure.range?.[1] ?? '',
                    reason: task.reason,
                  },
                },
              ],
              dueAt: workingDaysFrom(now, task.workingDays).toISOString(),
            },
          ],
    )
  })
}

/** Something bad that came from the programme, as the person sees it: always looked at, a serious one within its hours. */
function taskOfEvent({ event, at }: CheckIn, content: Content, now: Date): NewTask[] {
  if (event === null) return []
  const { events, severities } = content.outcome
  const serious = isSerious(event, content.outcome)
  const how = severities.find(({ value }) => value === event.severity)?.text ?? String(event.severity)
  const kinds = events.flatMap(({ id, text }) => (event.kinds.includes(id) ? [text] : []))
  const values = { severity: how, what: kinds.length === 0 ? 'not said' : kinds.join(', ') }
  const because = [{ id: serious ? 'outcome.serious-event' : 'outcome.event', values }]
  const by = reportBy({ severity: event.severity, at }, content.outcome)
  const days = lookWithin(event.severity, content.measures)
  return [
    {
      kind: 'review',
      level: serious ? 'same_day_urgent' : 'caution',
      because,
      dueAt: by ?? (days === null ? null : workingDaysFrom(now, days).toISOString()),
    },
  ]
}

/** Tests done again: the evaluation once more, and a task where a clinician should look. */
async function lookAtTests(call: Sent, episode: Episode, plan: Plan): Promise<void> {
  const { tx, actor, deps, now } = call
  const { intake, triage } = episode
  const { decision, ask } = evaluateAgain({
    before: plan.evaluation,
    intake,
    tested: (await retestNow(tx, actor.patientId, intake)).latest,
    content: deps.content,
    triage,
    now: now.toISOString(),
  })
  await addDecisions(tx, actor, [decision])
  const because = decision.because
  if (ask) await addTask(tx, actor, { kind: 'review', level: 'caution', because }, now)
}

async function store(call: Sent, episode: Episode): Promise<CheckInReply> {
  const { tx, actor, body, deps, now } = call
  const { content } = deps
  const at = now.toISOString()
  await addCheckIn(tx, actor, body, now)
  const heard = [
    screenWritten(wordsIn(body, content.measures), content, episode.intake.lang),
    confirmed(body.yes ?? [], content),
  ].filter((found) => found !== null)
  const tasks = [
    ...heard.map(({ task }) => task),
    ...taskOfEvent(body, content, now),
    ...tasksOfScores(body, content.measures, now),
  ]
  for (const task of tasks) await addTask(tx, actor, task, now)
  const raised = heard.flatMap(({ task, card }) => warningsOf([task], card, content))
  const triage = raised.length > 0 ? together(episode.triage, raised) : episode.triage
  const warned = { ...episode, triage, warnings: [...episode.warnings, ...raised] }
  const before = episode.planVersion === null ? null : await latestPlan(tx, actor.patientId)
  const looked =
    before === null ? null : await lookAtCourse(tx, actor, { episode: warned, plan: before, content, now })
  if (before !== null && body.tests !== undefined) await lookAtTests(call, warned, before)
  const today = looked === null ? null : planToday(looked.plan, looked.course, content)
  const { sessionNumber } = episode
  const changes = looked?.changes ?? []
  const { decisions, ...standing } = stand({ triage, plan: today, content, sessionNumber, changes, now: at })
  await addDecisions(tx, actor, decisions)
  const planVersion = looked === null ? episode.planVersion : looked.plan.version
  await saveEpisode(tx, actor, { ...warned, planVersion, ...standing }, now)
  const scores = content.measures.flatMap((measure) => {
    const given = body.answers[measure.id]
    return given === undefined ? [] : [scoreOf(measure, given)]
  })
  return { saved: { id: body.id, at }, changes, scores, ...standing }
}

export const checkInRoutes: HandlersOf<'sendCheckIn'> = {
  sendCheckIn: (call) => {
    const { actor, params, body, now, tx } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'sendCheckIn', id: body.id, body, now }, async () => {
      const episode = await episodeOf(tx, patientId)
      if (episode === null) throw new Refusal('held')
      return store(call, episode)
    })
  },
}
