import * as z from 'zod/mini'
import { byId, done, endpoint } from '../contract/endpoint.ts'
import { Reference } from '../education/reference.ts'
import { Instant, Uuid } from '../ids.ts'
import { ReviewAct, ReviewLine, ReviewState } from './review.ts'

const key = z.string().check(z.maxLength(120))

/** One item in the list of what is reviewed. `opened`: whether the caller opened exactly this; only then can they sign it. */
export const ReviewRow = z.object({
  key: z.string(),
  kind: z.string(),
  id: z.string(),
  version: z.number(),
  hash: z.string(),
  title: z.string(),
  state: ReviewState,
  by: z.nullable(z.string()),
  licence: z.nullable(z.string()),
  at: z.nullable(z.string()),
  words: z.string(),
  opened: z.boolean(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

/** What a clinic has reviewed of its content. `refusal`: why the caller may not sign now; null: they may. `leads`: whom an administrator appointed. */
export const ContentReview = z.object({
  contentVersion: z.string(),
  rows: z.array(ReviewRow),
  refusal: z.nullable(z.string()),
  leads: z.array(z.object({ staffId: Uuid, name: z.string() })),
})
export type ContentReview = z.infer<typeof ContentReview>

/** One item to be read before it is signed: itself, the same in the other languages, what it cites, and what was done with it before. */
export const ReviewSheet = z.object({
  row: ReviewRow,
  item: z.unknown(),
  others: z.array(z.object({ lang: z.string(), item: z.unknown() })),
  references: z.array(Reference),
  history: z.array(ReviewLine),
})
export type ReviewSheet = z.infer<typeof ReviewSheet>

/** What everybody may know: which items the clinic has reviewed as they are now, by whom and when; and which have changed since. */
export const Reviewed = z.object({
  signed: z.record(z.string(), z.object({ by: z.nullable(z.string()), at: z.nullable(z.string()) })),
  changed: z.array(z.string()),
})
export type Reviewed = z.infer<typeof Reviewed>

export const ReviewWish = z.object({
  act: ReviewAct,
  items: z
    .array(z.object({ key, hash: z.string().check(z.maxLength(64)) }))
    .check(z.minLength(1), z.maxLength(500)),
  words: z.string().check(z.maxLength(1000)),
})
export type ReviewWish = z.infer<typeof ReviewWish>

/** The rows of the API for a clinic's review of its content. */
export const reviewRows = {
  reviewed: endpoint({
    method: 'GET',
    path: '/api/reviewed',
    action: 'public.read',
    summary: 'Which content the clinic has reviewed, by whom and when',
    params: null,
    body: null,
    reply: Reviewed,
    perMinute: null,
  }),
  contentReview: endpoint({
    method: 'GET',
    path: '/api/content-review',
    action: 'content.read-review',
    summary: 'Every item of the content and where it stands with the clinic',
    params: null,
    body: null,
    reply: ContentReview,
    perMinute: 120,
  }),
  openForReview: endpoint({
    method: 'POST',
    path: '/api/content-review/open',
    action: 'content.read-review',
    summary: 'Open one item to review it; what was not opened cannot be signed',
    params: null,
    body: z.object({ key }),
    reply: ReviewSheet,
    perMinute: 600,
  }),
  reviewContent: endpoint({
    method: 'POST',
    path: '/api/content-review/acts',
    action: 'content.sign',
    summary: 'Sign items that you have opened, return them with words, or take a signature back',
    params: null,
    body: ReviewWish,
    reply: z.object({ at: Instant, rows: z.array(ReviewRow) }),
    perMinute: 120,
  }),
  setContentLead: endpoint({
    method: 'PUT',
    path: '/api/people/:id/content-lead',
    action: 'clinic.people',
    summary: 'Say who reviews the content for the clinic',
    params: byId,
    body: z.object({ lead: z.boolean() }),
    reply: done,
    perMinute: 60,
  }),
} as const
