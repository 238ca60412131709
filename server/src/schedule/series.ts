import {
  type BookingRule,
  type Conflict,
  dayAfter,
  dayOf,
  type ScheduleSetup,
  type SeriesReply,
  type SeriesWish,
  type Slot,
  type VisitType,
  wallOf,
} from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { joinByVisit, writeVisit } from './booked.ts'
import { placeVisits, type Wanted } from './place-visits.ts'
import { slotsOf } from './slots.ts'
import { startOf, zoneAt } from './start-at.ts'
import { findVisit, visitOf } from './visit.store.ts'

type Given = {
  tenantId: string
  patientId: string
  setup: ScheduleSetup
  type: VisitType
  now: Date
  by: string
}

/** How many other starts are named for one that cannot be had. */
const INSTEAD = 5

const soonestOf = (rule: BookingRule, now: Date): Date =>
  new Date(now.getTime() + rule.soonestMinutes * 60_000)

/** The free starts from the day of the first wish to the week after the last. */
async function freeAround(tx: Tx, wish: SeriesWish, { setup, now }: Given): Promise<Slot[]> {
  const zone = zoneAt(setup, wish.placeId)
  const days = wish.visits.map(({ starts }) => dayOf(wallOf(startOf(starts), zone))).toSorted()
  const from = days[0] ?? ''
  const until = dayAfter(days.at(-1) ?? '', 7)
  const { slots } = await slotsOf(tx, {
    setup,
    wish: {
      typeId: wish.typeId,
      staffId: null,
      placeId: wish.placeId,
      from,
      days: Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000),
      afterWork: false,
      most: 20_000,
    },
    soonest: soonestOf(setup.rule, now),
    now,
  })
  return slots
}

/** The nearest free starts that are none of the wished ones, with the same therapist first. */
function insteadOf(starts: number, staffId: string, free: readonly Slot[], wish: SeriesWish): Slot[] {
  const wished = new Set(wish.visits.map((visit) => visit.starts))
  const far = (slot: Slot): number =>
    Math.abs(Date.parse(slot.starts) - starts) + (slot.staffId === staffId ? 0 : 86_400_000)
  return free
    .filter((slot) => !wished.has(slot.starts))
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, INSTEAD)
}

/**
 * Books several visits, all or none. Where one cannot be had nothing is written, and every one that cannot is named with the nearest others.
 * The caller holds the person's row, so that nobody else books for them meanwhile.
 */
export async function bookSeries(tx: Tx, wish: SeriesWish, given: Given): Promise<SeriesReply> {
  const { tenantId, patientId, setup, type, now, by } = given
  const zone = zoneAt(setup, wish.placeId)
  const free = await freeAround(tx, wish, given)
  const open = new Set(free.map((slot) => `${slot.staffId} ${slot.starts}`))
  const classes = new Map(free.map((slot) => [`${slot.staffId} ${slot.starts}`, slot.classId]))
  const conflict = (wanted: Pick<Wanted, 'starts' | 'staffId'>, why: Conflict['why']): Conflict => ({
    starts: new Date(wanted.starts).toISOString(),
    wall: wallOf(wanted.starts, zone),
    why,
    instead: insteadOf(wanted.starts, wanted.staffId, free, wish),
  })
  const wanted = wish.visits.map(
    ({ id, staffId, starts }): Wanted => ({
      id,
      starts: startOf(starts),
      staffId,
      placeId: wish.placeId,
      patientId,
      roomId: null,
      classId: classes.get(`${staffId} ${starts}`) ?? null,
    }),
  )
  const isOpen = ({ staffId, starts }: Wanted): boolean =>
    open.has(`${staffId} ${new Date(starts).toISOString()}`)
  const { placed, conflicts } = await placeVisits(
    tx,
    wanted.filter(isOpen),
    { tenantId, type, setup, now },
    type.seats,
  )
  const closed = wanted
    .filter((one) => !isOpen(one))
    .map((one) => conflict(one, one.starts < now.getTime() ? 'past' : 'taken'))
  const all = [...closed, ...conflicts.map((one) => conflict(one.wanted, one.why))]
  if (all.length > 0) return { booked: [], conflicts: all.toSorted((a, b) => (a.starts < b.starts ? -1 : 1)) }
  const seriesId = placed.length > 1 ? wish.id : null
  for (const one of placed) {
    await writeVisit(tx, one, { tenantId, type, zone, now, by, seriesId })
    const { staffId, placeId } = one
    if (one.classId === null) await joinByVisit(tx, { tenantId, patientId, staffId, placeId, by }, now)
  }
  const booked = []
  for (const { id } of placed) booked.push(await findVisit(tx, id))
  return { booked: booked.filter((row) => row !== null).map(visitOf), conflicts: [] }
}
