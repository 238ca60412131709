import * as z from 'zod/mini'
import { done, endpoint } from '../contract/endpoint.ts'
import { Instant } from '../ids.ts'
import { TimeOfDay } from '../schedule/visit.ts'
import { REMIND_REASONS, ReminderKind, ReminderSettings } from './settings.ts'

const key = (least: number, most: number) =>
  z.string().check(z.minLength(least), z.maxLength(most), z.regex(/^[\w-]+$/))

/** What a browser gives to be reached by: where, and the keys by which what is sent can be read there and nowhere else (RFC 8291). */
export const PushSubscription = z.object({
  endpoint: z.url().check(z.maxLength(1000)),
  p256dh: key(80, 100),
  auth: key(20, 30),
})
export type PushSubscription = z.infer<typeof PushSubscription>

/**
 * How somebody is reminded. `asked`: they have said so themselves; else it is what everybody begins with. `address`: whether there is one
 * that mail can go to. `next`: what comes next if nothing changes, and why; `because` says why nothing does now.
 */
export const OwnReminders = z.object({
  settings: ReminderSettings,
  asked: z.boolean(),
  mail: z.boolean(),
  address: z.enum(['none', 'unconfirmed', 'confirmed']),
  pushKey: z.string(),
  devices: z.number(),
  usual: z.object({ at: TimeOfDay, from: z.enum(['learned', 'habit', 'usual']) }),
  next: z.nullable(z.object({ at: Instant, kinds: z.array(ReminderKind) })),
  because: z.enum(REMIND_REASONS),
})
export type OwnReminders = z.infer<typeof OwnReminders>

/** The rows of the API by which somebody says how they want to be reminded. */
export const reminderRows = {
  myReminders: endpoint({
    method: 'GET',
    path: '/api/me/reminders',
    action: 'own.read',
    summary: 'How I am reminded, when the next one comes, and why',
    params: null,
    body: null,
    reply: OwnReminders,
    perMinute: null,
  }),
  setReminders: endpoint({
    method: 'PUT',
    path: '/api/me/reminders',
    action: 'own.write',
    summary: 'How I want to be reminded, or not at all',
    params: null,
    body: ReminderSettings,
    reply: OwnReminders,
    perMinute: 60,
  }),
  addPush: endpoint({
    method: 'PUT',
    path: '/api/me/push',
    action: 'own.write',
    summary: 'Let this browser show my reminders',
    params: null,
    body: PushSubscription,
    reply: done,
    perMinute: 10,
  }),
  removePush: endpoint({
    method: 'DELETE',
    path: '/api/me/push',
    action: 'own.write',
    summary: 'No browser shows my reminders any more',
    params: null,
    body: null,
    reply: done,
    perMinute: 10,
  }),
} as const
