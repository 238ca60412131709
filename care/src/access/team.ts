import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import { Zone } from '../zone.ts'
import { TREATS } from './policy.ts'
import { STAFF_ROLES, type StaffRole } from './principal.ts'

/** What somebody is on a care team: the one who leads it, one of it, or one who stands in until a day. */
export const TeamPart = z.enum(['lead', 'member', 'cover'])
export type TeamPart = z.infer<typeof TeamPart>

/** Who can be on a care team: those who treat, and those who work under them. */
export const TEAM_ROLES: readonly StaffRole[] = [...TREATS, 'assistant']

/** Taking somebody on to a team. `until` ends a cover by itself; null: until taken off. */
export const TeamWish = z.object({ part: TeamPart, until: z.nullable(Instant) })
export type TeamWish = z.infer<typeof TeamWish>

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most))

/**
 * A place of the clinic. `zone`: by whose clocks its hours run; null: nobody has said yet, and nothing can be booked there. One that is
 * not `open` is offered no more and stays for what happened in it.
 */
export const LocationWish = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  address: text(300),
  phone: text(40),
  zone: z.nullable(Zone),
  open: z.boolean(),
})
export type LocationWish = z.infer<typeof LocationWish>

export const Place = z.extend(LocationWish, { id: Uuid })
export type Place = z.infer<typeof Place>

/** Who works where, and who cares for whom. No health data: names, places and teams. */
export const Teams = z.object({
  locations: z.array(Place),
  people: z.array(
    z.object({ staffId: Uuid, name: z.string(), role: z.enum(STAFF_ROLES), locations: z.array(Uuid) }),
  ),
  patients: z.array(
    z.object({
      patientId: Uuid,
      label: z.string(),
      locationId: z.nullable(Uuid),
      team: z.array(z.object({ staffId: Uuid, part: TeamPart, until: z.nullable(Instant) })),
    }),
  ),
})
export type Teams = z.infer<typeof Teams>
