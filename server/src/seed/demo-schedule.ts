import {
  dayAfter,
  dayOf,
  type VisitKind,
  type VisitState,
  wallOf,
  wallToInstant,
  weekdayOf,
} from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'
import { writeVisit } from '../schedule/booked.ts'
import { placeVisits } from '../schedule/place-visits.ts'
import { setupOf } from '../schedule/setup.store.ts'

/** By whose clock the demo clinic runs: that of this machine, where it has one. */
function demoZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return timeZone.includes('/') ? timeZone : 'Europe/Lisbon'
}

const KINDS: readonly {
  kind: VisitKind
  name: string
  minutes: number
  bookedBy: 'anyone' | 'patients'
  seats: number
}[] = [
  { kind: 'evaluation', name: 'First evaluation', minutes: 60, bookedBy: 'anyone', seats: 1 },
  { kind: 'treatment', name: 'Treatment', minutes: 45, bookedBy: 'patients', seats: 1 },
  { kind: 'video', name: 'Video visit', minutes: 30, bookedBy: 'patients', seats: 1 },
  { kind: 'class', name: 'Group class', minutes: 45, bookedBy: 'patients', seats: 6 },
]

/** Made-up visits around today: which of the people, how many working days from today, when, what, how far. */
const VISITS: readonly {
  person: number
  days: number
  time: string
  kind: VisitKind
  state: VisitState
  /** With the colleague. */
  other?: true
}[] = [
  { person: 0, days: -1, time: '10:00', kind: 'treatment', state: 'done' },
  { person: 4, days: -1, time: '14:00', kind: 'evaluation', state: 'no-show' },
  { person: 1, days: 0, time: '09:00', kind: 'treatment', state: 'booked' },
  { person: 0, days: 0, time: '11:00', kind: 'video', state: 'booked' },
  { person: 5, days: 0, time: '15:00', kind: 'treatment', state: 'booked' },
  { person: 4, days: 1, time: '09:00', kind: 'evaluation', state: 'booked' },
  { person: 1, days: 2, time: '13:00', kind: 'treatment', state: 'booked' },
  { person: 2, days: 0, time: '09:00', kind: 'treatment', state: 'booked', other: true },
  { person: 3, days: 0, time: '10:30', kind: 'treatment', state: 'booked', other: true },
  { person: 2, days: 2, time: '09:00', kind: 'treatment', state: 'booked', other: true },
  { person: 0, days: 3, time: '10:00', kind: 'treatment', state: 'booked' },
]

/** The day so many working days from another. */
function workingDay(from: string, days: number): string {
  let day = from
  while (weekdayOf(day) > 5) day = dayAfter(day, 1)
  for (let left = Math.abs(days); left > 0; ) {
    day = dayAfter(day, Math.sign(days))
    if (weekdayOf(day) <= 5) left -= 1
  }
  return day
}

type Given = {
  tenantId: string
  staffId: string
  /** Works in the mornings only. */
  colleagueId: string
  patientIds: readonly string[]
  now: Date
}

/** A place, rooms, kinds of visit, hours and some visits, so that a demo clinic can be booked and its calendar shows something. */
export async function demoSchedule(
  tx: Tx,
  { tenantId, staffId, colleagueId, patientIds, now }: Given,
): Promise<void> {
  const zone = demoZone()
  const tenant = { tenant_id: tenantId }
  const location_id = newId(now)
  await tx
    .insertInto('app.location')
    .values({
      ...tenant,
      location_id,
      name: 'Demo place',
      address: '1 Example Street',
      phone: '',
      zone,
      created_at: now,
    })
    .execute()
  const kinds = KINDS.map(({ kind }) => kind)
  for (const name of ['Room 1', 'Room 2'])
    await tx
      .insertInto('app.room')
      .values({ ...tenant, room_id: newId(now), location_id, name, kinds })
      .execute()
  for (const { kind, name, minutes, bookedBy, seats } of KINDS)
    await tx
      .insertInto('app.visit_type')
      .values({
        ...tenant,
        type_id: newId(now),
        kind,
        name,
        minutes,
        after_minutes: 15,
        seats,
        needs_room: kind !== 'video',
        booked_by: bookedBy,
      })
      .execute()
  for (const weekday of [1, 2, 3, 4, 5])
    for (const [staff_id, from_time, to_time] of [
      [staffId, '09:00', '12:00'],
      [staffId, '13:00', '18:00'],
      [colleagueId, '08:00', '13:00'],
    ] as const)
      await tx
        .insertInto('app.working_hours')
        .values({
          ...tenant,
          hours_id: newId(now),
          staff_id,
          location_id,
          weekday,
          from_time,
          to_time,
          kinds,
          from_day: null,
          until_day: null,
        })
        .execute()
  const setup = await setupOf(tx)
  const today = dayOf(wallOf(now.getTime(), zone))
  for (const { person, days, time, kind, state, other } of VISITS) {
    const type = setup.types.find((one) => one.kind === kind)
    const patientId = patientIds[person]
    if (type === undefined || patientId === undefined) continue
    const starts = wallToInstant(`${workingDay(today, days)}T${time}`, zone)
    const wanted = {
      id: newId(now),
      starts,
      staffId: other === true ? colleagueId : staffId,
      placeId: location_id,
      patientId,
      roomId: null,
      classId: null,
    }
    const { placed } = await placeVisits(tx, [wanted], { tenantId, type, setup, now })
    for (const one of placed) await writeVisit(tx, one, { tenantId, type, zone, now, by: staffId })
    await tx.updateTable('app.visit').set({ state }).where('visit_id', '=', wanted.id).execute()
  }
}
