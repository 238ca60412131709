import { isThere, Refusal, type Signal, SIGNALS_WAITING, type VideoCall, type VideoRoom } from '@dorsal/care'
import { type Db, inClinic, json, type Tx } from '../db/connect.ts'
import { type MeetingVisit, noteArrived } from './video.store.ts'

/** Who comes: the person, or the member of staff. */
export type Comer = { side: 'patient' } | { side: 'staff'; staffId: string }

const OTHER = { patient: 'staff', staff: 'patient' } as const
/** A signal that nobody fetched for so long is none. */
const KEPT_MS = 10 * 60_000

const roomOf = (tx: Tx, visitId: string) =>
  tx.selectFrom('app.video_room').selectAll().where('visit_id', '=', visitId)
type Room = NonNullable<Awaited<ReturnType<ReturnType<typeof roomOf>['executeTakeFirst']>>>

/** The room, held until the transaction ends, so that two pages come in one after the other. Made by whoever comes first. */
async function heldRoom(tx: Tx, visit: MeetingVisit): Promise<Room> {
  const { tenantId, patientId } = visit
  await tx
    .insertInto('app.video_room')
    .values({ tenant_id: tenantId, visit_id: visit.id, patient_id: patientId })
    .onConflict((c) => c.columns(['tenant_id', 'visit_id']).doNothing())
    .execute()
  return roomOf(tx, visit.id).forUpdate().executeTakeFirstOrThrow()
}

const change = (tx: Tx, visitId: string, set: Partial<Room>) =>
  tx.updateTable('app.video_room').set(set).where('visit_id', '=', visitId).execute()

const forget = (tx: Tx, visitId: string) =>
  tx.deleteFrom('app.video_signal').where('visit_id', '=', visitId).execute()

/** A page that was just opened takes over from the one before, of its own side alone; what was told to that one is nothing to this. */
async function enter(tx: Tx, visit: MeetingVisit, room: Room, by: Comer, call: VideoCall, now: Date) {
  if (room[`${by.side}_meeting`] === call.meeting) return
  await forget(tx, visit.id)
  if (by.side === 'staff') {
    await change(tx, visit.id, { staff_meeting: call.meeting, staff_id: by.staffId, staff_knew: null })
    return
  }
  // Who comes after the end waits to be let in again.
  const anew = room.ended_at === null ? {} : { ended_at: null, admitted_at: null }
  await change(tx, visit.id, { patient_meeting: call.meeting, patient_came: now, ...anew })
  await noteArrived(tx, visit.id, now)
}

const note = (tx: Tx, { tenantId, id }: MeetingVisit, { side }: Comer, now: Date) =>
  tx
    .insertInto('app.video_seen')
    .values({ tenant_id: tenantId, visit_id: id, side, at: now })
    .onConflict((c) => c.columns(['tenant_id', 'visit_id', 'side']).doUpdateSet({ at: now }))
    .execute()

/** Passes on what one browser tells the other, as long as they mean each other; what is meant for a page that is gone is dropped. */
async function pass(tx: Tx, visit: MeetingVisit, call: VideoCall, to: string | null, now: Date) {
  if (call.signals.length === 0 || to === null || to !== call.to) return
  const waiting = await tx
    .selectFrom('app.video_signal')
    .select((s) => s.fn.countAll<string>().as('n'))
    .where('visit_id', '=', visit.id)
    .where('to_meeting', '=', to)
    .executeTakeFirstOrThrow()
  if (Number(waiting.n) + call.signals.length > SIGNALS_WAITING) throw new Refusal('too-many')
  await tx
    .insertInto('app.video_signal')
    .values(
      call.signals.map((signal) => ({
        tenant_id: visit.tenantId,
        visit_id: visit.id,
        patient_id: visit.patientId,
        meeting: call.meeting,
        to_meeting: to,
        body: json(signal),
        at: now,
      })),
    )
    .execute()
}

/** What waits for this page, and that it does not have yet. */
async function fetch(tx: Tx, visitId: string, { meeting, after }: VideoCall) {
  const mine = tx.selectFrom('app.video_signal').where('visit_id', '=', visitId)
  const rows = await mine
    .select(['signal_id', 'body'])
    .where('to_meeting', '=', meeting)
    .where('signal_id', '>', String(after))
    .orderBy('signal_id')
    .execute()
  return rows.map(({ signal_id, body }): { n: number; signal: Signal } => ({
    n: Number(signal_id),
    signal: body,
  }))
}

async function lastSeen(tx: Tx, visitId: string, side: 'patient' | 'staff'): Promise<string | null> {
  const found = tx.selectFrom('app.video_seen').select('at').where('visit_id', '=', visitId)
  return (await found.where('side', '=', side).executeTakeFirst())?.at.toISOString() ?? null
}

/** Says that a page is there, passes on what it tells the other one, and gives back how the room stands. */
export async function meet(
  tx: Tx,
  visit: MeetingVisit,
  by: Comer,
  call: VideoCall,
  now: Date,
): Promise<VideoRoom> {
  let room = await heldRoom(tx, visit)
  if (call.enter) {
    await enter(tx, visit, room, by, call, now)
    room = await heldRoom(tx, visit)
  }
  const mine = room[`${by.side}_meeting`] === call.meeting
  const other = OTHER[by.side]
  const to = room[`${other}_meeting`]
  if (mine) {
    await note(tx, visit, by, now)
    // In the waiting room nobody is told anything: neither side learns the other's address before the clinician lets the person in.
    if (room.admitted_at !== null && room.ended_at === null) await pass(tx, visit, call, to, now)
    // Once for each time that the person comes: only then is it news to them.
    if (by.side === 'staff' && room.patient_came !== null && (room.staff_knew ?? 0) < room.patient_came)
      await change(tx, visit.id, { staff_knew: now })
  }
  const there = isThere(await lastSeen(tx, visit.id, other), now.toISOString())
  return {
    mine,
    other:
      to === null
        ? null
        : {
            meeting: to,
            there,
            name: by.side === 'staff' ? visit.patientName : await nameIn(tx, visit, room),
          },
    seen: room.patient_came !== null && (room.staff_knew ?? 0) >= room.patient_came,
    admitted: room.admitted_at !== null,
    ended: room.ended_at !== null,
    signals: await fetch(tx, visit.id, call),
  }
}

/** Who is there for the clinic: whoever stands in is named, not whom they stand in for. */
async function nameIn(tx: Tx, visit: MeetingVisit, { staff_id }: Room): Promise<string> {
  if (staff_id === null || staff_id === visit.staffId) return visit.staffName
  const found = tx.selectFrom('auth.staff').select('name').where('staff_id', '=', staff_id)
  return (await found.executeTakeFirst())?.name ?? visit.staffName
}

/** Only the page that has the room may do this to it. */
async function holdMine(tx: Tx, visit: MeetingVisit, meeting: string): Promise<void> {
  if ((await heldRoom(tx, visit)).staff_meeting !== meeting) throw new Refusal('conflict')
}

export async function admitPerson(tx: Tx, visit: MeetingVisit, meeting: string, now: Date): Promise<void> {
  await holdMine(tx, visit, meeting)
  await change(tx, visit.id, { admitted_at: now, ended_at: null })
}

/** The end: nothing of what the browsers told each other stays. */
export async function endMeeting(tx: Tx, visit: MeetingVisit, meeting: string, now: Date): Promise<void> {
  await holdMine(tx, visit, meeting)
  await change(tx, visit.id, { ended_at: now })
  await forget(tx, visit.id)
}

/** Forgets what nobody fetched, in every clinic: of visits that nobody ended. */
export async function forgetSignals(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS)
  for (const { tenant_id } of await db.selectFrom('auth.tenant').select('tenant_id').execute())
    await inClinic(db, tenant_id, (tx) =>
      tx.deleteFrom('app.video_signal').where('at', '<', before).execute(),
    )
}
