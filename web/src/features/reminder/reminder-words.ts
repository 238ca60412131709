import type { Habit, OwnReminders, ReminderChannel, ReminderKind } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const KIND_WORDS: Readonly<Record<ReminderKind, MessageDescriptor>> = {
  visit: msg`Appointments`,
  message: msg`New messages`,
  'check-in': msg`Short questions`,
  session: msg`Your exercises`,
}

export const KIND_HINTS: Readonly<Record<ReminderKind, MessageDescriptor>> = {
  visit: msg`At nine the day before, and two hours before.`,
  message: msg`When somebody of the clinic has written to you.`,
  'check-in': msg`When some have waited for half a day.`,
  session: msg`At your time of the day, if you have not done them yet.`,
}

export const CHANNEL_WORDS: Readonly<Record<ReminderChannel, MessageDescriptor>> = {
  mail: msg`E-mail`,
  push: msg`Devices`,
  off: msg`No`,
}

export const HABIT_WORDS: Readonly<Record<Habit, MessageDescriptor>> = {
  'after-coffee': msg`After my morning coffee`,
  'after-lunch': msg`After lunch`,
  'after-work': msg`After work`,
  'before-bed': msg`Before I go to bed`,
  own: msg`Another moment`,
}

/** What one of them is called within a sentence. */
export const KIND_IN_SENTENCE: Readonly<Record<ReminderKind, MessageDescriptor>> = {
  visit: msg`an appointment`,
  message: msg`a message`,
  'check-in': msg`short questions`,
  session: msg`your exercises`,
}

/** Why nothing would come in the next days. */
export const NOTHING_WORDS: Readonly<Record<OwnReminders['because'], MessageDescriptor>> = {
  due: msg`Nothing else waits for you in the next seven days.`,
  nothing: msg`Nothing waits for you in the next seven days.`,
  off: msg`Your reminders are off.`,
  quiet: msg`It is quiet now, and nothing waits for later.`,
  enough: msg`You have had as many as you want in seven days.`,
  'no-way': msg`There is no way to reach you yet: add an e-mail address, or turn them on for this device.`,
}
