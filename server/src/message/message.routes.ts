import {
  heardBefore,
  OUTCOMES,
  promisedBy,
  Refusal,
  screenMessage,
  templatesOf,
  type MessageReply,
} from '@dorsal/care'
import { openTo } from '../access/gate.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { episodeOf } from '../patient/episode.store.ts'
import { holdPatient } from '../patient/patient.store.ts'
import { staffNames } from '../staff/staff-names.ts'
import { addTask } from '../task/task.store.ts'
import { callsFor } from './call.store.ts'
import { heed } from './heed.ts'
import { addAnswer, addOwn, markRead, pageOf, settle, waitingOf } from './message.store.ts'
import { figuresOf, ownTemplates, replyRule, setReplyRule, setTemplates } from './promise.store.ts'
import { isOpen, threadOf } from './thread.ts'

/** Screens what was written before anything else sees it, keeps it whatever was found, and does what follows from it. */
async function take(call: Call<'sendMessage'>): Promise<MessageReply> {
  const { tx, actor, body, deps, now } = call
  const { content } = deps
  const at = now.toISOString()
  const before = heardBefore((await pageOf(tx, actor.patientId, {})).messages, at)
  const answers = { ...before.answers, ...body.answers }
  const written = { ...body, turns: before.turns, answers }
  const { result } = screenMessage(written, content.redFlags, content.version)
  const { task: kind } = OUTCOMES[result.disposition]
  const rule = await replyRule(tx)
  // Words without a danger may come too late for the clinic's rule; a danger never does.
  if (kind === null && !(await isOpen(tx, rule, { ...actor, content, now })))
    throw new Refusal('thread-closed')
  const { because, card, disposition: level } = result
  const taskId = kind === null ? null : await addTask(tx, actor, { kind, level, because }, now)
  await addOwn(tx, actor, body, { dueAt: promisedBy(at, rule), taskId, card }, now)
  const next = await heed(call, result)
  return { saved: { id: body.id, at }, next, card }
}

/** A clinician's write to a thread goes to the address of its own id. */
function ownMessage({ params, body }: Call<'answerMessage'>): void {
  ownAddress({ id: params.messageId }, body)
}

export const messageRoutes: HandlersOf<
  | 'thread'
  | 'threadBefore'
  | 'sendMessage'
  | 'readMessages'
  | 'clinicThread'
  | 'clinicThreadBefore'
  | 'answerMessage'
  | 'seeMessages'
  | 'settleMessages'
  | 'messageCalls'
  | 'replyPromise'
  | 'setReplyPromise'
  | 'setTemplates'
> = {
  thread: ({ tx, actor, deps, now }) => threadOf(tx, { ...actor, content: deps.content, now }),
  threadBefore: async ({ tx, actor, params }) =>
    pageOf(tx, actor.patientId, await staffNames(tx, actor.tenantId), params.id),
  sendMessage: (call) => {
    const { tx, actor, params, body, now } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'sendMessage', id: body.id, body, now }, () =>
      take(call),
    )
  },
  readMessages: async ({ tx, actor, params, now }) => {
    await markRead(tx, actor.patientId, params.id, { author: 'clinic', by: null }, now)
    return { done: true }
  },
  clinicThread: async ({ tx, actor, params, deps, now }) => {
    const given = { tenantId: actor.tenantId, patientId: params.id, content: deps.content, now }
    const thread = await threadOf(tx, given)
    const waits = await waitingOf(tx, params.id)
    return {
      ...thread,
      lang: (await episodeOf(tx, params.id))?.intake.lang ?? 'en',
      waitingSince: waits?.since.toISOString() ?? null,
      dueAt: waits?.dueAt?.toISOString() ?? null,
      templates: templatesOf(await ownTemplates(tx)),
      figures: await figuresOf(tx, now),
    }
  },
  clinicThreadBefore: async ({ tx, actor, params }) =>
    pageOf(tx, params.id, await staffNames(tx, actor.tenantId), params.messageId),
  answerMessage: (call) => {
    const { tx, actor, params, body, now } = call
    ownMessage(call)
    const key = { tenantId: actor.tenantId, patientId: params.id }
    return once(tx, { ...key, endpoint: 'answerMessage', id: body.id, body, now }, async () => {
      await addAnswer(tx, { ...key, staffId: actor.staffId, name: actor.name }, body, now)
      const { messages } = await pageOf(tx, params.id, await staffNames(tx, actor.tenantId))
      const message = messages.find(({ id }) => id === body.id)
      if (message === undefined) throw new Refusal('not-found')
      return { saved: { id: body.id, at: now.toISOString() }, message }
    })
  },
  seeMessages: async ({ tx, actor, params, now }) => {
    await holdPatient(tx, params.id)
    await markRead(tx, params.id, params.messageId, { author: 'patient', by: actor.name }, now)
    return { done: true }
  },
  settleMessages: async ({ tx, params, now }) => {
    await holdPatient(tx, params.id)
    await settle(tx, params.id, params.messageId, now)
    return { done: true }
  },
  messageCalls: async ({ tx, actor, now, saw }) => {
    const calls = await callsFor(tx, actor, await openTo(tx, actor, 'record.read', now), now)
    saw(calls.map(({ patientId }) => patientId))
    return { calls }
  },
  replyPromise: async ({ tx, now }) => ({
    rule: await replyRule(tx),
    figures: await figuresOf(tx, now),
    templates: templatesOf(await ownTemplates(tx)),
  }),
  setReplyPromise: async ({ tx, actor, body, now }) => {
    await setReplyRule(tx, actor, body, now)
    return { done: true }
  },
  setTemplates: async ({ tx, actor, body }) => {
    await setTemplates(tx, actor.tenantId, body.templates)
    return { done: true }
  },
}
