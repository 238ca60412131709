import {
  type Content,
  type Course,
  type CourseTask,
  type Decision,
  type Plan,
  type PlanChange,
  reviewCourse,
} from '@dorsal/care'
import { addProposal, proposalsOf } from '../adaptation/proposal.store.ts'
import type { Tx } from '../db/connect.ts'
import { addDecisions, decisionsOf, type PatientKey } from '../patient/decision.store.ts'
import type { Episode } from '../patient/episode.store.ts'
import { addPlan } from '../plan/plan.store.ts'
import { addTask } from '../task/task.store.ts'
import { courseOf } from './course.ts'

const DAY = 86_400_000

/** The end of the given working day from now: Saturdays and Sundays do not count. */
export function workingDaysFrom(now: Date, days: number): Date {
  let at = now.getTime()
  for (let left = Math.max(1, days); left > 0; ) {
    at += DAY
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return new Date(at)
}

function firedIn(decisions: readonly Decision[]): { rule: string; at: string }[] {
  return decisions
    .filter(({ kind }) => kind === 'course')
    .flatMap(({ rule, at }) => rule.split('+').map((one) => ({ rule: one, at })))
}

export type Looked = { plan: Plan; changes: PlanChange[]; course: Course; moved: boolean }

type Given = { episode: Episode; plan: Plan; content: Content; now: Date }

async function carryOut(tx: Tx, key: PatientKey, tasks: readonly CourseTask[], now: Date): Promise<void> {
  for (const { workingDays, ...task } of tasks)
    await addTask(tx, key, { ...task, dueAt: workingDaysFrom(now, workingDays).toISOString() }, now)
}

/**
 * Looks at the whole course after something new was told, or once a day, and keeps what comes of it: the next plan version where it
 * got easier or smaller, tasks and proposals for the clinic, the decision. The caller says what comes next for the person.
 */
export async function lookAtCourse(tx: Tx, key: PatientKey, given: Given): Promise<Looked> {
  const { plan: before, content, now } = given
  const course = await courseOf(tx, key.patientId, given)
  const fired = firedIn(await decisionsOf(tx, key.patientId))
  const waiting = (await proposalsOf(tx, key.patientId)).filter(({ status }) => status === 'pending')
  const found = reviewCourse({ course, content, fired, pending: waiting.map(({ kind }) => kind) })
  const { plan, changes, tasks, proposals, decision } = found
  const moved = plan.version !== before.version
  if (moved) await addPlan(tx, key, plan)
  if (decision !== null) await addDecisions(tx, key, [decision])
  await carryOut(tx, key, tasks, now)
  for (const { kind, because } of proposals)
    await addProposal(tx, key, { kind, planVersion: plan.version, changes: [], because }, now)
  return { plan, changes, course, moved }
}
