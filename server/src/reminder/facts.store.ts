import type { Content, RemindInput, ToRemind, VisitAhead } from '@dorsal/care'
import { courseOf } from '../course/course.ts'
import { moveOf } from '../calendar/feed.store.ts'
import type { Tx } from '../db/connect.ts'
import { checkInsOf } from '../outcome/check-in.store.ts'
import { dueNow } from '../outcome/due.ts'
import { episodeOf } from '../patient/episode.store.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { reportsOf } from '../session/report.store.ts'
import { devicesOf } from './push.store.ts'
import { settingsOf } from './settings.store.ts'

const DAY = 86_400_000

async function visitsOf(tx: Tx, patientId: string, now: Date): Promise<VisitAhead[]> {
  const rows = await tx
    .selectFrom('app.visit')
    .select(['visit_id', 'starts_at', 'wall', 'zone', 'state', 'booked_at', 'made_at'])
    .where('patient_id', '=', patientId)
    .where('starts_at', '>', now)
    .where('starts_at', '<', new Date(now.getTime() + 10 * DAY))
    .execute()
  return rows.map((row) => ({
    id: row.visit_id,
    starts: row.starts_at.getTime(),
    wall: row.wall,
    zone: row.zone,
    state: row.state,
    known: (row.booked_at ?? row.made_at).getTime(),
  }))
}

async function messageOf(tx: Tx, patientId: string): Promise<ToRemind['message']> {
  const row = await tx
    .selectFrom('app.message')
    .select(['message_id', 'received_at'])
    .where('patient_id', '=', patientId)
    .where('author', '=', 'clinic')
    .where('read_at', 'is', null)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { id: row.message_id, since: row.received_at.getTime() }
}

type Running = Pick<ToRemind, 'session' | 'checkIn'>
const NOT_RUNNING: Running = { session: { possible: false, week: 7, begun: [] }, checkIn: null }

/** The course as far as it has something to be reminded of. What is asked the morning after a session is part of the session. */
async function runningOf(tx: Tx, patientId: string, content: Content, now: Date): Promise<Running> {
  const episode = await episodeOf(tx, patientId)
  const plan = await latestPlan(tx, patientId)
  const begun = (await reportsOf(tx, patientId)).map(({ report }) => Date.parse(report.startedAt))
  if (episode === null || plan === null || episode.planVersion === null) return NOT_RUNNING
  const course = await courseOf(tx, patientId, { episode, plan, content, now })
  const possible = episode.next === 'session' && episode.prescription !== null && course.endedAt === null
  const due = dueNow(course, await checkInsOf(tx, patientId), content, now.toISOString()).filter(
    ({ moments }) => moments.some((moment) => moment !== 'next-day'),
  )
  const move = await moveOf(tx, patientId)
  const first = due.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  return {
    session: { possible, week: episode.intake.daysPerWeek, begun, putOff: move?.from ?? null },
    checkIn:
      first === undefined ? null : { due: Date.parse(first.dueAt), closes: Date.parse(first.closesAt) },
  }
}

/** The address that mail to this person goes to: the one that they confirmed as theirs. */
export async function addressOf(tx: Tx, patientId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('app.sign_in_email')
    .select('email')
    .where('patient_id', '=', patientId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row?.email ?? null
}

type Given = { content: Content; mail: boolean; now: Date; only?: 'visits' }

/** Everything by which it is decided whether somebody is reminded now. `only` leaves out what takes longest to find. */
export async function remindInput(
  tx: Tx,
  patientId: string,
  { content, mail, now, only }: Given,
): Promise<RemindInput> {
  const { settings } = await settingsOf(tx, patientId)
  const effects = await tx
    .selectFrom('app.reminder_effect')
    .select('effect_key')
    .where('patient_id', '=', patientId)
    .execute()
  const sent = await tx
    .selectFrom('app.reminder')
    .select(['at', 'counts'])
    .where('patient_id', '=', patientId)
    .where('at', '>', new Date(now.getTime() - 8 * DAY))
    .execute()
  const rest = only === 'visits' ? NOT_RUNNING : await runningOf(tx, patientId, content, now)
  return {
    facts: {
      visits: await visitsOf(tx, patientId, now),
      message: only === 'visits' ? null : await messageOf(tx, patientId),
      ...rest,
    },
    settings,
    told: new Set(effects.map(({ effect_key }) => effect_key)),
    sent: sent.map(({ at, counts }) => ({ at: at.getTime(), counts })),
    reach: {
      mail: mail && (await addressOf(tx, patientId)) !== null,
      push: (await devicesOf(tx, patientId)).length > 0,
    },
  }
}
