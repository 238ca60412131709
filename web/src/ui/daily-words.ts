import type { DailyKind, DailySum } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'

const COUNTED: Readonly<Record<DailyKind, (count: number) => string>> = {
  'micro-break': (count) => plural(count, { one: '# short break', other: '# short breaks' }),
  walk: (count) => plural(count, { one: '# walk', other: '# walks' }),
  breathing: (count) => plural(count, { one: 'slow breathing once', other: 'slow breathing # times' }),
  heat: (count) => plural(count, { one: 'warmth once', other: 'warmth # times' }),
  cold: (count) => plural(count, { one: 'cold once', other: 'cold # times' }),
}

/** What was done of one kind, in plain words: how often, and how long in all. */
export function dailyWords({ kind, count, minutes }: DailySum): string {
  return `${COUNTED[kind](count)} (${plural(minutes, { one: '# minute', other: '# minutes' })})`
}

/** What a timer is called where its own title is not at hand. */
export const DAILY_NAMES: Readonly<Record<DailyKind, MessageDescriptor>> = {
  'micro-break': msg`short break`,
  walk: msg`walk`,
  breathing: msg`slow breathing`,
  heat: msg`warmth`,
  cold: msg`cold`,
}
