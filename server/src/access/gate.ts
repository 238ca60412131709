import { type Action, ACTIONS, type Actor, may, Refusal, refusalOf, relationsFor } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { teamOf } from './on-team.ts'
import type { Staff } from './sessions.ts'
import { type Known, type Subject, subjectOf, type Those, thoseWhere } from './subject.ts'

/** First question at every door: whether this caller may do this to anything at all. Asks no record, so that the answer tells of none. */
export function admit(actor: Actor, action: Action): void {
  if (relationsFor(actor, action).length === 0) throw new Refusal(refusalOf(actor, action))
}

/** A refusal that concerns a record of the caller's own clinic: it leaves a line in the trail, other than one that knows of none. */
export class RefusedAt extends Refusal {
  readonly patientId: string | null
  constructor(refusal: ReturnType<typeof refusalOf>, patientId: string | null) {
    super(refusal)
    this.patientId = patientId
  }
}

/**
 * Second question at every door, inside the clinic's transaction: whether they may do it to this record. The one place where the policy
 * is asked about a record: routes, streams, prints, exports and commands all come through here.
 */
export async function enter(
  tx: Tx,
  actor: Known,
  { action, id, now }: { action: Action; id?: string | undefined; now: Date },
): Promise<Subject> {
  admit(actor, action)
  const subject = await subjectOf(tx, actor, { about: ACTIONS[action].about, id, now })
  if (!may(actor, action, subject.relation))
    throw new RefusedAt(refusalOf(actor, action, subject.relation), subject.patientId)
  return subject
}

/** People whose record is open to somebody. */
export type Open = Those

/**
 * Of everybody in the clinic those whom this caller may do this to, for a query to go on with: what a list of people shows. `team`: where
 * that query has asked already who cares for whom now (`teamOf`).
 */
export const openRows = (
  tx: Tx,
  actor: Staff,
  action: Action,
  now: Date,
  team = teamOf(now),
): Promise<Open> => thoseWhere(tx, actor.staffId, (relation) => may(actor, action, relation), { now, team })

/** The same, by their ids. */
export async function openTo(tx: Tx, actor: Staff, action: Action, now: Date): Promise<ReadonlySet<string>> {
  const { rows } = await (await openRows(tx, actor, action, now)).execute(tx)
  return new Set(rows.map((row) => row.patient_id))
}
