import { writeCalendar } from '@dorsal/care'
import { recordAccess } from '../audit/audit.ts'
import type { Deps } from '../deps.ts'
import { inClinic, type Tx } from '../db/connect.ts'
import { calendarWords } from './calendar-words.ts'
import { houseOf, patientEntry, sessionEntry, staffEntry } from './entries.ts'
import { type FeedRow, feedByToken, noteRead, stillWorks } from './feed.store.ts'
import { daysMeant } from './planned.ts'
import { visitsOf } from './visits.store.ts'

/** A calendar program asks every hour or so: the trail has a line for the first time on each day. */
async function noteLook(tx: Tx, feed: FeedRow, requestId: string, now: Date): Promise<void> {
  const { tenantId, whose, readAt } = feed
  await noteRead(tx, feed.feedId, now)
  const first = readAt?.toISOString().slice(0, 10) !== now.toISOString().slice(0, 10)
  if (!first || !('patientId' in whose)) return
  const { patientId } = whose
  const actor = { kind: 'patient', tenantId, patientId } as const
  await recordAccess(tx, { actor, action: 'calendarFeed', patientId, requestId, at: now })
}

/**
 * The list behind a secret address, as a calendar program reads it; null where the address opens nothing: never did, was taken back, or was
 * that of somebody who works here no more. Times, addresses and neutral names: nobody's name, nothing of health.
 */
export async function feedText(deps: Deps, token: string, requestId: string): Promise<string | null> {
  const now = deps.now()
  const feed = await feedByToken(deps.db, token)
  if (feed === null) return null
  const { tenantId, whose, lang, zone } = feed
  if ('staffId' in whose && !(await stillWorks(deps.db, tenantId, whose.staffId))) return null
  const house = houseOf(deps.config)
  // The name that was chosen for calendars is that of the clinic that this server opens with.
  const own = tenantId === deps.homeTenant ? house : { ...house, calendarName: '' }
  return inClinic(deps.db, tenantId, async (tx) => {
    await noteLook(tx, feed, requestId, now)
    const visits = await visitsOf(tx, whose, now)
    const days =
      feed.sessions && 'patientId' in whose
        ? await daysMeant(tx, whose.patientId, { content: deps.content, zone, now })
        : []
    // A class is one visit for whoever gives it, however many come.
    const given = [...new Map(visits.map((visit) => [visit.classId ?? visit.id, visit])).values()]
    const entries =
      'staffId' in whose
        ? given.map((visit) => staffEntry(visit, lang, own))
        : [
            ...visits.map((visit) => patientEntry(visit, lang, own)),
            ...days.map((day) => sessionEntry(day, feed.feedId, lang, own)),
          ]
    return writeCalendar('PUBLISH', calendarWords(lang).list, entries)
  })
}
