import { type Content, type Course, type Plan, valuesIn } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { checkInsOf } from '../outcome/check-in.store.ts'
import { type Episode, intakeAt } from '../patient/episode.store.ts'
import { allowsPlan } from '../patient/standing.ts'
import { reportsOf } from '../session/report.store.ts'
import { daysOf } from './day.store.ts'

/** Since when each phase has run without a break, from the versions of the plans; and when the first plan of this intake was made. */
async function datesOf(
  tx: Tx,
  patientId: string,
  plan: Plan,
): Promise<{ startedAt: string; phaseSince: string }> {
  const versions = await tx
    .selectFrom('app.plan')
    .select((eb) => ['version', 'at', eb.ref('body', '->>').key('phase').as('phase')])
    .where('patient_id', '=', patientId)
    .orderBy('version', 'desc')
    .execute()
  const begun = (await intakeAt(tx, patientId))?.getTime() ?? 0
  const all = versions.filter(({ at }) => at.getTime() >= begun)
  // Who came back after the end has begun anew: that course starts with the first plan since then.
  const ended = plan.phase === 'maintenance' ? -1 : all.findIndex(({ phase }) => phase === 'maintenance')
  const own = ended < 0 ? all : all.slice(0, ended)
  const other = own.findIndex(({ phase }) => phase !== plan.phase)
  const sincePhase = (other < 0 ? own : own.slice(0, other)).at(-1)?.at.toISOString() ?? plan.at
  return { startedAt: own.at(-1)?.at.toISOString() ?? plan.at, phaseSince: sincePhase }
}

/** One person's course as the review looks at it. */
export async function courseOf(
  tx: Tx,
  patientId: string,
  { episode, plan, content, now }: { episode: Episode; plan: Plan; content: Content; now: Date },
): Promise<Course> {
  const { startedAt, phaseSince } = await datesOf(tx, patientId, plan)
  const since = Date.parse(startedAt)
  const reports = (await reportsOf(tx, patientId)).map(({ report }) => report)
  const told = await daysOf(tx, patientId)
  const checkIns = await checkInsOf(tx, patientId)
  return {
    plan,
    intake: episode.intake,
    startedAt,
    phaseSince,
    endedAt: plan.phase === 'maintenance' ? phaseSince : null,
    reports: reports.filter((report) => Date.parse(report.startedAt) >= since),
    told: told.filter(({ at }) => Date.parse(at) >= since),
    values: checkIns
      .filter(({ at }) => Date.parse(at) >= since)
      .flatMap((checkIn) => valuesIn(checkIn, content.measures)),
    screenClear: allowsPlan(episode.triage),
    now: now.toISOString(),
  }
}
