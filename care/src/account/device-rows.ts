import * as z from 'zod/mini'
import { endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import { LinkToken, SessionRow } from './staff-account.ts'

const done = z.object({ done: z.literal(true) })

/** One browser that opens somebody's record. When it was last used is known only since there is such a list. */
export const DeviceRow = z.extend(SessionRow, { lastSeenAt: z.nullable(Instant) })
export type DeviceRow = z.infer<typeof DeviceRow>

/** For how many minutes a code opens a record on one more device. */
export const ENTRY_MINUTES = 10

/** The rows of the API by which a person opens their record on a second device, and sees where it is open. No password, no name. */
export const deviceRows = {
  myDevices: endpoint({
    method: 'GET',
    path: '/api/me/devices',
    action: 'own.account',
    summary: 'The devices on which my record is open',
    params: null,
    body: null,
    reply: z.object({ devices: z.array(DeviceRow) }),
    perMinute: null,
  }),
  makeEntry: endpoint({
    method: 'POST',
    path: '/api/me/devices',
    action: 'own.account',
    summary: 'A code that opens my record on one more device, once, within ten minutes',
    params: null,
    body: null,
    reply: z.object({ token: LinkToken, expiresAt: Instant }),
    perMinute: 20,
  }),
  endDevice: endpoint({
    method: 'DELETE',
    path: '/api/me/devices/:id',
    action: 'own.account',
    summary: 'Close my record on one other device',
    params: z.object({ id: Uuid }),
    body: null,
    reply: done,
    perMinute: null,
  }),
  endOtherDevices: endpoint({
    method: 'DELETE',
    path: '/api/me/devices',
    action: 'own.account',
    summary: 'Close my record on every other device',
    params: null,
    body: null,
    reply: done,
    perMinute: null,
  }),
  enterByLink: endpoint({
    method: 'POST',
    path: '/api/entry',
    action: 'account.enter',
    summary:
      'Open a record on this device by the code of another; refused where this device has one of its own',
    params: null,
    body: z.object({ token: LinkToken }),
    reply: z.object({ patientId: Uuid }),
    perMinute: 20,
  }),
} as const
