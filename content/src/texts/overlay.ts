import { createHash } from 'node:crypto'
import * as z from 'zod/mini'

/** Languages in which the product is given; English is the one that content is written in. */
export const LANGUAGES = ['en', 'es', 'pt'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * One translated text. `of`: the mark of the English that it was made from (`markOf`), so that a changed original is noticed. `state`:
 * `draft` until somebody who speaks the language and knows the field has read it: then `reviewed`, with who and when.
 */
export const Translation = z.object({
  text: z.string(),
  of: z.string(),
  state: z.enum(['draft', 'reviewed']),
  by: z.optional(z.string()),
  at: z.optional(z.string()),
})
export type Translation = z.infer<typeof Translation>

/**
 * The translations of one item: `locales/<lang>/<kind>/<id>.json`, keyed by text path. A bare string is one that a translator has just
 * written; `npm run translations` gives it its mark.
 */
export const Overlay = z.record(z.string(), z.union([Translation, z.string()]))
export type Overlay = z.infer<typeof Overlay>

/** The mark of an English text: the first eight digits of its SHA-256. */
export function markOf(english: string): string {
  return createHash('sha256').update(english).digest('hex').slice(0, 8)
}

/** How a text stands in a language: `missing`, `unmarked` (no mark yet), `stale` (the English changed since), `draft` or `reviewed`. */
export type TextState = 'missing' | 'unmarked' | 'stale' | 'draft' | 'reviewed'

/** The state of one text of an item in a language. */
export function stateOf(overlay: Overlay | undefined, path: string, english: string): TextState {
  const found = overlay === undefined || !Object.hasOwn(overlay, path) ? undefined : overlay[path]
  if (found === undefined) return 'missing'
  if (typeof found === 'string') return 'unmarked'
  if (found.of !== markOf(english)) return 'stale'
  return found.state
}

/** The translation of a text when it may be shown: there, marked, and of the English as it is. */
export function usable(overlay: Overlay | undefined, path: string, english: string): string | null {
  const state = stateOf(overlay, path, english)
  const found = overlay?.[path]
  return (state === 'draft' || state === 'reviewed') && typeof found === 'object' ? found.text : null
}
