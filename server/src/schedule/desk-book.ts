import { type DeskBooking, dayOf, Refusal, type ScheduleSetup, type VisitType, wallOf } from '@dorsal/care'
import type { Staff } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { addPatient, findPatient, holdPatient, setContact } from '../patient/patient.store.ts'
import { joinByVisit, writeVisit } from './booked.ts'
import { seatsOf } from './hold.ts'
import { placeVisits, type Placed, type Wanted } from './place-visits.ts'
import { setupOf } from './setup.store.ts'
import { openFor } from './slots.ts'
import { startOf, zoneAt } from './start-at.ts'
import { holdId } from './take.ts'
import { findVisit } from './visit.store.ts'
import { bookedFromList } from './wait.ts'

type At = { staffId: string; placeId: string; starts: number }

/** Whether a start lies in somebody's hours for that kind, and far enough ahead. What is taken is another question. */
function keepsRules(
  setup: ScheduleSetup,
  type: VisitType,
  { staffId, placeId, starts }: At,
  now: Date,
): boolean {
  const from = dayOf(wallOf(starts, zoneAt(setup, placeId)))
  const open = openFor(setup, { staffId, placeId, from, days: 1 }, now)
  const to = starts + type.minutes * 60_000
  return open.some((o) => o.kinds.includes(type.kind) && o.from <= starts && to <= o.to)
}

type Asked = At & { roomId: string | null; classId: string | null; override: string | null }
type Given = { tenantId: string; setup: ScheduleSetup; type: VisitType; now: Date }

/** Finds the place for one visit of the desk: past the rules of the clinic only with a reason, past what is taken never. */
export async function deskPlace(
  tx: Tx,
  visit: { id: string; patientId: string },
  asked: Asked,
  { tenantId, setup, type, now }: Given,
): Promise<Placed> {
  const { staffId, placeId, roomId, classId, starts, override } = asked
  if (!setup.staff.some(({ id }) => id === staffId)) throw new Refusal('not-found')
  if (roomId !== null && !setup.rooms.some((room) => room.id === roomId && room.placeId === placeId))
    throw new Refusal('not-found')
  const within = classId !== null || keepsRules(setup, type, asked, now)
  if (!within && override === null) throw new Refusal('outside-rules')
  const wanted: Wanted = { ...visit, starts, staffId, placeId, roomId, classId }
  const seats = await seatsOf(tx, classId)
  const { placed, conflicts } = await placeVisits(tx, [wanted], { tenantId, type, setup, now }, seats)
  const [one] = placed
  if (one === undefined) throw new Refusal(conflicts[0]?.why === 'own-visit' ? 'own-visit' : 'slot-taken')
  return one
}

/** Whom the desk books for: somebody who is there, or somebody new, whose record begins with their name. */
async function personOf(tx: Tx, tenantId: string, wish: DeskBooking['patient'], now: Date): Promise<string> {
  if ('id' in wish) {
    if ((await findPatient(tx, wish.id)) === undefined) throw new Refusal('not-found')
    await holdPatient(tx, wish.id)
    return wish.id
  }
  const { name } = wish.contact
  if (name === null || name.trim() === '')
    throw new Refusal('bad-input', [{ path: 'patient.contact.name', message: 'A name is needed.' }])
  const patientId = await addPatient(tx, tenantId, now)
  await setContact(tx, patientId, wish.contact)
  return patientId
}

/** Books a visit for somebody. Asked again under the same id it is the same visit. Says for whom. */
export async function deskBook(
  tx: Tx,
  actor: Staff,
  id: string,
  body: DeskBooking,
  now: Date,
): Promise<{ patientId: string; isNew: boolean }> {
  const { tenantId } = actor
  await holdId(tx, id)
  const known = await findVisit(tx, id)
  if (known !== null) {
    const same = known.made_by === actor.staffId && known.starts_at.toISOString() === body.starts
    if (!same || known.patient_id === null) throw new Refusal('id-taken')
    return { patientId: known.patient_id, isNew: false }
  }
  const setup = await setupOf(tx)
  const type = setup.types.find((one) => one.open && one.id === body.typeId)
  if (type === undefined || (type.kind === 'class') !== (body.classId !== null))
    throw new Refusal('not-found')
  const patientId = await personOf(tx, tenantId, body.patient, now)
  if (body.waitId !== undefined && !(await bookedFromList(tx, body.waitId, patientId)))
    throw new Refusal('conflict')
  const asked = { ...body, starts: startOf(body.starts) }
  const placed = await deskPlace(tx, { id, patientId }, asked, { tenantId, setup, type, now })
  const zone = zoneAt(setup, body.placeId)
  const { staffId, override } = { staffId: body.staffId, override: body.override }
  await writeVisit(tx, placed, { tenantId, type, zone, now, by: actor.staffId, override })
  if (body.classId === null)
    await joinByVisit(tx, { tenantId, patientId, staffId, placeId: body.placeId, by: actor.staffId }, now)
  return { patientId, isNew: true }
}
