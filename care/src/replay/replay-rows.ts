import * as z from 'zod/mini'
import { byId, endpoint } from '../contract/endpoint.ts'
import { saved } from '../contract/replies.ts'
import { Instant, Uuid } from '../ids.ts'
import { ReplayAgreement, ReplayPlayed, ReplayRow, ReplaySent } from './replay.ts'

/** The rows of the API for replays: the person agrees and sends their own, those who treat them look. */
export const replayRows = {
  myReplays: endpoint({
    method: 'GET',
    path: '/api/me/replays',
    action: 'own.read',
    summary: 'Whether I agreed to keeping the movement of my sets, and which are kept',
    params: null,
    body: null,
    reply: z.object({
      agreed: z.nullable(z.object({ version: z.string(), at: Instant })),
      replays: z.array(ReplayRow),
    }),
    perMinute: null,
  }),
  agreeReplays: endpoint({
    method: 'PUT',
    path: '/api/me/replays',
    action: 'own.write',
    summary: 'Agree to keeping the movement of my sets, or take it back: then what is kept is erased',
    params: null,
    body: ReplayAgreement,
    reply: z.object({ agreed: z.boolean(), erased: z.number() }),
    perMinute: 30,
  }),
  sendReplay: endpoint({
    method: 'PUT',
    path: '/api/me/replays/:id',
    action: 'own.write',
    summary: 'Send the movement of one set of a session, exactly once; refused without an agreement',
    params: byId,
    body: ReplaySent,
    reply: z.object({ saved }),
    perMinute: 60,
    mostBytes: 720_000,
  }),
  myReplay: endpoint({
    method: 'GET',
    path: '/api/me/replays/:id',
    action: 'own.read',
    summary: 'The movement of one of my sets, by the id of its replay',
    params: byId,
    body: null,
    reply: ReplayPlayed,
    perMinute: null,
  }),
  replays: endpoint({
    method: 'GET',
    path: '/api/patients/:id/replays',
    action: 'record.read',
    summary: 'Which sets of this person can be played again',
    params: byId,
    body: null,
    reply: z.object({ replays: z.array(ReplayRow) }),
    perMinute: null,
  }),
  replay: endpoint({
    method: 'GET',
    path: '/api/patients/:id/replays/:replayId',
    action: 'record.read',
    summary: 'The movement of one set',
    params: z.object({ id: Uuid, replayId: Uuid }),
    body: null,
    reply: ReplayPlayed,
    perMinute: null,
  }),
} as const
