import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import { STAFF_ROLES } from './principal.ts'

/** How long a record stays open that was opened with a reason: as long as an emergency is one. Longer needs the reason again. */
export const GLASS_MINUTES = 60

/** Opening a record without being on its team. The reason is read by its person and by the clinic's admin. */
export const GlassWish = z.object({
  id: Uuid,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(500)),
})
export type GlassWish = z.infer<typeof GlassWish>

/** Whoever looks for somebody outside of their teams must know the whole name: nobody leafs through the clinic's people here. */
export const PersonWanted = z.object({ name: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)) })
export const PersonFound = z.object({ patientId: Uuid, label: z.string(), onTeam: z.boolean() })
export type PersonFound = z.infer<typeof PersonFound>

/** What stands above a record that is open this way, for as long as it is. */
export const Glass = z.object({ reason: z.string(), until: Instant })
export type Glass = z.infer<typeof Glass>

/** One opening, as its person is told of it. */
export const GlassNotice = z.object({
  at: Instant,
  until: Instant,
  by: z.string(),
  role: z.enum(STAFF_ROLES),
  reason: z.string(),
})
export type GlassNotice = z.infer<typeof GlassNotice>

/** One opening, as the clinic's admin looks into it. */
export const GlassReview = z.extend(GlassNotice, {
  id: Uuid,
  patientId: Uuid,
  label: z.string(),
  reviewedAt: z.nullable(Instant),
  reviewedBy: z.nullable(z.string()),
})
export type GlassReview = z.infer<typeof GlassReview>
