import * as z from 'zod/mini'
import { endpoint } from '../contract/endpoint.ts'
import { saved } from '../contract/replies.ts'
import { Uuid } from '../ids.ts'
import { Glass, GlassReview, GlassWish } from './glass.ts'
import { LocationWish, Teams, TeamWish } from './team.ts'
import { Looker, TrailHead } from './trail.ts'

const byId = z.object({ id: Uuid })
const done = z.object({ done: z.literal(true) })

/** The rows of the API for who may see whom: places, teams, records opened with a reason, and who looked. */
export const accessRows = {
  teams: endpoint({
    method: 'GET',
    path: '/api/teams',
    action: 'clinic.teams',
    summary: 'Who works where, and who cares for whom',
    params: null,
    body: null,
    reply: Teams,
    perMinute: null,
  }),
  putLocation: endpoint({
    method: 'PUT',
    path: '/api/locations/:id',
    action: 'clinic.teams',
    summary: 'Add a place of the clinic, or give it another name',
    params: byId,
    body: LocationWish,
    reply: done,
    perMinute: 60,
  }),
  setWorkplaces: endpoint({
    method: 'PUT',
    path: '/api/people/:id/locations',
    action: 'clinic.teams',
    summary: 'Say at which places somebody works; none: in the whole clinic',
    params: byId,
    body: z.object({ locations: z.array(Uuid).check(z.maxLength(100)) }),
    reply: done,
    perMinute: 60,
  }),
  setPlace: endpoint({
    method: 'PUT',
    path: '/api/patients/:id/location',
    action: 'team.change',
    summary: 'Say at which place a person is seen',
    params: byId,
    body: z.object({ locationId: z.nullable(Uuid) }),
    reply: done,
    perMinute: 60,
  }),
  joinTeam: endpoint({
    method: 'PUT',
    path: '/api/patients/:id/team/:staffId',
    action: 'team.change',
    summary: 'Take somebody on to the team that cares for a person',
    params: z.object({ id: Uuid, staffId: Uuid }),
    body: TeamWish,
    reply: done,
    perMinute: 300,
  }),
  leaveTeam: endpoint({
    method: 'DELETE',
    path: '/api/patients/:id/team/:staffId',
    action: 'team.change',
    summary: 'Take somebody off the team that cares for a person',
    params: z.object({ id: Uuid, staffId: Uuid }),
    body: null,
    reply: done,
    perMinute: 300,
  }),
  breakGlass: endpoint({
    method: 'POST',
    path: '/api/patients/:id/break-glass',
    action: 'record.break-glass',
    summary:
      'Open a record without being on its team: with a reason, for an hour; its person and the admin are told',
    params: byId,
    body: GlassWish,
    reply: z.object({ saved, glass: Glass }),
    perMinute: 10,
  }),
  opened: endpoint({
    method: 'GET',
    path: '/api/opened',
    action: 'clinic.trail',
    summary: 'Records that were opened with a reason, for the clinic to look into',
    params: null,
    body: null,
    reply: z.object({ openings: z.array(GlassReview) }),
    perMinute: null,
  }),
  reviewOpened: endpoint({
    method: 'POST',
    path: '/api/opened/:id/review',
    action: 'clinic.trail',
    summary: 'Say that you have looked into this opening',
    params: byId,
    body: null,
    reply: done,
    perMinute: 60,
  }),
  trailHead: endpoint({
    method: 'GET',
    path: '/api/trail/head',
    action: 'clinic.trail',
    summary: 'The last link of the trail, to be kept elsewhere; what still waits for its seal',
    params: null,
    body: null,
    reply: z.object({ head: z.nullable(TrailHead), unsealed: z.number() }),
    perMinute: null,
  }),
  lookers: endpoint({
    method: 'GET',
    path: '/api/me/lookers',
    action: 'own.lookers',
    summary: 'Who has looked at my record or changed it',
    params: null,
    body: null,
    reply: z.object({ lookers: z.array(Looker) }),
    perMinute: 60,
  }),
} as const
