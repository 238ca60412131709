import type { Me } from '@dorsal/care'

export type Today = 'session' | 'rest-day' | 'waiting'

/** The day of a moment where the person is. */
const dayKey = (instant: string): string => new Date(instant).toDateString()

/** What today is: a session to do, rest after one, or waiting because nothing is prescribed yet. */
export function todayOf(me: Pick<Me, 'prescription' | 'history' | 'next'>, now: string): Today {
  if (!me.prescription) return 'waiting'
  const doneToday = me.history.some(
    ({ report }) => report.sets.length > 0 && dayKey(report.endedAt) === dayKey(now),
  )
  return doneToday || me.next === 'rest' ? 'rest-day' : 'session'
}
