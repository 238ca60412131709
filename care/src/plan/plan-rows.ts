import * as z from 'zod/mini'
import { byId, endpoint } from '../contract/endpoint.ts'
import { saved } from '../contract/replies.ts'
import { PhaseId } from '../exercise/exercise.ts'
import { Uuid } from '../ids.ts'
import { PlanDraft } from './draft.ts'
import { Foresight } from './foresee.ts'
import { DraftVerdict } from './judge.ts'
import { Plan } from './plan.ts'
import { ClinicTemplate, TemplateWish } from './template.ts'

const ofPatient = z.object({ id: Uuid })

/** A session as it stands in the programme, to begin a plan from: by its exercises, in their order. */
export const PlanTemplate = z.object({
  id: z.string(),
  name: z.string(),
  phase: z.nullable(PhaseId),
  exercises: z.array(z.string()),
})
export type PlanTemplate = z.infer<typeof PlanTemplate>

/** The rows of the API for setting somebody's plan. */
export const planRows = {
  planDesk: endpoint({
    method: 'GET',
    path: '/api/patients/:id/plan',
    action: 'plan.write',
    summary: 'The plan to be changed, the tags that count now, and templates to begin from',
    params: ofPatient,
    body: null,
    reply: z.object({
      label: z.string(),
      plan: Plan,
      tags: z.array(z.string()),
      templates: z.array(PlanTemplate),
    }),
    perMinute: null,
  }),
  planVersion: endpoint({
    method: 'GET',
    path: '/api/patients/:id/plans/:version',
    action: 'record.read',
    summary: 'One version of the plan as it was decided',
    params: z.object({ id: Uuid, version: z.string().check(z.maxLength(40)) }),
    body: null,
    reply: Plan,
    perMinute: null,
  }),
  checkPlan: endpoint({
    method: 'POST',
    path: '/api/patients/:id/plan/check',
    action: 'plan.write',
    summary: 'What stands against a draft, and what the rules would do next with it; nothing is kept',
    params: ofPatient,
    body: z.object({ draft: PlanDraft }),
    reply: z.object({ verdict: DraftVerdict, foresight: z.nullable(Foresight) }),
    perMinute: 240,
  }),
  savePlan: endpoint({
    method: 'POST',
    path: '/api/patients/:id/plans',
    action: 'plan.write',
    summary: 'Make a draft the next version of the plan; one that began from an older version is refused',
    params: ofPatient,
    body: z.object({
      id: Uuid,
      draft: PlanDraft,
      /** Why, in words that the person reads. */
      why: z.string().check(z.trim(), z.minLength(3), z.maxLength(500)),
    }),
    reply: z.object({ saved, plan: Plan }),
    perMinute: 60,
  }),
  templates: endpoint({
    method: 'GET',
    path: '/api/plan-templates',
    action: 'template.read',
    summary:
      'The clinic’s own templates of programmes, each in its last version; nothing of anybody stands in them',
    params: null,
    body: null,
    reply: z.object({ templates: z.array(ClinicTemplate) }),
    perMinute: null,
  }),
  templateVersions: endpoint({
    method: 'GET',
    path: '/api/plan-templates/:id',
    action: 'template.read',
    summary: 'Every version of a template, the last one first',
    params: byId,
    body: null,
    reply: z.object({ templates: z.array(ClinicTemplate) }),
    perMinute: null,
  }),
  putTemplate: endpoint({
    method: 'PUT',
    path: '/api/plan-templates/:id',
    action: 'template.write',
    summary:
      'Add the next version of a template, its first one on version 0; on top of an older one it is refused',
    params: byId,
    body: z.extend(TemplateWish, { base: z.int().check(z.gte(0), z.lte(1_000_000)) }),
    reply: ClinicTemplate,
    perMinute: 60,
  }),
}
