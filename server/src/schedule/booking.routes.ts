import { type Bookable, type HoldWish, Refusal, type ScheduleSetup, type VisitType } from '@dorsal/care'
import { patientOf } from '../access/patient-secret.ts'
import { inClinic, type Tx } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { newSecret, sha256 } from '../ids.ts'
import { dropHolds, heldBy, hold } from './hold.ts'
import { placesOf, setupOf } from './setup.store.ts'
import { slotsOf } from './slots.ts'
import { typeFor } from './start-at.ts'
import { holdId } from './take.ts'
import { findVisit, type VisitRow, visitOf } from './visit.store.ts'

type Who = readonly VisitType['bookedBy'][]
export const OPEN_TO_ALL: Who = ['anyone']
export const OPEN_TO_OWN: Who = ['anyone', 'patients']

/** What can be booked by whoever asks: kinds that are open to them, places with a clock, those who have hours. */
export async function bookableOf(tx: Tx, setup: ScheduleSetup, who: Who): Promise<Bookable> {
  const staff = new Set(setup.hours.map(({ staffId }) => staffId))
  return {
    types: setup.types
      .filter(({ open, bookedBy }) => open && who.includes(bookedBy))
      .map(({ id, kind, name, minutes }) => ({ id, kind, name, minutes })),
    places: (await placesOf(tx)).flatMap(({ open, zone, ...place }) =>
      open && zone !== null && setup.hours.some(({ placeId }) => placeId === place.id)
        ? [{ ...place, zone }]
        : [],
    ),
    staff: setup.staff.filter(({ id }) => staff.has(id)).map(({ id, name }) => ({ id, name })),
    rule: setup.rule,
  }
}

type Anyone = 'bookable' | 'findSlots' | 'holdSlot' | 'heldSlot' | 'dropHold'

/** Where whoever asks would book: the clinic of their record, else the one that this server is for; and what is open to them. */
type Asks = Pick<Call<'bookable'>, 'db' | 'deps' | 'cookies' | 'now'>

async function standsAt({ db, deps, cookies, now }: Asks): Promise<{ tenantId: string; who: Who }> {
  const known = await patientOf(db, cookies.read('me'), now)
  return known === null
    ? { tenantId: deps.homeTenant, who: OPEN_TO_ALL }
    : { tenantId: known.tenantId, who: OPEN_TO_OWN }
}

/** Whether it is the start that was asked for, and is still only kept. Nobody else knows the id: the browser made it up. */
const isSame = (row: VisitRow, { starts, typeId }: HoldWish, now: Date): boolean =>
  row.state === 'held' &&
  row.patient_id === null &&
  row.held_until !== null &&
  row.held_until > now &&
  row.type_id === typeId &&
  row.starts_at.toISOString() === starts

async function adopt(tx: Tx, visitId: string, holder: string): Promise<void> {
  await tx.updateTable('app.visit').set({ holder }).where('visit_id', '=', visitId).execute()
}

async function holdSlot(call: Call<'holdSlot'>) {
  const { db, cookies, body, now, network } = call
  const { tenantId, who } = await standsAt(call)
  const secret = cookies.read('hold') ?? newSecret()
  const holder = { secret: sha256(secret), network: sha256(network) }
  const visit = await inClinic(db, tenantId, async (tx) => {
    await holdId(tx, body.id)
    const known = await findVisit(tx, body.id)
    // Asked again because the answer was lost, and the browser's secret with it: the same start is kept, not another one.
    if (known !== null && !isSame(known, body, now)) throw new Refusal('id-taken')
    if (known !== null && known.holder !== holder.secret) await adopt(tx, body.id, holder.secret)
    if (known === null) {
      const setup = await setupOf(tx)
      const type = typeFor(setup, body.typeId, who)
      await hold(tx, body, { tenantId, setup, type, holder, now })
    }
    const row = known ?? (await findVisit(tx, body.id))
    if (row === null) throw new Refusal('slot-taken')
    return visitOf(row)
  })
  cookies.set('hold', secret)
  return { visit }
}

/** Booking from the open page: nothing of anybody's is read, and nothing is kept but the start. */
export const bookingRoutes: HandlersOf<Anyone> = {
  bookable: ({ db, deps }) =>
    inClinic(db, deps.homeTenant, async (tx) => bookableOf(tx, await setupOf(tx), OPEN_TO_ALL)),

  findSlots: async (call) => {
    const { db, body, now } = call
    const { tenantId, who } = await standsAt(call)
    return inClinic(db, tenantId, async (tx) => {
      const setup = await setupOf(tx)
      typeFor(setup, body.typeId, who)
      const soonest = new Date(now.getTime() + setup.rule.soonestMinutes * 60_000)
      return slotsOf(tx, { setup, wish: body, soonest, now })
    })
  },

  holdSlot,

  heldSlot: async (call) => {
    const secret = call.cookies.read('hold')
    if (secret === undefined) return { visit: null }
    const { tenantId } = await standsAt(call)
    return inClinic(call.db, tenantId, async (tx) => {
      const row = await heldBy(tx, sha256(secret), call.now)
      return { visit: row === null ? null : visitOf(row) }
    })
  },

  dropHold: async (call) => {
    const secret = call.cookies.read('hold')
    if (secret !== undefined) {
      const { tenantId } = await standsAt(call)
      await inClinic(call.db, tenantId, (tx) => dropHolds(tx, sha256(secret)))
    }
    return { done: true }
  },
}
