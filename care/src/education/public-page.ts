import * as z from 'zod/mini'
import { SignOff } from '../ids.ts'
import { Passage } from './claim.ts'

/**
 * What a section draws from other content, so that it is never said twice: `body` the drawing of the mid-back, `warning-signs` the red
 * flags by how fast to get help, `phases` the phases of the programme, `lessons` the public lessons, `sources` the bibliography.
 */
export const PageShow = z.enum(['body', 'warning-signs', 'phases', 'lessons', 'sources'])
export type PageShow = z.infer<typeof PageShow>

/**
 * An open page of education, read before any intake by people and by search engines. `slug`: its part of the address, in the language of
 * the page. `summary`: one line for lists and search results. `list`: its passages stand as a list. `safety`: its words tell when to get
 * help, so no language may lack one. Every passage that claims something carries its grade and sources, like a lesson's.
 */
export const PublicPage = z.object({
  id: z.string(),
  version: z.number(),
  order: z.number(),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      list: z.boolean(),
      passages: z.array(Passage),
      shows: z.nullable(PageShow),
    }),
  ),
  safety: z.boolean(),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type PublicPage = z.infer<typeof PublicPage>
