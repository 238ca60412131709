import { rankOf } from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { setContact } from '../patient/patient.store.ts'
import { stand, together } from '../patient/standing.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { confirmed, screenWritten, warningsOf } from '../session/warnings.ts'
import { addTask } from '../task/task.store.ts'
import { addAppointmentRequest } from './appointment.store.ts'

type Heard = Pick<Call<'requestAppointment'>, 'tx' | 'actor' | 'deps' | 'now'>

/** A danger in the words of a request counts as one anywhere else: a task, and no exercise until a clinician has cleared it. */
export async function heed(
  { tx, actor, deps, now }: Heard,
  words: readonly (string | null)[],
  yes: readonly string[] = [],
): Promise<void> {
  const { content } = deps
  const episode = await episodeOf(tx, actor.patientId)
  const lang = episode?.intake.lang ?? 'en'
  const found = [screenWritten(words, content, lang), confirmed(yes, content)]
  const heard = found.filter((one) => one !== null)
  // What was written and the answer to its question are one matter for the clinic: the graver of the two, with both reasons.
  const [gravest] = heard.toSorted((a, b) => rankOf(b.task.level) - rankOf(a.task.level))
  const because = heard.flatMap(({ task }) => task.because)
  if (gravest !== undefined) await addTask(tx, actor, { ...gravest.task, because }, now)
  const raised = heard.flatMap(({ task, card }) => warningsOf([task], card, content))
  if (episode === null || raised.length === 0) return
  const triage = together(episode.triage, raised)
  const plan = episode.planVersion === null ? null : await latestPlan(tx, actor.patientId)
  const { sessionNumber } = episode
  const { decisions: _, ...ahead } = stand({ triage, plan, content, sessionNumber, now: now.toISOString() })
  const warnings = [...episode.warnings, ...raised]
  await saveEpisode(tx, actor, { ...episode, triage, warnings, ...ahead }, now)
}

export const appointmentRoutes: HandlersOf<'requestAppointment'> = {
  requestAppointment: (call) => {
    const { tx, actor, params, body, now } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    const write = { tenantId, patientId, endpoint: 'requestAppointment', id: body.id, body, now }
    return once(tx, write, async () => {
      await addAppointmentRequest(tx, actor, body, now)
      await setContact(tx, patientId, body.contact)
      await addTask(
        tx,
        actor,
        {
          kind: 'appointment-request',
          level: 'see_clinician_first',
          because: [{ id: 'task.appointment-request', values: { when: body.when } }],
        },
        now,
      )
      await heed(call, [body.note, body.contact.name], body.yes)
      return { saved: { id: body.id, at: now.toISOString() } }
    })
  },
}
