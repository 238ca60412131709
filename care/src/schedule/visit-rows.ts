import * as z from 'zod/mini'
import { byId, endpoint } from '../contract/endpoint.ts'
import { AuthorisationState } from './authorisation.ts'
import { DeskVisit } from './desk.ts'
import { VisitCheckInGiven } from './visit-check-in.ts'

/**
 * All visits of one person, the latest first, and how what their payer approved stands; null where nothing is on record. `checkIns`: what
 * they last said before each of them, the latest visit first.
 */
export const VisitPage = z.object({
  visits: z.array(DeskVisit),
  authorisation: z.nullable(AuthorisationState),
  checkIns: z.array(VisitCheckInGiven),
})
export type VisitPage = z.infer<typeof VisitPage>

/** The rows of the API for one visit and all visits of its person. */
export const visitPageRows = {
  visit: endpoint({
    method: 'GET',
    path: '/api/schedule/visits/:id',
    action: 'schedule.read',
    summary: 'One visit as the desk sees it: whose it is, when and where, and nothing of health',
    params: byId,
    body: null,
    reply: z.object({ visit: DeskVisit }),
    perMinute: null,
  }),
  visitPage: endpoint({
    method: 'GET',
    path: '/api/patients/:id/visits',
    action: 'record.read',
    summary: 'All visits of one person, and the visits that a payer approved',
    params: byId,
    body: null,
    reply: VisitPage,
    perMinute: null,
  }),
} as const
