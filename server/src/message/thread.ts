import { mayWrite, type ReplyRule, type Thread } from '@dorsal/care'
import { courseOf } from '../course/course.ts'
import type { Tx } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import { episodeOf } from '../patient/episode.store.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { staffNames } from '../staff/staff-names.ts'
import { pageOf, unreadOf } from './message.store.ts'
import { replyRule } from './promise.store.ts'
import { therapistOf } from './therapist.ts'

type Given = { tenantId: string; patientId: string; content: Deps['content']; now: Date }

/** Whether the clinic still takes messages of this person: its rule looks at when their course ended. */
export async function isOpen(tx: Tx, rule: ReplyRule, { patientId, content, now }: Given): Promise<boolean> {
  if (rule.afterEndDays === null) return true
  const episode = await episodeOf(tx, patientId)
  const plan = await latestPlan(tx, patientId)
  if (episode === null || plan === null || episode.planVersion === null) return true
  const course = await courseOf(tx, patientId, { episode, plan, content, now })
  return mayWrite(course.endedAt, rule, now.toISOString())
}

/** The newest part of a thread, with who answers and what is promised. */
export async function threadOf(tx: Tx, given: Given): Promise<Thread> {
  const rule = await replyRule(tx)
  const names = await staffNames(tx, given.tenantId)
  return {
    ...(await pageOf(tx, given.patientId, names)),
    therapist: await therapistOf(tx, given.patientId, given.now),
    rule,
    open: await isOpen(tx, rule, given),
    unread: await unreadOf(tx, given.patientId),
  }
}
