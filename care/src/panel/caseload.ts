import * as z from 'zod/mini'
import { STAFF_ROLES } from '../access/principal.ts'
import { Instant, Uuid } from '../ids.ts'

const words = z.string().check(z.trim(), z.maxLength(1000))

/** Somebody away from one moment to another, and who stands in. */
export const Absence = z.object({
  id: Uuid,
  staffId: Uuid,
  coverId: Uuid,
  from: Instant,
  until: Instant,
  note: z.string(),
})
export type Absence = z.infer<typeof Absence>

export const AbsenceWish = z.object({
  staffId: Uuid,
  coverId: Uuid,
  from: Instant,
  until: Instant,
  note: words,
})
export type AbsenceWish = z.infer<typeof AbsenceWish>

/**
 * How much somebody carries: people on whose team they are, people of others whom they stand in for now, how many of their own wait for
 * something and since when the longest, and how many were agreed at most (null: no number).
 */
export const Caseload = z.object({
  staffId: Uuid,
  name: z.string(),
  role: z.enum(STAFF_ROLES),
  patients: z.number(),
  covered: z.number(),
  waiting: z.number(),
  oldestAt: z.nullable(Instant),
  cap: z.nullable(z.number()),
})
export type Caseload = z.infer<typeof Caseload>

/** Handing people over. `from`: whose they are; `patientIds` null: all of theirs. */
export const HandOverWish = z.object({
  id: Uuid,
  from: Uuid,
  to: Uuid,
  patientIds: z.nullable(z.array(Uuid).check(z.minLength(1), z.maxLength(5000))),
  note: words,
})
export type HandOverWish = z.infer<typeof HandOverWish>

/** How many more somebody can take on; null: no number was agreed. */
export const roomOf = ({ patients, cap }: Pick<Caseload, 'patients' | 'cap'>): number | null =>
  cap === null ? null : Math.max(0, cap - patients)
