import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import { PhaseId } from '../exercise/exercise.ts'
import { VisitCheckInGiven } from '../schedule/visit-check-in.ts'
import { PanelRow, ReasonChip } from './panel.ts'

/** So many rows come at once. */
export const PANEL_PAGE = 100

/** Whose people: the caller's own, those they stand in for, nobody's yet, everybody open to them, or those of a colleague. */
export const Whose = z.union([z.enum(['mine', 'covered', 'nobody', 'all']), Uuid])
export type Whose = z.infer<typeof Whose>

/** What is looked for in the panel: any of the reasons (none: whatever), and all of the rest. */
export const PanelFilter = z.object({
  reasons: z.array(ReasonChip).check(z.maxLength(20)),
  whose: Whose,
  phase: z.nullable(PhaseId),
})
export type PanelFilter = z.infer<typeof PanelFilter>

/** A page of the panel: `name` is part of a name, `from` the row that it begins with, from 0. */
export const PanelWish = z.extend(PanelFilter, {
  name: z.string().check(z.maxLength(80)),
  from: z.int().check(z.gte(0), z.lte(1_000_000)),
})
export type PanelWish = z.infer<typeof PanelWish>

/** Nothing in particular: everybody, from the first. */
export const ANYBODY: PanelWish = { reasons: [], whose: 'all', phase: null, name: '', from: 0 }

const someone = z.object({ staffId: Uuid, name: z.string() })

/** People handed over to the caller that they have not looked at yet, with what was said. */
export const HandedOver = z.object({
  id: Uuid,
  from: z.string(),
  note: z.string(),
  at: Instant,
  people: z.array(z.object({ patientId: Uuid, label: z.string() })),
})
export type HandedOver = z.infer<typeof HandedOver>

/**
 * A page of rows. `total`: how many fit the wish; `everybody`: how many are open to the caller; `counts`: how many fit everything but the
 * reasons, by reason; `colleagues`: whose people are among them.
 */
export const PanelPage = z.object({
  rows: z.array(PanelRow),
  total: z.number(),
  everybody: z.number(),
  counts: z.partialRecord(ReasonChip, z.number()),
  phases: z.array(PhaseId),
  colleagues: z.array(someone),
  covering: z.array(z.extend(someone, { until: Instant })),
  handed: z.array(HandedOver),
  at: Instant,
})
export type PanelPage = z.infer<typeof PanelPage>

/** So many people are asked for at once: nobody sees more in a day, classes counted in. */
export const NEEDS_AT_ONCE = 200

/** Those whose reasons are asked for, each of them once. */
export const NeedsWish = z.object({ people: z.array(Uuid).check(z.maxLength(NEEDS_AT_ONCE)) })
export type NeedsWish = z.infer<typeof NeedsWish>

/**
 * Why some people need a look, and what they said of late before a visit. Whoever is not open to the caller is left out, as if they were not there.
 */
export const Needs = z.object({
  people: z.array(z.object({ patientId: Uuid, reasons: z.array(ReasonChip) })),
  said: z.array(VisitCheckInGiven),
  at: Instant,
})
export type Needs = z.infer<typeof Needs>

/** A view that somebody keeps under a name; `first`: the panel opens with it. */
export const SavedView = z.object({
  id: Uuid,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  first: z.boolean(),
  filter: PanelFilter,
})
export type SavedView = z.infer<typeof SavedView>

/** What of a patient a wish asks for. `cares`: the ids of those on the team now; `mine`, `covered`: whether the caller is, and stands in. */
export type Findable = {
  label: string
  reasons: readonly ReasonChip[]
  phase: PhaseId | null
  cares: readonly string[]
  mine: boolean
  covered: boolean
}

const WHOSE: Readonly<Record<'mine' | 'covered' | 'nobody' | 'all', (row: Findable) => boolean>> = {
  mine: ({ mine }) => mine,
  covered: ({ covered }) => covered,
  nobody: ({ cares }) => cares.length === 0,
  all: () => true,
}

/** A name as it is looked for and put in order: without accents, capitals and what stands around it. */
export const plainName = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Whether somebody fits everything but the reasons. Accents and capitals of a name do not count. */
export function fitsRest(
  row: Findable,
  { whose, phase, name }: Omit<PanelWish, 'reasons' | 'from'>,
): boolean {
  const whom = WHOSE[whose as keyof typeof WHOSE] as ((row: Findable) => boolean) | undefined
  if (!(whom?.(row) ?? row.cares.includes(whose))) return false
  if (phase !== null && row.phase !== phase) return false
  return name.trim() === '' || plainName(row.label).includes(plainName(name))
}

/** Whether somebody has any of the reasons; none asked for: yes. */
export const fitsReasons = (row: Pick<Findable, 'reasons'>, reasons: readonly ReasonChip[]): boolean =>
  reasons.length === 0 || reasons.some((reason) => row.reasons.includes(reason))
