import { type Action, ACTIONS, type Actor, may, Refusal, refusalOf, relationsFor } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { type Known, type Subject, subjectOf } from './subject.ts'

/** First question at every door: whether this caller may do this to anything at all. Asks no record, so that the answer tells of none. */
export function admit(actor: Actor, action: Action): void {
  if (relationsFor(actor, action).length === 0) throw new Refusal(refusalOf(actor, action))
}

/**
 * Second question at every door, inside the clinic's transaction: whether they may do it to this record. The one place where the policy
 * is asked about a record: routes, streams, prints, exports and commands all come through here.
 */
export async function enter(tx: Tx, actor: Known, action: Action, id?: string): Promise<Subject> {
  admit(actor, action)
  const subject = await subjectOf(tx, actor, ACTIONS[action].about, id)
  if (!may(actor, action, subject.relation)) throw new Refusal(refusalOf(actor, action, subject.relation))
  return subject
}
