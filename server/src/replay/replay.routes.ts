import { type Decision, REPLAY_AGREEMENT, REPLAY_FAULTS, type ReplayPlayed, Refusal } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { HandlersOf } from '../http/contract-routes.ts'
import { newId } from '../ids.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { lockPatient } from '../patient/patient.store.ts'
import { begunAt } from '../session/report.store.ts'
import { readSent } from './read-sent.ts'
import {
  addReplay,
  agree,
  agreementOf,
  keptOfSet,
  replayOf,
  replaysOf,
  reportWith,
  takeBack,
} from './replay.store.ts'

type Mine = HandlersOf<'myReplays' | 'myReplay' | 'agreeReplays' | 'sendReplay'>
type Theirs = HandlersOf<'replays' | 'replay'>

type Asked = { tx: Tx; patientId: string; replayId: string; deps: Deps }

/** One replay with its exercise. One of somebody else is one that is not there. */
async function played({ tx, patientId, replayId, deps }: Asked): Promise<ReplayPlayed> {
  const found = await replayOf(tx, patientId, replayId)
  if (found === undefined) throw new Refusal('not-found')
  const exercise = deps.content.exercises.find(({ id }) => id === found.exerciseId) ?? null
  return { ...found, exercise }
}

const mine: Mine = {
  myReplays: async ({ tx, actor: { patientId } }) => ({
    agreed: await agreementOf(tx, patientId),
    replays: await replaysOf(tx, patientId),
  }),

  myReplay: ({ tx, actor: { patientId }, params, deps }) =>
    played({ tx, patientId, replayId: params.id, deps }),

  agreeReplays: async ({ tx, actor, body, now }) => {
    const { agreed, version, lang, at } = body
    if (agreed && version !== REPLAY_AGREEMENT)
      throw new Refusal('bad-input', [
        { path: 'version', message: 'There is a newer text to read. Load the page again.' },
      ])
    await lockPatient(tx, actor.patientId, now)
    const before = await agreementOf(tx, actor.patientId)
    const erased = agreed ? 0 : await takeBack(tx, actor.patientId)
    if (agreed) await agree(tx, actor, body, now)
    const decision: Decision = {
      kind: 'consent',
      rule: 'replay-agreement',
      contentVersion: version,
      inputs: { lang, saidAt: at },
      outcome: agreed ? 'agreed' : 'taken-back',
      because: [],
      at: now.toISOString(),
      by: 'patient',
    }
    if (agreed !== (before !== null)) await addDecisions(tx, actor, [decision])
    return { agreed, erased }
  },

  sendReplay: async ({ tx, actor, params, body, now }) => {
    const { patientId } = actor
    if (params.id !== body.sessionId)
      throw new Refusal('bad-input', [
        { path: 'sessionId', message: 'This is not the session of the address.' },
      ])
    await lockPatient(tx, patientId, now)
    // Whatever a device believes: without a yes that stands, nothing of a movement is kept.
    if ((await agreementOf(tx, patientId)) === null) throw new Refusal('no-replay-agreement')
    const data = Buffer.from(body.data, 'base64')
    const known = await keptOfSet(tx, patientId, body.sessionId, body.set)
    if (known !== undefined) {
      if (!known.data.equals(data)) throw new Refusal('id-taken')
      return { saved: { id: known.replay_id, at: known.received_at.toISOString() } }
    }
    const report = await reportWith(tx, patientId, body.sessionId)
    const set = report?.sets[body.set]
    if (report === undefined || set === undefined)
      throw new Refusal('bad-input', [{ path: 'set', message: REPLAY_FAULTS['no-such-set'] }])
    const read = await readSent(data, set)
    const id = newId(now)
    const at = now.toISOString()
    const doneAt = begunAt(report, at)
    const { sessionId, calibration } = body
    const one = {
      id,
      sessionId,
      set: body.set,
      exerciseId: set.exerciseId,
      doneAt,
      calibration,
      data,
      ...read,
    }
    await addReplay(tx, actor, one, now)
    return { saved: { id, at } }
  },
}

const theirs: Theirs = {
  replays: async ({ tx, params }) => ({ replays: await replaysOf(tx, params.id) }),
  replay: ({ tx, params, deps }) => played({ tx, patientId: params.id, replayId: params.replayId, deps }),
}

export const replayRoutes: Mine & Theirs = { ...mine, ...theirs }
