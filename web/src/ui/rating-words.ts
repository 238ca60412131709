import type { MovementRating, MovementTest, SelfTestResult } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** The four answers of the self-report, from freest to sorest. */
export const RATING_WORDS: Record<MovementRating, { label: MessageDescriptor; hint: MessageDescriptor }> = {
  full: { label: msg`Full`, hint: msg`As far as you would expect` },
  limited: { label: msg`Limited`, hint: msg`It stops a little early` },
  'very-limited': { label: msg`Very limited`, hint: msg`It hardly moves` },
  painful: { label: msg`Painful`, hint: msg`It moves, but it hurts` },
}

export const RATINGS: MovementRating[] = ['full', 'limited', 'very-limited', 'painful']

/** The three answers of a test that somebody does alone; what each means stands with the test. */
export const SELF_WORDS: Record<SelfTestResult['result'], MessageDescriptor> = {
  pass: msg`It went well`,
  limited: msg`It was limited`,
  painful: msg`It hurt`,
}

/** What a number of one's own stands for, by the unit of the test. */
export const NUMBER_WORDS: Partial<Record<MovementTest['protocol']['unit'], MessageDescriptor>> = {
  cm: msg`How many centimetres?`,
  count: msg`How many times?`,
  seconds: msg`How many seconds?`,
}

export const UNIT_WORDS: Partial<Record<MovementTest['protocol']['unit'], MessageDescriptor>> = {
  deg: msg`degrees`,
  cm: msg`cm`,
  count: msg`times`,
  seconds: msg`seconds`,
  'per-minute': msg`breaths a minute`,
  grade: msg`of 3`,
}
