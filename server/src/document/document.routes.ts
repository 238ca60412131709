import { type DocumentReply, OUTCOMES, Refusal, screenTitle } from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { heed } from '../message/heed.ts'
import { holdPatient, lockPatient } from '../patient/patient.store.ts'
import { staffNames } from '../staff/staff-names.ts'
import { addTask } from '../task/task.store.ts'
import { addDocument, documentsOf, fileOf, type Giver, removeDocument } from './document.store.ts'

type Mine = HandlersOf<'myDocuments' | 'giveDocument' | 'removeDocument' | 'myDocumentFile'>
type Theirs = HandlersOf<'documents' | 'addDocument' | 'takeDocumentBack' | 'documentFile'>

const PERSON: Giver = { by: 'patient' }
const staff = ({ staffId }: { staffId: string }): Giver => ({ by: 'clinic', staffId })

/** Screens the words before anything else. What they say of a danger is kept and done even where the file cannot be taken. */
async function take(call: Call<'giveDocument'>): Promise<DocumentReply> {
  const { tx, actor, body, deps, now } = call
  const { content } = deps
  const { result } = screenTitle(body, content.redFlags, content.version)
  const { because, card, disposition: level } = result
  const { task: kind } = OUTCOMES[level]
  const taskId = kind === null ? null : await addTask(tx, actor, { kind, level, because }, now)
  const refused = await addDocument(tx, actor, { giver: PERSON, sent: body, taskId, now })
  if (refused !== null && taskId === null) throw new Refusal(refused)
  if (taskId !== null) await heed(call, result)
  return { refused, card }
}

const mine: Mine = {
  myDocuments: async ({ tx, actor: { tenantId, patientId } }) => ({
    documents: await documentsOf(tx, patientId, { giver: PERSON, names: await staffNames(tx, tenantId) }),
  }),
  giveDocument: (call) => {
    const { tx, actor, params, body, now } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'giveDocument', id: body.id, body, now }, () =>
      take(call),
    )
  },
  removeDocument: async ({ tx, actor, params, now }) => {
    await lockPatient(tx, actor.patientId, now)
    await removeDocument(tx, actor.patientId, { id: params.id, giver: PERSON, now })
    return { done: true }
  },
  myDocumentFile: ({ tx, actor, params }) => fileOf(tx, actor.patientId, params.id),
}

const theirs: Theirs = {
  documents: async ({ tx, actor, params }) => ({
    documents: await documentsOf(tx, params.id, {
      giver: staff(actor),
      names: await staffNames(tx, actor.tenantId),
    }),
  }),
  addDocument: async ({ tx, actor, params, body, now }) => {
    ownAddress({ id: params.documentId }, body)
    await holdPatient(tx, params.id)
    const key = { tenantId: actor.tenantId, patientId: params.id }
    const refused = await addDocument(tx, key, { giver: staff(actor), sent: body, taskId: null, now })
    if (refused !== null) throw new Refusal(refused)
    return { done: true }
  },
  takeDocumentBack: async ({ tx, actor, params, now }) => {
    await holdPatient(tx, params.id)
    await removeDocument(tx, params.id, { id: params.documentId, giver: staff(actor), now })
    return { done: true }
  },
  documentFile: ({ tx, params }) => fileOf(tx, params.id, params.documentId),
}

export const documentRoutes: Mine & Theirs = { ...mine, ...theirs }
