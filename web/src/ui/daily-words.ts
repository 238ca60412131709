import type { DailyKind, DailySum } from '@dorsal/care'
import { plural } from '@lingui/core/macro'

const COUNTED: Readonly<Record<DailyKind, (count: number) => string>> = {
  'micro-break': (count) => plural(count, { one: '# short break', other: '# short breaks' }),
  walk: (count) => plural(count, { one: '# walk', other: '# walks' }),
  breathing: (count) => plural(count, { one: '# time slow breathing', other: '# times slow breathing' }),
  heat: (count) => plural(count, { one: '# time warmth', other: '# times warmth' }),
  cold: (count) => plural(count, { one: '# time cold', other: '# times cold' }),
}

/** What was done of one kind, in plain words: how often, and how long in all. */
export function dailyWords({ kind, count, minutes }: DailySum): string {
  return `${COUNTED[kind](count)} (${plural(minutes, { one: '# minute', other: '# minutes' })})`
}
