import { type Action, type Actor, type LiveChange, type LiveKind, may } from '@dorsal/care'
import { type Known, subjectOf } from '../access/subject.ts'
import { type Db, inClinic, type Tx } from '../db/connect.ts'

/** A row that changed, as the database tells of it. */
export type Told = { tenantId: string; patientId: string; table: string }

/** What a table holds, to whoever reads of it; all the others hold parts of the record. */
const KINDS: Readonly<Record<string, readonly LiveKind[]>> = {
  message: ['thread'],
  video_room: ['video'],
  video_signal: ['video'],
  note: ['note'],
  note_aside: ['note'],
  note_addendum: ['note'],
  patient: ['record', 'list'],
  care_team: ['record', 'list'],
  broken_glass: ['record', 'list'],
}
const kindsOf = (table: string): readonly LiveKind[] => KINDS[table] ?? ['record']

/** What a member of staff must be let do to hear of this kind. */
const ASKS: Readonly<Record<Exclude<LiveKind, 'list'>, Action>> = {
  thread: 'record.read',
  note: 'note.read',
  video: 'visit.video',
  record: 'record.read',
}

/** What a person hears of their own record. Notes are the clinic's; who is on whose list is too. */
const OWN: ReadonlySet<LiveKind> = new Set(['thread', 'video', 'record'])

/** More people at once than this are no news of anybody, but a list that is old. */
const MOST = 25

const ANYTHING: LiveChange = { changed: 'list', patientId: null }
const once = (changes: LiveChange[]): LiveChange[] => [
  ...new Map(changes.map((change) => [`${change.changed} ${change.patientId}`, change])).values(),
]

async function forStaff(tx: Tx, actor: Known, told: readonly Told[], now: Date): Promise<LiveChange[]> {
  const people = [...new Set(told.map(({ patientId }) => patientId))]
  if (people.length > MOST) return [ANYTHING]
  const seen: LiveChange[] = []
  for (const id of people) {
    const { relation } = await subjectOf(tx, actor, { about: 'patient', id, now })
    for (const kind of told.filter((one) => one.patientId === id).flatMap((one) => kindsOf(one.table))) {
      if (kind === 'list') seen.push(ANYTHING)
      else if (may(actor, ASKS[kind], relation)) seen.push({ changed: kind, patientId: id })
    }
  }
  return seen
}

/**
 * What of all that changed this reader may hear: the policy's answer about each person, asked anew each time. Nobody hears of another
 * clinic, a person only of themselves, a member of staff of those whose record is open to them.
 */
export async function heardBy(db: Db, actor: Actor, told: readonly Told[], now: Date): Promise<LiveChange[]> {
  if (actor.kind === 'anyone') return []
  const { tenantId } = actor
  const near = told.filter((one) => one.tenantId === tenantId)
  if (actor.kind === 'patient') {
    const own = near.filter((one) => one.patientId === actor.patientId).flatMap((one) => kindsOf(one.table))
    return once(
      own.filter((kind) => OWN.has(kind)).map((changed) => ({ changed, patientId: actor.patientId })),
    )
  }
  if (actor.kind !== 'staff' || near.length === 0) return []
  return once(await inClinic(db, tenantId, (tx) => forStaff(tx, actor, near, now)))
}
