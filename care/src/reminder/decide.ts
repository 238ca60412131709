import { QUESTIONS_WAIT, type ReminderDue, remindersDue, type ToRemind } from './due.ts'
import { DAY, HOUR, isQuiet, quietEnds } from './hours.ts'
import { dayAfter, wallOf, wallToInstant } from '../schedule/clock.ts'
import { type RemindReason, REMINDER_KINDS, type ReminderChannel, type ReminderSettings } from './settings.ts'
import { usualHour } from './usual-hour.ts'

/** What was sent: when, and whether it counts among the most that somebody wants. */
export type ReminderSent = { at: number; counts: boolean }

/** `reach`: by which ways this person can be reached at all. */
export type RemindInput = {
  facts: ToRemind
  settings: ReminderSettings
  told: ReadonlySet<string>
  sent: readonly ReminderSent[]
  reach: Readonly<Record<'mail' | 'push', boolean>>
}

/** One letter for everything that is due. `counts`: it is one of the most; one that tells of visits alone is not. */
export type Reminder = { by: 'mail' | 'push'; items: ReminderDue[]; counts: boolean }
export type RemindDecision = { send: Reminder | null; because: RemindReason }

/** What comes within so long is taken along, so that it needs no letter of its own. Visits keep their hour. */
const TAKEN_ALONG = 3 * HOUR

const rank = ({ kind }: ReminderDue): number => REMINDER_KINDS.indexOf(kind)
const none = (because: RemindReason): RemindDecision => ({ send: null, because })

/** Whether there were as many in the last 24 hours, or seven days, as this person wants at most. */
export function hasEnough(
  { most }: Pick<ReminderSettings, 'most'>,
  sent: readonly ReminderSent[],
  now: number,
): boolean {
  const within = (ms: number): number => sent.filter(({ at, counts }) => counts && at > now - ms).length
  return within(DAY) >= most.day || within(7 * DAY) >= most.week
}

function wayOf(by: ReminderChannel, reach: RemindInput['reach']): 'mail' | 'push' | null {
  return by === 'off' || !reach[by] ? null : by
}

/**
 * What to send somebody now, or nothing and why. Never in quiet hours, never more than they want (visits excepted), never twice of one thing,
 * and everything that is due in one letter, by the way that they chose for the most pressing of it.
 * @param now The instant, in milliseconds.
 */
export function remind(input: RemindInput, now: number): RemindDecision {
  const { facts, settings, told, sent, reach } = input
  if (settings.off) return none('off')
  const wanted = remindersDue(facts, settings, told, now)
    .filter(({ kind, key, until }) => settings.by[kind] !== 'off' && !told.has(key) && now < until)
    .sort((a, b) => rank(a) - rank(b) || a.from - b.from)
  const due = wanted.filter(({ from }) => from <= now)
  if (due.length === 0) return none('nothing')
  const reachable = due.filter(({ kind }) => wayOf(settings.by[kind], reach) !== null)
  if (reachable.length === 0) return none('no-way')
  if (isQuiet(settings, now)) return none('quiet')
  const enough = hasEnough(settings, sent, now)
  const pressing = reachable.filter(({ kind }) => kind === 'visit' || !enough)
  const [first] = pressing
  const by = first === undefined ? null : wayOf(settings.by[first.kind], reach)
  if (by === null) return none('enough')
  const soon = enough
    ? []
    : wanted.filter(({ kind, from }) => kind !== 'visit' && from > now && from <= now + TAKEN_ALONG)
  const items = [...pressing, ...soon]
  return { send: { by, items, counts: items.some(({ kind }) => kind !== 'visit') }, because: 'due' }
}

/**
 * Of what a letter is about, what still holds when it goes out: not what was cancelled, moved, done, read, turned off or is over.
 * @param keys What the letter was written for.
 */
export function stillHolds(
  { facts, settings, told }: Pick<RemindInput, 'facts' | 'settings' | 'told'>,
  keys: ReadonlySet<string>,
  now: number,
): ReminderDue[] {
  if (settings.off) return []
  // Its own keys were told by being written down: they say nothing of how it was heard.
  const before = new Set([...told].filter((key) => !keys.has(key)))
  return remindersDue(facts, settings, before, now).filter(
    ({ key, kind, until }) => keys.has(key) && settings.by[kind] !== 'off' && now < until,
  )
}

/** Every moment of the next days at which something could begin to be sent. */
function moments({ facts, settings, told, sent }: RemindInput, now: number, days: number): number[] {
  const today = wallOf(now, settings.zone).slice(0, 10)
  const calendar = Array.from({ length: days + 1 }, (_, n) => dayAfter(today, n))
  const ofDays = calendar.flatMap((day) => {
    const { at } = usualHour(settings, day, facts.session.begun)
    return [at, settings.quiet.until].map((time) => wallToInstant(`${day}T${time}`, settings.zone))
  })
  const ofDues = remindersDue(facts, settings, told, now).flatMap(({ from }) => [
    from,
    quietEnds(settings, from),
  ])
  const ofSent = sent.flatMap(({ at }) => [at + DAY, at + 7 * DAY])
  const due = facts.checkIn === null ? [] : [facts.checkIn.due + QUESTIONS_WAIT]
  return [now, ...ofDays, ...ofDues, ...ofSent, ...due]
    .filter((at) => at >= now && at <= now + days * DAY)
    .sort((a, b) => a - b)
}

/** How long at most until somebody is looked at again: by then something may be due that was not foreseen. */
const LOOK_AGAIN = 6 * HOUR

/** When this person is to be looked at again: at the next moment at which something could begin to be due. */
export const lookAgain = (input: RemindInput, now: number): number =>
  Math.min(moments(input, now, 7).find((at) => at > now) ?? Infinity, now + LOOK_AGAIN)

/**
 * The next letter that would come if nothing changed until then, within a week; null: none would.
 * @returns When, and what it would tell of.
 */
export function nextReminder(input: RemindInput, now: number): { at: number; send: Reminder } | null {
  for (const at of moments(input, now, 7)) {
    const { send } = remind(input, at)
    if (send !== null) return { at, send }
  }
  return null
}
