import type { ClinicThread, MessageCall, MessageReply, PanelRow, StaffRole, Task, Thread } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { inClinic } from '../db/connect.ts'
import { addPlan, latestPlan } from '../plan/plan.store.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { staffMember } from '../test-staff.ts'

/** A Monday noon, within the working hours of the rule below. */
export const STARTED = new Date('2026-11-23T12:00:00.000Z')
export const RULE = {
  workingDays: 1,
  days: [1, 2, 3, 4, 5],
  from: '08:00',
  to: '18:00',
  zone: 'UTC',
  afterEndDays: null as number | null,
}

export type Clinic = Awaited<ReturnType<typeof clinicWithMessages>>

/** A clinic whose people write to each other, and what they do. Staff sessions end after an idle hour: later on somebody comes in anew. */
export async function clinicWithMessages() {
  const host: TestApp = await testApp({ env: { DEMO: '1' } })
  host.clock.now = STARTED
  const member = (role: StaffRole, name: string = role) => staffMember(host, { role, name })
  const admin = async () => (await member('clinic-admin', 'Ada')).visitor
  await (await admin()).ok('setReplyPromise', { body: RULE })

  const later = (minutes: number): void => {
    host.clock.now = new Date(host.clock.now.getTime() + minutes * 60_000)
  }
  const join = async (patientId: string, staffId: string, part = 'lead') =>
    (await admin()).ok('joinTeam', { id: patientId, params: { staffId }, body: { part, until: null } })
  const newcomer = async () => {
    const person = host.person()
    const { patientId } = await person.agree()
    await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
    return { person, patientId }
  }
  const onTeam = async (patientId: string, name: string, part = 'lead') => {
    const one = await member('therapist', name)
    await join(patientId, one.staffId, part)
    return one.visitor
  }
  return {
    host,
    member,
    admin,
    newcomer,
    onTeam,
    /** Somebody with a therapist of their own. */
    cared: async () => {
      const { person, patientId } = await newcomer()
      return { person, patientId, dana: await onTeam(patientId, 'Dana') }
    },
    /** Their course comes to its end today. */
    endCourse: async (patientId: string): Promise<void> => {
      const { db, tenantId } = host.database
      later(84 * 24 * 60)
      await inClinic(db, tenantId, async (tx) => {
        const plan = await latestPlan(tx, patientId)
        if (plan === null) throw new Error('no plan')
        const at = host.clock.now.toISOString()
        await addPlan(
          tx,
          { tenantId, patientId },
          { ...plan, version: plan.version + 1, phase: 'maintenance', at },
        )
      })
    },
    later,
  }
}

export const message = (words: string, answers: Record<string, string> = {}, lang = 'en') => ({
  id: randomUUID(),
  words,
  lang,
  answers,
})

export async function write(person: Visitor, words: string, answers: Record<string, string> = {}) {
  const body = message(words, answers)
  return { id: body.id, ...(await person.ok<MessageReply>('sendMessage', { id: body.id, body })) }
}

export async function answer(by: Visitor, patientId: string, words: string): Promise<string> {
  const id = randomUUID()
  await by.ok('answerMessage', { id: patientId, params: { messageId: id }, body: { id, words } })
  return id
}

export const threadOf = (person: Visitor) => person.ok<Thread>('thread')
export const clinicThread = (by: Visitor, id: string) => by.ok<ClinicThread>('clinicThread', { id })
export const rowOf = async (by: Visitor, id: string) =>
  (await by.ok<{ rows: PanelRow[] }>('panel')).rows.find(({ patientId }) => patientId === id)
export const tasksOf = async (by: Visitor, id: string) =>
  (await by.ok<{ tasks: Task[] }>('patient', { id })).tasks
export const callsOf = async (by: Visitor, id: string) =>
  (await by.ok<{ calls: MessageCall[] }>('messageCalls')).calls.filter(({ patientId }) => patientId === id)
