import { dayOf, Refusal, type ScheduleSetup, type Slot, TICK, type VisitType, wallOf } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { slotsOf, zonesOf } from './slots.ts'

/** A kind of visit that whoever asks may book; any other is not there for them. */
export function typeFor(
  setup: ScheduleSetup,
  typeId: string,
  by: readonly VisitType['bookedBy'][],
): VisitType {
  const type = setup.types.find(({ id, open }) => open && id === typeId)
  if (type === undefined || !by.includes(type.bookedBy)) throw new Refusal('not-found')
  return type
}

/** By whose clocks visits at a place run; a place that cannot be booked is not there. */
export function zoneAt(setup: ScheduleSetup, placeId: string): string {
  const zone = zonesOf(setup).get(placeId)
  if (zone === undefined) throw new Refusal('not-found')
  return zone
}

export type StartWish = { typeId: string; staffId: string | null; placeId: string; starts: string }

/** The instant of a start, in milliseconds; every visit begins on a step of five minutes. */
export function startOf(starts: string): number {
  const instant = Date.parse(starts)
  if (instant % TICK !== 0)
    throw new Refusal('bad-input', [{ path: 'starts', message: 'Visits begin on a full five minutes.' }])
  return instant
}

/** With whom a start can be had now by the hours, the rules and what is booked; nobody: none. To be asked again under `holdHours`. */
export async function freeAt(
  tx: Tx,
  setup: ScheduleSetup,
  wish: StartWish,
  now: Date,
  except: string | null = null,
): Promise<Slot[]> {
  const soonest = new Date(now.getTime() + setup.rule.soonestMinutes * 60_000)
  const day = dayOf(wallOf(startOf(wish.starts), zoneAt(setup, wish.placeId)))
  const { typeId, staffId, placeId } = wish
  const search = { typeId, staffId, placeId, from: day, days: 1, afterWork: false, most: 500 }
  const { slots } = await slotsOf(tx, { setup, wish: search, soonest, now, except })
  return slots.filter(({ starts }) => starts === wish.starts)
}
