import { wallOf } from '../schedule/clock.ts'
import { isWeekend, MINUTE, minutesOf, outOfQuiet, timeOf } from './hours.ts'
import type { ReminderSettings, SpokenHabit } from './settings.ts'

/** So many sessions of the same kind of day are enough to speak of a habit, and so many of the last say when it is. */
const ENOUGH = 5
const OF_THE_LAST = 10
/** A day of habits begins when most people sleep: a session at half past midnight belongs to the evening before. */
const DAY_BEGINS = 4 * 60
/** For who has neither a habit nor said one. */
const ELSE = '17:00'

/** So many minutes beside its usual time a habit still says when it is. */
const NEAR = 90

/** Where the time of a reminder to exercise comes from: what somebody really does, what they said, or neither. */
export type HourFrom = 'learned' | 'habit' | 'usual'

/**
 * When somebody is reminded of their exercises on this day: when they really do them, as the median of the last ten sessions of the same kind
 * of day (weekday or weekend), once there are five; else when they said that they would; else at five in the afternoon. Never in quiet hours.
 * @param day The day by the person's calendar, `YYYY-MM-DD`.
 * @param begun When their sessions began, in milliseconds, in any order. None: nothing is learned.
 */
export function usualHour(
  settings: Pick<ReminderSettings, 'quiet' | 'zone' | 'habit'>,
  day: string,
  begun: readonly number[],
): { at: string; from: HourFrom } {
  const { quiet, zone, habit } = settings
  const minutes = [...begun]
    .sort((a, b) => b - a)
    .map((at) => wallOf(at - DAY_BEGINS * MINUTE, zone))
    .filter((wall) => isWeekend(wall.slice(0, 10)) === isWeekend(day))
    .slice(0, OF_THE_LAST)
    .map((wall) => minutesOf(wall.slice(11)))
    .sort((a, b) => a - b)
  const middle = minutes[Math.floor((minutes.length - 1) / 2)]
  if (minutes.length >= ENOUGH && middle !== undefined)
    return { at: outOfQuiet(quiet, timeOf(middle + DAY_BEGINS)), from: 'learned' }
  return habit === null
    ? { at: outOfQuiet(quiet, ELSE), from: 'usual' }
    : { at: outOfQuiet(quiet, habit.at), from: 'habit' }
}

/**
 * The habit that a reminder of the exercises at this time may speak of ("after your coffee"): the one that somebody said, where its time and the
 * reminder's are at most an hour and a half apart. Who says "after coffee" and really exercises in the evening is not told of coffee then.
 * @param at When the reminder comes, `HH:MM` by the person's clocks, as `usualHour` gives it.
 * @returns Null where they said none, said it in words of their own (these are theirs alone), or its time is another one.
 */
export function spokenHabit({ habit }: Pick<ReminderSettings, 'habit'>, at: string): SpokenHabit | null {
  if (habit === null || habit.kind === 'own') return null
  const apart = Math.abs(minutesOf(habit.at) - minutesOf(at))
  return Math.min(apart, 1440 - apart) <= NEAR ? habit.kind : null
}
