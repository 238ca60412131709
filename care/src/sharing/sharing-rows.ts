import * as z from 'zod/mini'
import { byId, endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import { Lasts, ShareLink, SharedDay, ShareWish } from './sharing.ts'

/** The rows of the API for links to the exercises of today: three for their owner, one for whoever holds one. */
export const sharingRows = {
  shares: endpoint({
    method: 'GET',
    path: '/api/me/shares',
    action: 'own.share',
    summary: 'The links to my exercises of today that still open, and how long new ones may',
    params: null,
    body: null,
    reply: z.object({ links: z.array(ShareLink), offers: z.array(Lasts), most: z.number() }),
    perMinute: null,
  }),
  makeShare: endpoint({
    method: 'PUT',
    path: '/api/me/shares/:id',
    action: 'own.share',
    summary:
      'Make a link that opens my exercises of today; the device makes its secret, and no reply holds it',
    params: byId,
    body: ShareWish,
    reply: z.object({ saved: z.object({ id: Uuid, at: Instant }), link: ShareLink }),
    perMinute: 20,
  }),
  revokeShare: endpoint({
    method: 'DELETE',
    path: '/api/me/shares/:id',
    action: 'own.share',
    summary: 'Take a link back: from now on it opens nothing',
    params: byId,
    body: null,
    reply: z.object({ done: z.literal(true) }),
    perMinute: 60,
  }),
  shared: endpoint({
    method: 'GET',
    path: '/api/shared',
    action: 'today.read',
    summary: 'What a link opens: the exercises of today and what to stop for',
    params: null,
    body: null,
    reply: SharedDay,
    perMinute: 30,
  }),
} as const
