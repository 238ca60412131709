import * as z from 'zod/mini'
import { done, endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import {
  LinkToken,
  PasskeyChallenge,
  PasskeyMade,
  PasskeyRow,
  PasskeySigned,
  SessionRow,
  shortText,
} from './staff-account.ts'

/** One browser that opens somebody's record. When it was last used is known only since there is such a list. */
export const DeviceRow = z.extend(SessionRow, { lastSeenAt: z.nullable(Instant) })
export type DeviceRow = z.infer<typeof DeviceRow>

/** For how many minutes a code opens a record on one more device. */
export const ENTRY_MINUTES = 10
/** For how many minutes a link that was sent by mail opens a record: mail can be slow. */
export const MAIL_LINK_MINUTES = 15

/** The address by which a record is opened on another device, whether a link to it was used, and whether a password goes with it. */
const OwnEmail = z.object({
  address: z.string(),
  confirmed: z.boolean(),
  hasPassword: z._default(z.boolean(), false),
})
const email = z.email().check(z.maxLength(200))
const lang = z.string().check(z.regex(/^[a-z]{2}$/))

/** The rows of the API by which a person opens their record on a second device, and sees where it is open. No name, and no password but by wish. */
export const deviceRows = {
  myDevices: endpoint({
    method: 'GET',
    path: '/api/me/devices',
    action: 'own.account',
    summary: 'The devices on which my record is open',
    params: null,
    body: null,
    reply: z.object({
      devices: z.array(DeviceRow),
      passkeys: z.array(PasskeyRow),
      email: z._default(z.nullable(OwnEmail), null),
    }),
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
  setOwnEmail: endpoint({
    method: 'PUT',
    path: '/api/me/email',
    action: 'own.account',
    summary: 'The address by which I open my record on another device; a link to confirm it is sent there',
    params: null,
    body: z.object({ email: z.nullable(email), lang }),
    reply: done,
    perMinute: 5,
  }),
  setOwnPassword: endpoint({
    method: 'PUT',
    path: '/api/me/password',
    action: 'own.account',
    summary: 'A password that opens my record together with my confirmed address; null: none any more',
    params: null,
    body: z.object({ password: z.nullable(shortText) }),
    reply: done,
    perMinute: 10,
  }),
  newOwnPasskey: endpoint({
    method: 'POST',
    path: '/api/me/passkeys/challenge',
    action: 'own.account',
    summary: 'What a new passkey for my record has to answer',
    params: null,
    body: null,
    reply: PasskeyChallenge,
    perMinute: 20,
  }),
  addOwnPasskey: endpoint({
    method: 'POST',
    path: '/api/me/passkeys',
    action: 'own.account',
    summary: 'A passkey by which I open my record from any device',
    params: null,
    body: PasskeyMade,
    reply: done,
    perMinute: 20,
  }),
  removeOwnPasskey: endpoint({
    method: 'DELETE',
    path: '/api/me/passkeys/:id',
    action: 'own.account',
    summary: 'Remove a passkey of my record',
    params: z.object({ id: Uuid }),
    body: null,
    reply: done,
    perMinute: null,
  }),
  entryChallenge: endpoint({
    method: 'POST',
    path: '/api/entry/passkey',
    action: 'account.enter',
    summary: 'What a passkey has to sign for opening a record',
    params: null,
    body: null,
    reply: PasskeyChallenge,
    perMinute: 30,
  }),
  enterByPasskey: endpoint({
    method: 'POST',
    path: '/api/entry/passkey/signed',
    action: 'account.enter',
    summary: 'Open my record on this device by passkey; refused where this device has another one',
    params: null,
    body: PasskeySigned,
    reply: z.object({ patientId: Uuid }),
    perMinute: 20,
  }),
  enterByPassword: endpoint({
    method: 'POST',
    path: '/api/entry/password',
    action: 'account.enter',
    summary:
      'Open my record on this device by address and password; refused where this device has another one',
    params: null,
    body: z.object({ email: shortText, password: shortText }),
    reply: z.object({ patientId: Uuid }),
    perMinute: 20,
  }),
  askEntryMail: endpoint({
    method: 'POST',
    path: '/api/entry/mail',
    action: 'account.enter',
    summary: 'A link into my record by mail; answered the same whether anybody has this address or not',
    params: null,
    body: z.object({ email, lang }),
    reply: done,
    perMinute: 5,
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
