import {
  checkInOpen,
  freeUntil,
  inTime,
  type OwnVisit,
  type OwnVisits,
  type BookingRule,
  type Wait,
} from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { ruleOf } from './setup.store.ts'
import { checkInsOf } from './visit-check-in.store.ts'
import { findVisit, type VisitRow, visitOf, visitRows } from './visit.store.ts'

/** What of one's visits is still to come, and the last of those that were. */
const MOST_PAST = 20
/** A visit stays among those to come for so long after it ended. */
const LINGERS_MS = 3_600_000

/** What its person may do with a visit now. `answered`: before which visits the questions were. */
export function ownVisitOf(
  row: VisitRow,
  rule: BookingRule,
  now: Date,
  answered: ReadonlySet<string>,
): OwnVisit {
  const times = { starts: row.starts_at.getTime(), bookedAt: (row.booked_at ?? row.made_at).getTime() }
  const visit = visitOf(row)
  const open = checkInOpen(visit, now.toISOString())
  return {
    visit,
    checkIn: open ? (answered.has(visit.id) ? 'given' : 'open') : null,
    mayChange: row.state === 'booked' && row.starts_at > now,
    free: inTime(times, rule, now.getTime()),
    freeUntil: new Date(freeUntil(times, rule)).toISOString(),
  }
}

async function waitsOf(tx: Tx, patientId: string, now: Date): Promise<Wait[]> {
  const rows = await tx
    .selectFrom('app.wait_list')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('state', 'in', ['waiting', 'offered'])
    .orderBy('since')
    .execute()
  const waits: Wait[] = []
  for (const row of rows) {
    const open = row.visit_id !== null && row.offered_until !== null && row.offered_until > now
    const visit = open && row.visit_id !== null ? await findVisit(tx, row.visit_id) : null
    waits.push({
      id: row.wait_id,
      typeId: row.type_id,
      staffId: row.staff_id,
      placeId: row.location_id,
      wish: row.wish,
      since: row.since.toISOString(),
      offer:
        visit === null || row.offered_until === null
          ? null
          : { visit: visitOf(visit), until: row.offered_until.toISOString() },
    })
  }
  return waits
}

/** For how many weeks a plan's visits are suggested at once. */
const CADENCE_WEEKS = 6

/** Somebody's visits, and what the plan suggests of them. */
export async function ownVisitsOf(tx: Tx, patientId: string, now: Date): Promise<OwnVisits> {
  const rule = await ruleOf(tx)
  const rows = await visitRows(tx)
    .where('v.patient_id', '=', patientId)
    .where('v.state', '<>', 'held')
    .orderBy('v.starts_at')
    .execute()
  const answered = new Set((await checkInsOf(tx, patientId)).map(({ visitId }) => visitId))
  const isAhead = (row: VisitRow): boolean =>
    row.ends_at.getTime() + LINGERS_MS > now.getTime() && row.state !== 'cancelled' && row.state !== 'done'
  const ahead = rows.filter(isAhead)
  const past = rows.filter((row) => !isAhead(row)).toReversed()
  const usual = ahead[0] ?? past.find((row) => row.state !== 'cancelled')
  const plan = await latestPlan(tx, patientId)
  const perWeek = plan?.cadence.clinicVisitsPerWeek ?? 0
  return {
    upcoming: ahead.map((row) => ownVisitOf(row, rule, now, answered)),
    past: past.slice(0, MOST_PAST).map(visitOf),
    waits: await waitsOf(tx, patientId, now),
    cadence: perWeek > 0 ? { perWeek, weeks: CADENCE_WEEKS } : null,
    usual:
      usual === undefined
        ? null
        : { staffId: usual.staff_id, placeId: usual.location_id, typeId: usual.type_id },
  }
}
