import { type BookingRule, MINUTE, Refusal, type VisitState, type VisitType, wallOf } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import type { Placed } from './place-visits.ts'
import { isTaken, take } from './take.ts'

type Written = {
  tenantId: string
  type: VisitType
  zone: string
  now: Date
  /** 'anyone', 'patient' or the id of a member of staff. */
  by: string
  seriesId?: string | null
  override?: string | null
  /** Kept until then for somebody, instead of booked. */
  held?: { until: Date; holder: string | null; from: string | null }
}

/** Writes a visit down that `placeVisits` found a place for, and takes what it takes. */
export async function writeVisit(tx: Tx, placed: Placed, given: Written): Promise<void> {
  const { tenantId, type, zone, now, by, seriesId = null, override = null, held } = given
  const state: VisitState = held === undefined ? 'booked' : 'held'
  await tx
    .insertInto('app.visit')
    .values({
      tenant_id: tenantId,
      visit_id: placed.id,
      patient_id: placed.patientId,
      type_id: type.id,
      staff_id: placed.staffId,
      location_id: placed.placeId,
      room_id: placed.roomId,
      class_id: placed.classId,
      series_id: seriesId,
      ...timesOf(placed.starts, type, zone),
      state,
      held_until: held?.until ?? null,
      holder: held?.holder ?? null,
      held_from: held?.from ?? null,
      before_minutes: type.beforeMinutes,
      after_minutes: type.afterMinutes,
      made_at: now,
      made_by: by,
      booked_at: held === undefined ? now : null,
      override,
    })
    .execute()
    .catch((error: unknown) => {
      throw isTaken(error) ? new Refusal('id-taken') : error
    })
  await take(tx, { tenantId, visitId: placed.id }, placed.claims)
}

/** When a visit is: as instants, and what the clock at the place says when it starts. */
export const timesOf = (starts: number, type: Pick<VisitType, 'minutes'>, zone: string) => ({
  starts_at: new Date(starts),
  ends_at: new Date(starts + type.minutes * MINUTE),
  wall: wallOf(starts, zone),
  zone,
})

/** Until when a start is kept for somebody who has not said their name. */
export const heldUntil = (rule: BookingRule, now: Date): Date =>
  new Date(now.getTime() + rule.holdMinutes * MINUTE)

/**
 * Whoever is booked with a therapist is cared for by them from then on: they join the team, and lead it where nobody does. A person without
 * a place is seen at the one of their visit.
 */
export async function joinByVisit(
  tx: Tx,
  visit: { tenantId: string; patientId: string; staffId: string; placeId: string; by: string },
  now: Date,
): Promise<void> {
  const { tenantId, patientId, staffId, placeId, by } = visit
  const team = await tx
    .selectFrom('app.care_team')
    .select(['staff_id', 'part'])
    .where('patient_id', '=', patientId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .execute()
  await tx
    .updateTable('app.patient')
    .set({ location_id: placeId })
    .where('patient_id', '=', patientId)
    .where('location_id', 'is', null)
    .execute()
  if (team.some(({ staff_id }) => staff_id === staffId)) return
  await tx
    .insertInto('app.care_team')
    .values({
      tenant_id: tenantId,
      patient_id: patientId,
      staff_id: staffId,
      part: team.some(({ part }) => part === 'lead') ? 'member' : 'lead',
      since: now,
      until: null,
      added_by: by,
    })
    .onConflict((c) =>
      c.columns(['tenant_id', 'patient_id', 'staff_id']).doUpdateSet({ part: 'member', until: null }),
    )
    .execute()
}
