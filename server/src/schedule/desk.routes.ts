import { type DESK_STATES, type DeskWait, Refusal, VISIT_STEPS } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { findPatient, holdPatient } from '../patient/patient.store.ts'
import { approvedFor } from './authorisation.store.ts'
import { joinByVisit, timesOf } from './booked.ts'
import { cancelClass, setClasses } from './classes.ts'
import { deskBook, deskPlace } from './desk-book.ts'
import { classOf, deskVisitsOf, peopleBy, rangeOf } from './desk.store.ts'
import { setupOf } from './setup.store.ts'
import { startOf, zoneAt } from './start-at.ts'
import { holdHours, release, take } from './take.ts'
import { tellOfVisit } from './tell.ts'
import { findVisit, lockVisit } from './visit.store.ts'
import { fitsOf } from './wait-fits.ts'
import { claimsOf, offerGap } from './wait.ts'

type Desk =
  | 'scheduleRange'
  | 'deskPeople'
  | 'deskBook'
  | 'deskMove'
  | 'deskState'
  | 'setClasses'
  | 'cancelClass'
  | 'deskWaits'
  | 'waitFits'
  | 'authorisation'
  | 'setAuthorisation'

type DeskCall = Pick<Call<'deskMove'>, 'tx' | 'actor' | 'deps' | 'now' | 'saw'>

async function shown({ tx, actor, now, saw }: DeskCall, visitId: string) {
  const row = await findVisit(tx, visitId)
  if (row === null) throw new Refusal('not-found')
  const [visit] = await deskVisitsOf(tx, actor, [row], now)
  if (visit === undefined) throw new Refusal('not-found')
  if (visit.patientId !== null) saw([visit.patientId])
  return { visit }
}

/** A visit that somebody has, as the desk saw it; its person and it are held until the transaction ends. */
async function seen(tx: Tx, visitId: string, version: number) {
  const found = await findVisit(tx, visitId)
  if (found === null || found.patient_id === null || found.state === 'held') throw new Refusal('not-found')
  await holdPatient(tx, found.patient_id)
  const row = await lockVisit(tx, visitId)
  if (row === null) throw new Refusal('not-found')
  if (row.version !== version) throw new Refusal('conflict')
  return { row, patientId: found.patient_id }
}

const gapOf = (row: Awaited<ReturnType<typeof seen>>['row']) => ({
  tenantId: row.tenant_id,
  typeId: row.type_id,
  staffId: row.staff_id,
  placeId: row.location_id,
  starts: row.starts_at,
})

async function deskMove(call: Call<'deskMove'>) {
  const { tx, actor, deps, params, body, now } = call
  const { tenantId } = actor
  const { row, patientId } = await seen(tx, params.id, body.version)
  if (row.state !== 'booked' || row.class_id !== null) throw new Refusal('conflict')
  const setup = await setupOf(tx)
  const type = setup.types.find(({ id }) => id === row.type_id)
  if (type === undefined) throw new Refusal('not-found')
  const starts = startOf(body.starts)
  const there = { ...row, staff_id: body.staffId, ...timesOf(starts, type, row.zone) }
  await holdHours(tx, tenantId, [...claimsOf(row), ...claimsOf(there)])
  await release(tx, row.visit_id)
  const asked = { ...body, placeId: row.location_id, classId: null, starts }
  const placed = await deskPlace(tx, { id: row.visit_id, patientId }, asked, { tenantId, setup, type, now })
  await tx
    .updateTable('app.visit')
    .set((eb) => ({
      ...timesOf(placed.starts, type, zoneAt(setup, placed.placeId)),
      staff_id: placed.staffId,
      room_id: placed.roomId,
      before_minutes: type.beforeMinutes,
      after_minutes: type.afterMinutes,
      override: body.override,
      version: eb('version', '+', 1),
      sequence: eb('sequence', '+', 1),
    }))
    .where('visit_id', '=', row.visit_id)
    .execute()
  await take(tx, { tenantId, visitId: row.visit_id }, placed.claims)
  const { staffId, placeId } = placed
  await joinByVisit(tx, { tenantId, patientId, staffId, placeId, by: actor.staffId }, now)
  await tellOfVisit(tx, deps, row.visit_id, now)
  if (row.starts_at.getTime() !== starts || row.staff_id !== staffId) await offerGap(tx, gapOf(row), now)
  return shown(call, row.visit_id)
}

type Step = (typeof DESK_STATES)[number]

/** What a state says of when it was reached; a step back takes it away again. */
const timesFor = (state: Step, row: Awaited<ReturnType<typeof seen>>['row'], now: Date) => ({
  arrived_at: state === 'booked' ? null : (row.arrived_at ?? now),
  started_at: state === 'in-progress' || state === 'done' ? (row.started_at ?? now) : null,
  done_at: state === 'done' ? now : null,
})

async function deskState(call: Call<'deskState'>) {
  const { tx, actor, deps, params, body, now } = call
  const { tenantId, staffId: by } = actor
  const { row, patientId } = await seen(tx, params.id, body.version)
  const { state } = body
  if (!VISIT_STEPS[row.state].includes(state)) throw new Refusal('conflict')
  const setup = await setupOf(tx)
  const type = setup.types.find(({ id }) => id === row.type_id)
  if (row.state === 'cancelled' && type !== undefined) {
    const asked = {
      staffId: row.staff_id,
      placeId: row.location_id,
      roomId: row.room_id,
      classId: row.class_id,
      starts: row.starts_at.getTime(),
      override: 'taken back',
    }
    const placed = await deskPlace(tx, { id: row.visit_id, patientId }, asked, { tenantId, setup, type, now })
    await take(tx, { tenantId, visitId: row.visit_id }, placed.claims)
  }
  const ends = state === 'cancelled'
  if (ends) await release(tx, row.visit_id)
  await tx
    .updateTable('app.visit')
    .set((eb) => ({
      state,
      ...(ends || state === 'no-show' ? {} : timesFor(state, row, now)),
      cancelled_at: ends ? now : null,
      cancelled_by: ends ? by : null,
      cancel_late: ends ? false : null,
      version: eb('version', '+', 1),
      ...((ends || row.state === 'cancelled') && { sequence: eb('sequence', '+', 1) }),
    }))
    .where('visit_id', '=', row.visit_id)
    .execute()
  if (ends || row.state === 'cancelled') await tellOfVisit(tx, deps, row.visit_id, now)
  if (ends && row.class_id === null) await offerGap(tx, gapOf(row), now)
  return shown(call, row.visit_id)
}

/** The desk's calendar. Whose names are shown stands in the trail, like any other look. */
export const deskRoutes: HandlersOf<Desk> = {
  scheduleRange: async ({ tx, actor, body, now, saw }) => {
    const range = await rangeOf(tx, actor, body, now)
    saw(range.visits.map(({ patientId }) => patientId).filter((id) => id !== null))
    return range
  },

  deskPeople: async ({ tx, actor, body, now, saw }) => {
    const people = await peopleBy(tx, actor, body.text, now)
    saw(people.map(({ patientId }) => patientId))
    return { people }
  },

  deskBook: async (call) => {
    const { tx, actor, deps, params, body, now } = call
    const { isNew } = await deskBook(tx, actor, params.id, body, now)
    if (isNew) await tellOfVisit(tx, deps, params.id, now)
    return shown(call, params.id)
  },

  deskMove,

  deskState,

  setClasses: async ({ tx, actor, params, body, now }) => {
    const ids = await setClasses(tx, actor, params.id, body, now)
    const classes = []
    for (const id of ids) classes.push(await classOf(tx, id, now))
    return { classes }
  },

  cancelClass: async ({ tx, actor, deps, params, now }) => {
    for (const id of await cancelClass(tx, actor, params.id, now)) await tellOfVisit(tx, deps, id, now)
    return { done: true }
  },

  deskWaits: async ({ tx, saw }) => {
    const rows = await tx
      .selectFrom('app.wait_list as w')
      .innerJoin('app.patient as p', (j) =>
        j.onRef('p.tenant_id', '=', 'w.tenant_id').onRef('p.patient_id', '=', 'w.patient_id'),
      )
      .innerJoin('app.visit_type as t', (j) =>
        j.onRef('t.tenant_id', '=', 'w.tenant_id').onRef('t.type_id', '=', 'w.type_id'),
      )
      .leftJoin('auth.staff as s', 's.staff_id', 'w.staff_id')
      .where('w.state', 'in', ['waiting', 'offered'])
      .select([
        'w.wait_id',
        'w.patient_id',
        'w.since',
        'w.offered_until',
        'p.contact',
        'p.label',
        'w.type_id',
        'w.staff_id',
        'w.location_id',
        'w.wish',
        't.name as type_name',
        's.name as staff_name',
      ])
      .orderBy('w.declined')
      .orderBy('w.since')
      .limit(200)
      .execute()
    saw(rows.map((row) => row.patient_id))
    const waits = rows.map(
      (row): DeskWait => ({
        id: row.wait_id,
        patientId: row.patient_id,
        who: row.contact?.name?.trim() || row.label,
        typeId: row.type_id,
        typeName: row.type_name,
        staffId: row.staff_id,
        staffName: row.staff_name,
        placeId: row.location_id,
        wish: row.wish,
        since: row.since.toISOString(),
        offeredUntil: row.offered_until?.toISOString() ?? null,
      }),
    )
    return { waits }
  },

  waitFits: async ({ tx, params, now, saw }) => {
    const wait = await tx
      .selectFrom('app.wait_list')
      .selectAll()
      .where('wait_id', '=', params.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (wait === undefined) throw new Refusal('not-found')
    saw([wait.patient_id])
    return { slots: await fitsOf(tx, wait, now) }
  },

  authorisation: async ({ tx, params, now, saw }) => {
    if ((await findPatient(tx, params.id)) === undefined) throw new Refusal('not-found')
    saw([params.id])
    return { authorisation: await approvedFor(tx, params.id, now) }
  },

  setAuthorisation: async ({ tx, actor, params, body, now, saw }) => {
    if ((await findPatient(tx, params.id)) === undefined) throw new Refusal('not-found')
    saw([params.id])
    const { authorisation } = body
    await tx.deleteFrom('app.visit_authorisation').where('patient_id', '=', params.id).execute()
    if (authorisation !== null)
      await tx
        .insertInto('app.visit_authorisation')
        .values({
          tenant_id: actor.tenantId,
          patient_id: params.id,
          body: json(authorisation),
          set_at: now,
          set_by: actor.staffId,
        })
        .execute()
    return { done: true }
  },
}
