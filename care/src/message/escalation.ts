import * as z from 'zod/mini'
import type { StaffRole } from '../access/principal.ts'
import { Instant, Uuid } from '../ids.ts'
import { Disposition } from '../triage/red-flag.ts'

/** Whom an unacknowledged message has reached: those who care for the person, every clinician of the clinic, its admins. */
export const CALLED = ['team', 'clinicians', 'admins'] as const
export type Called = (typeof CALLED)[number]

type Climb = { after: readonly [team: number, clinicians: number, admins: number]; again: number }

/**
 * After how many minutes without an acknowledgement a flagged message reaches the next, and how often it is called again from then on. A
 * level without a row waits in the list like any other task. Nobody is to wait for these: the card sends an emergency to the ambulance.
 */
export const ESCALATION: Readonly<Record<Disposition, Climb | null>> = {
  emergency_now: { after: [0, 15, 30], again: 30 },
  same_day_urgent: { after: [0, 60, 120], again: 120 },
  see_clinician_first: { after: [0, 480, 1440], again: 1440 },
  caution: null,
  none: null,
}

/** How often a flagged message has called by now: 1 the team, 2 all clinicians, 3 the admins, 4 and on again everybody; 0 never. */
export function callsBy(level: Disposition, since: string, now: string): number {
  const row = ESCALATION[level]
  if (row === null) return 0
  const minutes = Math.max(0, (Date.parse(now) - Date.parse(since)) / 60_000)
  const reached = row.after.filter((after) => after <= minutes).length
  if (reached < CALLED.length) return reached
  return reached + Math.floor((minutes - row.after[2]) / row.again)
}

/** How far it has climbed after so many calls; null after none. */
export const calledAfter = (calls: number): Called | null =>
  CALLED[Math.min(calls, CALLED.length) - 1] ?? null

/** Whether a flagged message that has climbed so far calls this member of staff. `cares`: they may open the person's record as it is. */
export function calls(called: Called, role: StaffRole, cares: boolean): boolean {
  if (cares) return true
  if (role === 'therapist') return called !== 'team'
  return role === 'clinic-admin' && called === 'admins'
}

/** A flagged message that nobody has acknowledged, as it calls. Says whose it is and how urgent, and nothing of what was written. */
export const MessageCall = z.object({
  taskId: Uuid,
  patientId: Uuid,
  label: z.string(),
  level: Disposition,
  since: Instant,
  called: z.enum(CALLED),
  /** Whether the caller may open the record without giving a reason. */
  cares: z.boolean(),
})
export type MessageCall = z.infer<typeof MessageCall>
