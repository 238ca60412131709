import type { CheckIn, Content, Course, CourseSoFar } from '@dorsal/care'
import { calmUpTo, flaresOf } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'

/** Since when the plan was in each phase, oldest first, from the versions of the plan. */
async function phasesOf(tx: Tx, patientId: string, startedAt: string): Promise<CourseSoFar['phases']> {
  const versions = await tx
    .selectFrom('app.plan')
    .select(['at', 'body'])
    .where('patient_id', '=', patientId)
    .where('at', '>=', new Date(startedAt))
    .orderBy('version')
    .execute()
  return versions
    .map(({ at, body }) => ({ phase: body.phase, since: at.toISOString() }))
    .filter(({ phase }, index, all) => phase !== all[index - 1]?.phase)
}

/** The person's own activities: those of the intake, or those that the first questions asked for where it had none. */
function activitiesOf({ intake }: Course, checkIns: readonly CheckIn[]): CourseSoFar['activities'] {
  if (intake.goals.length > 0) return intake.goals.map(({ text, now }) => ({ text, now }))
  const named = checkIns.map(({ answers }) => answers['psfs']?.['psfs_act']).findLast(Array.isArray)
  return (named ?? []).flatMap((text) => (typeof text === 'string' ? [{ text, now: null }] : []))
}

/** What the charts of a course and its questions start from. */
export async function soFarOf(
  tx: Tx,
  patientId: string,
  { course, checkIns, content }: { course: Course; checkIns: readonly CheckIn[]; content: Content },
): Promise<CourseSoFar> {
  const { intake, plan, told, reports, startedAt, endedAt } = course
  const duration = intake.answers['H01']
  return {
    startedAt,
    endedAt,
    duration: typeof duration === 'string' ? duration : null,
    pain: intake.measures.nprs ?? null,
    activities: activitiesOf(course, checkIns),
    tests: intake.movementTests,
    selfTests: intake.selfTests ?? {},
    phases: await phasesOf(tx, patientId, startedAt),
    flares: flaresOf(told, reports, calmUpTo(intake, content)),
    perWeek: plan.cadence.homeSessionsPerWeek,
  }
}
