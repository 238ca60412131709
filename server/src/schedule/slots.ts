import {
  dayAfter,
  dayOf,
  freeStarts,
  MINUTE,
  type OpenTime,
  openTimes,
  type ScheduleSetup,
  type Slot,
  type Slots,
  type SlotWish,
  type Span,
  timeOf,
  type VisitType,
  wallClock,
  wallOf,
} from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { counts } from './visit.store.ts'

/** Longer than any visit with what is kept free around it: so far outside of a time is looked for what reaches into it. */
const REACH_MS = 6 * 3_600_000

type TakenRow = Span & { staffId: string; roomId: string | null }

/** What is taken by visits and classes, each with what is kept free around it. As numbers: making dates of thousands of them takes longer than all else. */
async function takenWithin(tx: Tx, span: Span, now: Date, except: string | null): Promise<TakenRow[]> {
  const [from, to] = [new Date(span.from - REACH_MS), new Date(span.to + REACH_MS)]
  const { rows } = await sql<TakenRow>`
    select staff_id as "staffId", room_id as "roomId",
      (extract(epoch from starts_at)::float8 - before_minutes * 60) * 1000 as "from",
      (extract(epoch from ends_at)::float8 + after_minutes * 60) * 1000 as "to"
    from (
      select staff_id, room_id, starts_at, ends_at, before_minutes, after_minutes from app.visit v
      where starts_at >= ${from} and starts_at < ${to} and class_id is null and ${counts(now)}
        and visit_id is distinct from ${except}::uuid
      union all
      select staff_id, room_id, starts_at, ends_at, before_minutes, after_minutes from app.visit_class
      where starts_at >= ${from} and starts_at < ${to} and cancelled_at is null
    ) taken`.execute(tx)
  return rows
}

function byResource(rows: readonly TakenRow[]): Map<string, Span[]> {
  const taken = new Map<string, Span[]>()
  const add = (resource: string, span: Span): void => {
    const known = taken.get(resource)
    if (known === undefined) taken.set(resource, [span])
    else known.push(span)
  }
  for (const row of rows) {
    add(row.staffId, row)
    if (row.roomId !== null) add(row.roomId, row)
  }
  for (const spans of taken.values()) spans.sort((a, b) => a.from - b.from)
  return taken
}

/** By whose clocks each place that can be booked runs. */
export const zonesOf = ({ places }: Pick<ScheduleSetup, 'places'>): Map<string, string> =>
  new Map(places.flatMap(({ id, zone, open }) => (open && zone !== null ? [[id, zone] as const] : [])))

/** The first day of a search: as wished, but not before it is today at the place where today begins last. */
const firstDay = (from: string | null, zones: ReadonlyMap<string, string>, now: Date): string => {
  const today = [...zones.values()].map((zone) => dayOf(wallOf(now.getTime(), zone))).toSorted()[0] ?? ''
  return from === null || from < today ? today : from
}

/** Hours in which a visit of this kind can be booked now, with whom and where it is wished. */
export function openFor(
  setup: ScheduleSetup,
  wish: Pick<SlotWish, 'staffId' | 'placeId' | 'from' | 'days'>,
  now: Date,
): OpenTime[] {
  const zones = zonesOf(setup)
  if (zones.size === 0) return []
  const hours = setup.hours.filter(
    (one) => (wish.staffId ?? one.staffId) === one.staffId && (wish.placeId ?? one.placeId) === one.placeId,
  )
  const from = firstDay(wish.from, zones, now)
  const last = dayAfter(dayOf(wallOf(now.getTime(), 'UTC')), setup.rule.aheadDays)
  const days = Math.min(wish.days, Math.max(0, (Date.parse(last) - Date.parse(from)) / 86_400_000 + 1))
  return openTimes({ hours, timeOff: setup.timeOff, zones, from, days })
}

/** What the classes of a kind have left. */
async function classSlots(
  tx: Tx,
  type: VisitType,
  wish: SlotWish,
  soonest: Date,
  until: Date,
): Promise<Slot[]> {
  const rows = await tx
    .selectFrom('app.visit_class as c')
    .innerJoin('auth.staff as s', 's.staff_id', 'c.staff_id')
    .leftJoin('app.visit as v', (j) =>
      j.onRef('v.tenant_id', '=', 'c.tenant_id').onRef('v.class_id', '=', 'c.class_id').on(counts(soonest)),
    )
    .where('c.type_id', '=', type.id)
    .where('c.cancelled_at', 'is', null)
    .where('c.starts_at', '>=', soonest)
    .where('c.starts_at', '<', until)
    .groupBy(['c.tenant_id', 'c.class_id', 's.name'])
    .selectAll('c')
    .select((eb) => ['s.name', eb.fn.count<string>('v.visit_id').as('taken')])
    .orderBy('c.starts_at')
    .execute()
  return rows
    .map((row) => ({
      starts: row.starts_at.toISOString(),
      ends: row.ends_at.toISOString(),
      wall: row.wall,
      zone: row.zone,
      placeId: row.location_id,
      staffId: row.staff_id,
      staffName: row.name,
      classId: row.class_id,
      seatsLeft: row.seats - Number(row.taken),
    }))
    .filter((slot) => slot.seatsLeft > 0)
    .filter((slot) => (wish.staffId ?? slot.staffId) === slot.staffId)
    .filter((slot) => (wish.placeId ?? slot.placeId) === slot.placeId)
    .filter((slot) => dayOf(slot.wall) >= (wish.from ?? ''))
}

/** `soonest`: not before this instant. `except`: a visit that is to be moved, whose own time is free for it. */
type Search = { setup: ScheduleSetup; wish: SlotWish; soonest: Date; now: Date; except?: string | null }

/**
 * Which starts are free. Two questions to the database, however many therapists and weeks; the rest is worked out here.
 */
export async function slotsOf(tx: Tx, { setup, wish, soonest, now, except = null }: Search): Promise<Slots> {
  const type = setup.types.find(({ id, open }) => open && id === wish.typeId)
  if (type === undefined) return { slots: [], more: false }
  const afterWork = ({ wall }: Pick<Slot, 'wall'>): boolean =>
    !wish.afterWork || timeOf(wall) >= setup.rule.afterWork
  const some = (all: readonly Slot[]): Slots => ({
    slots: all.slice(0, wish.most),
    more: all.length > wish.most,
  })
  const open = openFor(setup, wish, now)
  if (type.kind === 'class') {
    const until = new Date(soonest.getTime() + setup.rule.aheadDays * 86_400_000)
    return some((await classSlots(tx, type, wish, soonest, until)).filter(afterWork))
  }
  if (open.length === 0) return { slots: [], more: false }
  const whole = { from: Math.min(...open.map((o) => o.from)), to: Math.max(...open.map((o) => o.to)) }
  const found = freeStarts({
    open,
    type,
    rooms: setup.rooms,
    taken: byResource(await takenWithin(tx, whole, now, except)),
    step: Number(setup.rule.stepMinutes),
    soonest: soonest.getTime(),
  })
  const wallAt = wallClock()
  const zones = zonesOf(setup)
  const names = new Map(setup.staff.map(({ id, name }) => [id, name]))
  const slots: Slot[] = []
  for (const { starts, staffId, placeId } of found) {
    const zone = zones.get(placeId) ?? 'UTC'
    const wall = wallAt(starts, zone)
    if (!afterWork({ wall })) continue
    if (slots.length > wish.most) break
    slots.push({
      starts: new Date(starts).toISOString(),
      ends: new Date(starts + type.minutes * MINUTE).toISOString(),
      wall,
      zone,
      placeId,
      staffId,
      staffName: names.get(staffId) ?? '',
      classId: null,
      seatsLeft: null,
    })
  }
  return some(slots)
}
