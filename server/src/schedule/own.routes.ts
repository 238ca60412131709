import { inTime, MINUTE, offerCadence, Refusal } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { sha256 } from '../ids.ts'
import { heedWords } from '../patient/heed.ts'
import { lockPatient, setContact } from '../patient/patient.store.ts'
import { joinByVisit, timesOf } from './booked.ts'
import { bookableOf, OPEN_TO_OWN } from './booking.routes.ts'
import { ownVisitsOf } from './own.store.ts'
import { placeVisits, type Wanted } from './place-visits.ts'
import { bookSeries } from './series.ts'
import { setupOf } from './setup.store.ts'
import { slotsOf } from './slots.ts'
import { freeAt, startOf, typeFor, zoneAt } from './start-at.ts'
import { holdHours, release, take, takenOf } from './take.ts'
import { tellOfVisit } from './tell.ts'
import { findVisit, lockVisit, visitOf } from './visit.store.ts'
import { claimsOf, offerGap, passOn } from './wait.ts'

type Own =
  | 'bookHeld'
  | 'myBookable'
  | 'myVisits'
  | 'offerCadence'
  | 'bookSeries'
  | 'moveVisit'
  | 'cancelVisit'
  | 'putOnWaitList'
  | 'leaveWaitList'
  | 'answerOffer'

type OwnCall = Pick<Call<'moveVisit'>, 'tx' | 'actor' | 'deps' | 'now'>

async function shown(tx: Tx, visitId: string) {
  const row = await findVisit(tx, visitId)
  if (row === null) throw new Refusal('not-found')
  return { visit: visitOf(row) }
}

/** Makes a start that is kept this person's visit: they are taken for that time too, so that nobody has two at once. */
async function makeOwn({ tx, actor, deps, now }: OwnCall, visitId: string): Promise<void> {
  const { tenantId, patientId } = actor
  const row = await lockVisit(tx, visitId)
  if (row === null || row.state !== 'held') throw new Refusal('hold-ended')
  const span = { from: row.starts_at.getTime(), to: row.ends_at.getTime() }
  const claims = [{ resource: patientId, span }]
  if ((await takenOf(tx, claims, now)).length > 0) throw new Refusal('own-visit')
  await take(tx, { tenantId, visitId }, claims)
  await tx
    .updateTable('app.visit')
    .set((eb) => ({
      state: 'booked',
      patient_id: patientId,
      booked_at: now,
      held_until: null,
      holder: null,
      held_from: null,
      version: eb('version', '+', 1),
    }))
    .where('visit_id', '=', visitId)
    .execute()
  const joins = { tenantId, patientId, staffId: row.staff_id, placeId: row.location_id, by: 'patient' }
  if (row.class_id === null) await joinByVisit(tx, joins, now)
  await tellOfVisit(tx, deps, visitId, now)
}

async function bookHeld(call: Call<'bookHeld'>) {
  const { tx, actor, body, cookies, now } = call
  const { tenantId, patientId } = actor
  const secret = cookies.read('hold')
  return once(tx, { tenantId, patientId, endpoint: 'bookHeld', id: body.id, body, now }, async () => {
    const row = await lockVisit(tx, body.id)
    const mine = secret !== undefined && row?.holder === sha256(secret)
    if (!mine) throw new Refusal('hold-ended')
    // First where they are reached: the letter about the visit goes there.
    await setContact(tx, patientId, body.contact)
    await makeOwn(call, body.id)
    await heedWords(call, [body.note, body.contact.name], body.yes)
    return shown(tx, body.id)
  })
}

/** One of the caller's own visits, as they saw it; held until the transaction ends. */
async function ownVisit({ tx, actor, now }: OwnCall, visitId: string, version: number) {
  await lockPatient(tx, actor.patientId, now)
  const row = await lockVisit(tx, visitId)
  if (row === null || row.patient_id !== actor.patientId || row.state === 'held')
    throw new Refusal('not-found')
  if (row.version !== version || row.state !== 'booked' || row.starts_at <= now) throw new Refusal('conflict')
  const starts = row.starts_at.getTime()
  return { row, times: { starts, bookedAt: (row.booked_at ?? row.made_at).getTime() } }
}

async function moveVisit(call: Call<'moveVisit'>) {
  const { tx, actor, deps, params, body, now } = call
  const { tenantId, patientId } = actor
  const { row, times } = await ownVisit(call, params.id, body.version)
  const setup = await setupOf(tx)
  if (!inTime(times, setup.rule, now.getTime())) throw new Refusal('late-change')
  const type = setup.types.find(({ id }) => id === row.type_id)
  if (type === undefined || row.class_id !== null) throw new Refusal('late-change')
  const wish = {
    typeId: row.type_id,
    staffId: body.staffId ?? row.staff_id,
    placeId: row.location_id,
    starts: body.starts,
  }
  // Both times at once: one after the other, two who change places would wait for each other.
  const there = { ...row, staff_id: wish.staffId, ...timesOf(startOf(body.starts), type, row.zone) }
  await holdHours(tx, tenantId, [...claimsOf(row), ...claimsOf(there)])
  await release(tx, row.visit_id)
  const [slot] = await freeAt(tx, setup, wish, now, row.visit_id)
  if (slot === undefined) throw new Refusal('slot-taken')
  const wanted: Wanted = {
    id: row.visit_id,
    starts: startOf(body.starts),
    staffId: slot.staffId,
    placeId: slot.placeId,
    patientId,
    roomId: null,
    classId: null,
  }
  const { placed, conflicts } = await placeVisits(tx, [wanted], { tenantId, type, setup, now })
  const [place] = placed
  if (place === undefined) throw new Refusal(conflicts[0]?.why === 'own-visit' ? 'own-visit' : 'slot-taken')
  await tx
    .updateTable('app.visit')
    .set((eb) => ({
      ...timesOf(place.starts, type, zoneAt(setup, place.placeId)),
      staff_id: place.staffId,
      room_id: place.roomId,
      before_minutes: type.beforeMinutes,
      after_minutes: type.afterMinutes,
      version: eb('version', '+', 1),
      sequence: eb('sequence', '+', 1),
    }))
    .where('visit_id', '=', row.visit_id)
    .execute()
  await take(tx, { tenantId, visitId: row.visit_id }, place.claims)
  const { staffId, placeId } = place
  await joinByVisit(tx, { tenantId, patientId, staffId, placeId, by: 'patient' }, now)
  await tellOfVisit(tx, deps, row.visit_id, now)
  await offerGap(tx, gapOf(row), now)
  return shown(tx, row.visit_id)
}

const gapOf = (row: {
  tenant_id: string
  type_id: string
  staff_id: string
  location_id: string
  starts_at: Date
}) => ({
  tenantId: row.tenant_id,
  typeId: row.type_id,
  staffId: row.staff_id,
  placeId: row.location_id,
  starts: row.starts_at,
})

async function cancelVisit(call: Call<'cancelVisit'>) {
  const { tx, deps, params, body, now } = call
  const { row, times } = await ownVisit(call, params.id, body.version)
  const { rule } = await setupOf(tx)
  await release(tx, row.visit_id)
  await tx
    .updateTable('app.visit')
    .set((eb) => ({
      state: 'cancelled',
      cancelled_at: now,
      cancelled_by: 'patient',
      cancel_late: !inTime(times, rule, now.getTime()),
      version: eb('version', '+', 1),
      sequence: eb('sequence', '+', 1),
    }))
    .where('visit_id', '=', row.visit_id)
    .execute()
  await tellOfVisit(tx, deps, row.visit_id, now)
  if (row.class_id === null) await offerGap(tx, gapOf(row), now)
  return shown(tx, row.visit_id)
}

async function answerOffer(call: Call<'answerOffer'>) {
  const { tx, actor, params, body, now } = call
  await lockPatient(tx, actor.patientId, now)
  const wait = await tx
    .selectFrom('app.wait_list')
    .selectAll()
    .where('wait_id', '=', params.id)
    .where('patient_id', '=', actor.patientId)
    .forUpdate()
    .executeTakeFirst()
  if (wait === undefined) throw new Refusal('not-found')
  if (wait.visit_id === null || wait.state !== 'offered') throw new Refusal('hold-ended')
  if (!body.take) {
    const kept = await findVisit(tx, wait.visit_id)
    if (kept !== null) await holdHours(tx, actor.tenantId, claimsOf(kept))
    const row = await lockVisit(tx, wait.visit_id)
    await passOn(tx, wait.visit_id)
    if (row === null) return { visit: null }
    await tx
      .deleteFrom('app.visit')
      .where('visit_id', '=', wait.visit_id)
      .where('state', '=', 'held')
      .execute()
    // Not to the one again who has just left it to others.
    await offerGap(tx, gapOf(row), now, actor.patientId)
    return { visit: null }
  }
  // Until it is somebody else's it can still be taken, be it a moment late.
  await tx
    .deleteFrom('app.tick')
    .where('visit_id', '=', wait.visit_id)
    .where('resource', '=', actor.patientId)
    .execute()
  await makeOwn(call, wait.visit_id)
  await tx
    .updateTable('app.wait_list')
    .set({ state: 'taken', offered_until: null })
    .where('wait_id', '=', wait.wait_id)
    .execute()
  return shown(tx, wait.visit_id)
}

const MOST_WAITS = 5

async function putOnWaitList({ tx, actor, params, body, now }: Call<'putOnWaitList'>) {
  const { tenantId, patientId } = actor
  await lockPatient(tx, patientId, now)
  const setup = await setupOf(tx)
  typeFor(setup, body.typeId, OPEN_TO_OWN)
  if (body.placeId !== null) zoneAt(setup, body.placeId)
  if (body.staffId !== null && !setup.staff.some(({ id }) => id === body.staffId))
    throw new Refusal('not-found')
  const own = await tx
    .selectFrom('app.wait_list')
    .select(['wait_id', 'patient_id', 'state'])
    .where((eb) => eb.or([eb('wait_id', '=', params.id), eb('patient_id', '=', patientId)]))
    .execute()
  const known = own.find(({ wait_id }) => wait_id === params.id)
  if (known !== undefined && known.patient_id !== patientId) throw new Refusal('id-taken')
  const open = own.filter(
    ({ patient_id, state }) => patient_id === patientId && state !== 'ended' && state !== 'taken',
  )
  if (known === undefined && open.length >= MOST_WAITS) throw new Refusal('too-many-links')
  const values = {
    type_id: body.typeId,
    staff_id: body.staffId,
    location_id: body.placeId,
    wish: json(body.wish),
  }
  await tx
    .insertInto('app.wait_list')
    .values({
      tenant_id: tenantId,
      wait_id: params.id,
      patient_id: patientId,
      ...values,
      state: 'waiting',
      since: now,
      visit_id: null,
    })
    .onConflict((c) => c.columns(['tenant_id', 'wait_id']).doUpdateSet(values))
    .execute()
  return { done: true } as const
}

/** A person's own visits: whoever books, moves or cancels holds their own record's row, so that of two taps at once one comes after the other. */
export const ownVisitRoutes: HandlersOf<Own> = {
  myBookable: async ({ tx }) => bookableOf(tx, await setupOf(tx), OPEN_TO_OWN),

  myVisits: ({ tx, actor, now }) => ownVisitsOf(tx, actor.patientId, now),

  bookHeld,

  offerCadence: async ({ tx, body, now }) => {
    const setup = await setupOf(tx)
    typeFor(setup, body.typeId, OPEN_TO_OWN)
    zoneAt(setup, body.placeId)
    const wish = {
      typeId: body.typeId,
      staffId: body.staffId,
      placeId: body.placeId,
      from: body.from,
      days: body.weeks * 7,
      afterWork: false,
      most: 50_000,
    }
    const soonest = new Date(now.getTime() + setup.rule.soonestMinutes * MINUTE)
    const { slots } = await slotsOf(tx, { setup, wish, soonest, now })
    return { visits: offerCadence(body, slots) }
  },

  bookSeries: async ({ tx, actor, deps, body, now }) => {
    const { tenantId, patientId } = actor
    const setup = await setupOf(tx)
    const type = typeFor(setup, body.typeId, OPEN_TO_OWN)
    const reply = await once(
      tx,
      { tenantId, patientId, endpoint: 'bookSeries', id: body.id, body, now },
      () => bookSeries(tx, body, { tenantId, patientId, setup, type, now, by: 'patient' }),
    )
    // What could not be had may be asked for again under the same id, with other times.
    if (reply.conflicts.length > 0)
      await tx
        .deleteFrom('app.receipt')
        .where('patient_id', '=', patientId)
        .where('endpoint', '=', 'bookSeries')
        .where('id', '=', body.id)
        .execute()
    for (const { id } of reply.booked) await tellOfVisit(tx, deps, id, now)
    return reply
  },

  moveVisit,

  cancelVisit,

  putOnWaitList,

  leaveWaitList: async ({ tx, actor, params, now }) => {
    await lockPatient(tx, actor.patientId, now)
    const ended = await tx
      .updateTable('app.wait_list')
      .set({ state: 'ended', offered_until: null })
      .where('wait_id', '=', params.id)
      .where('patient_id', '=', actor.patientId)
      .where('state', 'in', ['waiting', 'offered'])
      .returning('visit_id')
      .executeTakeFirst()
    if (ended === undefined) throw new Refusal('not-found')
    if (ended.visit_id !== null)
      await tx
        .deleteFrom('app.visit')
        .where('visit_id', '=', ended.visit_id)
        .where('state', '=', 'held')
        .execute()
    return { done: true }
  },

  answerOffer,
}
