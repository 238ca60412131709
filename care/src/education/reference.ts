import * as z from 'zod/mini'

/**
 * How far a source was checked: `read` its text (mostly the abstract) was seen; `partly` some of what we say of it was seen and the
 * rest is remembered; `remembered` it was not opened: a reviewer must. `own` is no publication but an honest "our own judgement".
 */
export const ReferenceCheck = z.enum(['read', 'partly', 'remembered', 'own'])
export type ReferenceCheck = z.infer<typeof ReferenceCheck>

/** Whom a source is about: what is borrowed from another part of the body must be said. */
export const StudiedPeople = z.enum([
  'thoracic',
  'low-back',
  'neck-shoulder',
  'other-pain',
  'general',
  'bones',
])
export type StudiedPeople = z.infer<typeof StudiedPeople>

/**
 * One row of the bibliography. `cite`: authors, title, place, year, as printed; `doi`/`url` where known; `about`: whom it studied;
 * `note`: what was seen of it, what is missing, and mistakes that others make with it. Cited by `id` from claims, measures and rules.
 */
export const Reference = z.object({
  id: z.string(),
  version: z.number(),
  cite: z.string(),
  doi: z.nullable(z.string()),
  url: z.nullable(z.string()),
  about: StudiedPeople,
  check: ReferenceCheck,
  note: z.nullable(z.string()),
})
export type Reference = z.infer<typeof Reference>
