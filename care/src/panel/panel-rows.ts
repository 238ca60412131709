import * as z from 'zod/mini'
import { Proposal } from '../adaptation/adaptation.ts'
import { endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import { Absence, AbsenceWish, Caseload, HandOverWish } from './caseload.ts'
import { WaitingProposal } from './panel.ts'
import { PanelPage, PanelWish, SavedView } from './wish.ts'

const byId = z.object({ id: Uuid })
const done = z.object({ done: z.literal(true) })

/** The rows of the API for the panel beside its first page: searching it, accepting in bulk, views, load, hand-over and absence. */
export const panelRows = {
  panelPage: endpoint({
    method: 'POST',
    path: '/api/panel/page',
    action: 'panel.search',
    summary: 'Patients by need, those that fit, a page of them',
    params: null,
    body: PanelWish,
    reply: PanelPage,
    perMinute: null,
  }),
  lowRisk: endpoint({
    method: 'GET',
    path: '/api/panel/low-risk',
    action: 'panel.read',
    summary: 'Proposals that the rules call low-risk, person by person',
    params: null,
    body: null,
    reply: z.object({
      items: z.array(z.object({ patientId: Uuid, label: z.string(), proposal: WaitingProposal })),
      /** How many more there are than are shown. */
      more: z.number(),
      at: Instant,
    }),
    perMinute: null,
  }),
  acceptLowRisk: endpoint({
    method: 'POST',
    path: '/api/proposals/:id/accept-low-risk',
    action: 'proposal.answer',
    summary: 'Accept a proposal as it was shown, if it is still a low-risk one',
    params: byId,
    body: z.object({ lock: z.int().check(z.gte(0), z.lte(1_000_000)) }),
    reply: Proposal,
    perMinute: null,
  }),
  views: endpoint({
    method: 'GET',
    path: '/api/staff/me/views',
    action: 'staff.self',
    summary: 'The views of the panel that I keep',
    params: null,
    body: null,
    reply: z.object({ views: z.array(SavedView) }),
    perMinute: null,
  }),
  keepView: endpoint({
    method: 'PUT',
    path: '/api/staff/me/views/:id',
    action: 'staff.self',
    summary: 'Keep a view of the panel under a name, or change it',
    params: byId,
    body: z.omit(SavedView, { id: true }),
    reply: done,
    perMinute: 60,
  }),
  dropView: endpoint({
    method: 'DELETE',
    path: '/api/staff/me/views/:id',
    action: 'staff.self',
    summary: 'Keep a view of the panel no longer',
    params: byId,
    body: null,
    reply: done,
    perMinute: 60,
  }),
  caseloads: endpoint({
    method: 'GET',
    path: '/api/caseloads',
    action: 'clinic.load',
    summary: 'How much everybody carries, who is away and who stands in',
    params: null,
    body: null,
    reply: z.object({ people: z.array(Caseload), absences: z.array(Absence), at: Instant }),
    perMinute: null,
  }),
  setCap: endpoint({
    method: 'PUT',
    path: '/api/people/:id/cap',
    action: 'clinic.people',
    summary: 'Say how many people somebody cares for at most; null: no number',
    params: byId,
    body: z.object({ cap: z.nullable(z.int().check(z.gte(1), z.lte(5000))) }),
    reply: done,
    perMinute: 60,
  }),
  handOver: endpoint({
    method: 'POST',
    path: '/api/hand-overs',
    action: 'team.hand-over',
    summary: 'Hand people over to a colleague, with what they need to know',
    params: null,
    body: HandOverWish,
    reply: z.object({ handed: z.number() }),
    perMinute: 30,
  }),
  seeHandOver: endpoint({
    method: 'POST',
    path: '/api/hand-overs/:id/seen',
    action: 'team.hand-over',
    summary: 'Say that I have seen whom I was handed',
    params: byId,
    body: null,
    reply: done,
    perMinute: 60,
  }),
  setAbsence: endpoint({
    method: 'PUT',
    path: '/api/absences/:id',
    action: 'team.hand-over',
    summary: 'Say from when to when somebody is away, and who stands in',
    params: byId,
    body: AbsenceWish,
    reply: done,
    perMinute: 30,
  }),
  endAbsence: endpoint({
    method: 'DELETE',
    path: '/api/absences/:id',
    action: 'team.hand-over',
    summary: 'End an absence, or take one back',
    params: byId,
    body: null,
    reply: done,
    perMinute: 30,
  }),
} as const
