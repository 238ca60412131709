import * as z from 'zod/mini'
import { Dosage, PhaseId } from '../exercise/exercise.ts'
import { Instant, Uuid } from '../ids.ts'
import { Bounds } from './plan.ts'

/** As many templates as a clinic can keep, the retired ones counted too. */
export const MOST_TEMPLATES = 200

const LINES = 40
const name = z.string().check(z.trim(), z.minLength(2), z.maxLength(80))

/** One line of a template: an exercise of the library, its dose, and the share (0..1) of whoever's own range to work in. */
export const TemplateItem = z.object({
  exerciseId: z.string().check(z.minLength(1), z.maxLength(120)),
  dosage: Dosage,
  rangeShare: z.number(),
})
export type TemplateItem = z.infer<typeof TemplateItem>

/**
 * A programme without a person: exercises with their doses, how often, and how far the rules may go. It has no field for words to a person,
 * for a reason why a rule was overridden, for a finding or for whose plan it was, so that nobody's health can stand in it.
 */
export const TemplateProgramme = z.object({
  phase: PhaseId,
  cadence: z.object({
    clinicVisitsPerWeek: z.number(),
    homeSessionsPerWeek: z.number(),
    minutesPerSession: z.number(),
  }),
  bounds: Bounds,
  items: z.array(TemplateItem).check(z.minLength(1), z.maxLength(LINES)),
})
export type TemplateProgramme = z.infer<typeof TemplateProgramme>

/** What a clinician says of a template: its name, whom it is for in general words, and whether it is still offered. */
export const TemplateWish = z.object({
  name,
  whom: z.string().check(z.trim(), z.maxLength(200)),
  state: z.enum(['offered', 'retired']),
  programme: TemplateProgramme,
})
export type TemplateWish = z.infer<typeof TemplateWish>

/** One version of a template of the clinic. Versions are only ever added; the last one counts. */
export const ClinicTemplate = z.extend(TemplateWish, {
  id: Uuid,
  version: z.number(),
  by: z.string(),
  at: Instant,
})
export type ClinicTemplate = z.infer<typeof ClinicTemplate>
