import { rankOf } from '@dorsal/care'
import type { Call } from '../http/contract-routes.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { confirmed, screenWritten, type Written, warningsOf } from '../session/warnings.ts'
import { addTask } from '../task/task.store.ts'
import { episodeOf, saveEpisode } from './episode.store.ts'
import { stand, together } from './standing.ts'

type Heard = Pick<Call<'requestAppointment'>, 'tx' | 'actor' | 'deps' | 'now'>

/**
 * A danger that somebody says on the way to a visit counts as one anywhere else: a task, and no exercise until a clinician has cleared it.
 * `found`: what it comes to, by the language of the person.
 */
export async function heed(
  { tx, actor, deps, now }: Heard,
  found: (lang: string) => readonly (Written | null)[],
): Promise<Written | null> {
  const { content } = deps
  const episode = await episodeOf(tx, actor.patientId)
  const heard = found(episode?.intake.lang ?? 'en').filter((one) => one !== null)
  // What was said at once is one matter for the clinic: the gravest, with all reasons.
  const [gravest] = heard.toSorted((a, b) => rankOf(b.task.level) - rankOf(a.task.level))
  if (gravest === undefined) return null
  const because = heard.flatMap(({ task }) => task.because)
  await addTask(tx, actor, { ...gravest.task, because }, now)
  const raised = heard.flatMap(({ task, card }) => warningsOf([task], card, content))
  if (episode === null || raised.length === 0) return gravest
  const triage = together(episode.triage, raised)
  const plan = episode.planVersion === null ? null : await latestPlan(tx, actor.patientId)
  const { sessionNumber } = episode
  const { decisions: _, ...ahead } = stand({ triage, plan, content, sessionNumber, now: now.toISOString() })
  const warnings = [...episode.warnings, ...raised]
  await saveEpisode(tx, actor, { ...episode, triage, warnings, ...ahead }, now)
  return gravest
}

/** The same for what somebody wrote, and for the warning signs that they confirmed because of it. */
export async function heedWords(
  call: Heard,
  words: readonly (string | null)[],
  yes: readonly string[] = [],
): Promise<void> {
  const { content } = call.deps
  await heed(call, (lang) => [screenWritten(words, content, lang), confirmed(yes, content)])
}
