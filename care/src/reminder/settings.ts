import * as z from 'zod/mini'
import { TimeOfDay } from '../schedule/visit.ts'
import { Zone } from '../zone.ts'

/** What somebody can be reminded of, the most pressing first: by this order a bundle takes its way and its words. */
export const REMINDER_KINDS = ['visit', 'message', 'check-in', 'session'] as const
export const ReminderKind = z.enum(REMINDER_KINDS)
export type ReminderKind = z.infer<typeof ReminderKind>

/** Why something comes now, or nothing does. */
export const REMIND_REASONS = ['due', 'off', 'nothing', 'quiet', 'enough', 'no-way'] as const
export type RemindReason = (typeof REMIND_REASONS)[number]

/** By which way one kind of reminder comes. One way for each: two would be one too many. */
export const ReminderChannel = z.enum(['mail', 'push', 'off'])
export type ReminderChannel = z.infer<typeof ReminderChannel>

/** After which habit of the day somebody means to exercise; `own` has words of their own. */
export const HABITS = ['after-coffee', 'after-lunch', 'after-work', 'before-bed', 'own'] as const
export const Habit = z.enum(HABITS)
export type Habit = z.infer<typeof Habit>

/** The habits that a letter may name. Somebody's own words are theirs alone: a letter and a locked screen are read by others too. */
export type SpokenHabit = Exclude<Habit, 'own'>

/** When each habit usually is, by the person's clocks, until they say otherwise. */
export const HABIT_TIMES: Readonly<Record<Habit, string>> = {
  'after-coffee': '08:30',
  'after-lunch': '13:00',
  'after-work': '17:30',
  'before-bed': '20:30',
  own: '17:00',
}

const atMost = (most: number) => z.int().check(z.minimum(1), z.maximum(most))

/**
 * How somebody wants to be reminded. `off`: not at all, whatever else stands here, so that turning it on again finds the rest as it was.
 * `quiet`: from and until when nothing comes, by the clocks of `zone`; from and until the same: no quiet hours. `most`: reminders in any 24
 * hours and in any seven days; those of visits do not count.
 */
export const ReminderSettings = z.object({
  off: z.boolean(),
  by: z.object({
    visit: ReminderChannel,
    message: ReminderChannel,
    'check-in': ReminderChannel,
    session: ReminderChannel,
  }),
  quiet: z.object({ from: TimeOfDay, until: TimeOfDay }),
  zone: Zone,
  habit: z.nullable(
    z.object({ kind: Habit, at: TimeOfDay, words: z.nullable(z.string().check(z.maxLength(60))) }),
  ),
  most: z.object({ day: atMost(3), week: atMost(14) }),
  lang: z.string().check(z.regex(/^[a-z]{2}$/)),
})
export type ReminderSettings = z.infer<typeof ReminderSettings>

/**
 * How everybody is reminded until they say otherwise: of what somebody else waits with, by mail. Nobody is sent to their exercises who has
 * not asked to be.
 */
export const usualReminders = (zone: string, lang: string): ReminderSettings => ({
  off: false,
  by: { visit: 'mail', message: 'mail', 'check-in': 'mail', session: 'off' },
  quiet: { from: '21:00', until: '08:00' },
  zone,
  habit: null,
  most: { day: 1, week: 5 },
  lang,
})
