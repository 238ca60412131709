import * as z from 'zod/mini'
import { SignOff } from '../ids.ts'

/** When a measure is due. `session`: before and after each; `next-day`: the morning after; months count from the end of the course. */
export const MeasureMoment = z.enum([
  'baseline',
  'session',
  'next-day',
  'weekly',
  'every-2-weeks',
  'every-4-weeks',
  'discharge',
  'month-3',
  'month-6',
  'month-12',
])
export type MeasureMoment = z.infer<typeof MeasureMoment>

/**
 * How an item is answered. `scale`: whole numbers with words at both ends (`marks` in between); `count`: a whole number of days or times;
 * `choice`: one of some numbers with words (scored); `one`: one of some values; `multi`: any of some values; `activities`: the person's own, in their words, later scored one
 * by one; `text`: free, always screened for warning signs.
 */
export const MeasureAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scale'),
    min: z.number(),
    max: z.number(),
    low: z.string(),
    high: z.string(),
    marks: z.array(z.object({ value: z.number(), label: z.string() })),
  }),
  z.object({ kind: z.literal('count'), min: z.number(), max: z.number(), unit: z.string() }),
  z.object({
    kind: z.literal('choice'),
    options: z.array(z.object({ value: z.number(), label: z.string() })),
  }),
  z.object({
    kind: z.literal('one'),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  z.object({
    kind: z.literal('multi'),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
  }),
  z.object({ kind: z.literal('activities'), min: z.number(), max: z.number() }),
  z.object({ kind: z.literal('text'), screen: z.literal(true) }),
])
export type MeasureAnswer = z.infer<typeof MeasureAnswer>

/** One item. `perActivity`: put once for each activity that the person named; `moments`: null means at each moment of its measure. */
export const MeasureItem = z.object({
  id: z.string(),
  text: z.string(),
  help: z.nullable(z.string()),
  answer: MeasureAnswer,
  optional: z.boolean(),
  perActivity: z.boolean(),
  moments: z.nullable(z.array(MeasureMoment)),
})
export type MeasureItem = z.infer<typeof MeasureItem>

/**
 * How a score comes out of the answers: `method` over the items named in `of`. `needs`: how many of them must be answered, below which
 * there is no score at all: nothing is ever filled in for a missing answer. `prorate`: a sum over fewer items is scaled up to all of them.
 * `computed`: from what was done (adherence), not from answers. `none`: kept as it is, never added up.
 */
export const Scoring = z.object({
  method: z.enum(['mean', 'sum', 'single', 'computed', 'none']),
  of: z.array(z.string()),
  needs: z.number(),
  prorate: z.boolean(),
})
export type Scoring = z.infer<typeof Scoring>

/** How sure a number of a measure is: from a study that we saw, remembered, or our own default without one. */
export const NumberCheck = z.enum(['read', 'remembered', 'author'])
export type NumberCheck = z.infer<typeof NumberCheck>

/**
 * The smallest change that matters (MCID). `points` in the unit of the score, signed: the direction that is better. `share`: of the first
 * value, signed, null where none is known. `meaning`: `least` that people notice, `much` better, or of a `single-item`. `from`/`to`: only
 * for first values in this band.
 */
export const ImportantChange = z.object({
  points: z.number(),
  share: z.nullable(z.number()),
  meaning: z.enum(['least', 'much', 'single-item']),
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  references: z.array(z.string()),
  check: NumberCheck,
})
export type ImportantChange = z.infer<typeof ImportantChange>

/** A value from which on something is offered or somebody is told; `task`: working days in which a clinician looks, null: nobody is told. */
export const Cutoff = z.object({
  id: z.string(),
  side: z.enum(['at-least', 'at-most']),
  value: z.number(),
  meaning: z.string(),
  task: z.nullable(z.object({ workingDays: z.number(), reason: z.string() })),
  check: NumberCheck,
})
export type Cutoff = z.infer<typeof Cutoff>

/** A code of a measure or item in another system; `state` says whether it was seen there. */
export const MeasureCode = z.object({
  system: z.enum(['loinc', 'snomed', 'local']),
  code: z.string(),
  of: z.string(),
  display: z.string(),
  state: z.enum(['verified', 'remembered', 'local']),
})
export type MeasureCode = z.infer<typeof MeasureCode>

/** Licences under which a measure may be shipped; any other is refused by the linter. */
export const Licence = z.enum(['public-domain', 'no-permission-needed', 'generic-format', 'own-wording'])
export type Licence = z.infer<typeof Licence>

/**
 * One outcome measure as governed data. `domain`: what it is about. `core`: part of the standard set; others only where a clinic turns
 * them on. `range` and `better` (which way is better) of the score. `citation`: id of its reference, null for our own. `summary`: what it
 * is and how it is scored, in plain words for people and exports. Source of the set and its numbers: bibliography, per row.
 */
export const Measure = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  domain: z.string(),
  summary: z.string(),
  core: z.boolean(),
  items: z.array(MeasureItem),
  scoring: Scoring,
  range: z.nullable(z.tuple([z.number(), z.number()])),
  better: z.enum(['lower', 'higher']),
  changes: z.array(ImportantChange),
  cutoffs: z.array(Cutoff),
  schedule: z.array(MeasureMoment),
  licence: Licence,
  licenceNote: z.string(),
  citation: z.nullable(z.string()),
  codes: z.array(MeasureCode),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type Measure = z.infer<typeof Measure>

/** A measure that is not shipped and why; the linter refuses content that carries one of its names or ids. */
export const NotShipped = z.object({
  id: z.string(),
  names: z.array(z.string()),
  why: z.string(),
  advice: z.string(),
  url: z.nullable(z.string()),
  check: NumberCheck,
})
export type NotShipped = z.infer<typeof NotShipped>
