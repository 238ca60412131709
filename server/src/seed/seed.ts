import { type Content, type Intake, type Me, Refusal } from '@dorsal/care'
import type { FastifyInstance } from 'fastify'
import { randomBytes, randomUUID } from 'node:crypto'
import { buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import { type Db, inClinic } from '../db/connect.ts'
import { hashPassword } from '../account/passwords.ts'
import { addStaff } from '../staff/staff.store.ts'
import { demoCheckIn } from './demo-check-in.ts'
import { DEMO_PEOPLE, type DemoCheckIn, type DemoDay, type DemoPerson } from './demo-people.ts'
import { demoCoverage } from './demo-coverage.ts'
import { demoReport } from './demo-report.ts'
import { demoSchedule } from './demo-schedule.ts'
import { Visitor } from './visitor.ts'

/** The demo clinician. The password is known to everybody: the account lives only while DEMO=1, which no public address may run. */
export const DEMO_CLINICIAN = {
  email: 'demo@dorsal.example',
  password: 'demo clinic only',
  name: 'Demo Clinician',
}

/** Somebody made up, so that a calendar has two beside each other. Nobody can sign in as them. */
const DEMO_COLLEAGUE = { email: 'demo-colleague@dorsal.example', name: 'Demo Colleague' }

const DAY = 86_400_000

type Given = { db: Db; content: Content; tenantId: string; config: Config; now: Date }

/** Fills an empty clinic with made-up people, whose plans and changes the real rules make. Never a second time; says whether it did. */
export async function seedDemo({ db, content, tenantId, config, now }: Given): Promise<boolean> {
  if (!(await isEmpty(db, tenantId))) return false
  const clock = { now }
  const demo: Config = { ...config, publicUrl: null, host: '127.0.0.1', logLevel: 'silent', demo: true }
  const app = await buildApp(demo, {
    db,
    content,
    unsigned: true,
    homeTenant: tenantId,
    secretKey: randomBytes(32),
    now: () => clock.now,
    limits: false,
  })
  const { email, password, name } = DEMO_CLINICIAN
  const passwordHash = await hashPassword(password)
  const staffId = await addStaff(db, { tenantId, email, name, role: 'therapist', passwordHash }, now)
  if (staffId !== null) await db.insertInto('auth.demo_sign_in').values({ staff_id: staffId }).execute()
  const by = { tenantId, staffId: staffId ?? 'demo' }
  await inClinic(db, tenantId, (tx) => demoCoverage(tx, by, now))
  const patientIds: string[] = []
  for (const person of DEMO_PEOPLE) {
    demo.firstPlan = person.hold === true ? 'after-clinician' : 'immediate'
    patientIds.push(await play(app, person, content, clock, now))
  }
  clock.now = now
  if (staffId !== null)
    await inClinic(db, tenantId, async (tx) => {
      const colleagueId = await addStaff(
        tx,
        {
          tenantId,
          ...DEMO_COLLEAGUE,
          role: 'therapist',
          passwordHash: await hashPassword(randomBytes(32).toString('hex')),
        },
        now,
      )
      await demoSchedule(tx, { tenantId, staffId, colleagueId: colleagueId ?? staffId, patientIds, now })
    })
  await app.close()
  return true
}

function isEmpty(db: Db, tenantId: string): Promise<boolean> {
  return inClinic(db, tenantId, async (tx) => {
    const patient = await tx.selectFrom('app.patient').select('patient_id').limit(1).executeTakeFirst()
    const staff = await db.selectFrom('auth.staff').select('staff_id').limit(1).executeTakeFirst()
    return patient === undefined && staff === undefined
  })
}

function intakeOf({ intake }: DemoPerson, content: Content): Intake {
  const none = content.redFlags.items
    .filter((item) => item.disposition === 'emergency_now')
    .map((item): [string, string] => [item.id, 'no'])
  return {
    format: 'dorsal-intake/1',
    lang: 'en',
    yearOfBirth: 1983,
    sex: null,
    camera: true,
    equipment: ['chair', 'wall', 'towel'],
    minutesPerDay: 15,
    daysPerWeek: 4,
    goals: [{ text: 'Work a day without pain', now: 5 }],
    measures: {},
    movementTests: {},
    ...intake,
    answers: { ...Object.fromEntries(none), ...intake.answers },
  }
}

/** One person's course, day by day, through the same door that everybody uses. Says whose record it is. */
async function play(
  app: FastifyInstance,
  person: DemoPerson,
  content: Content,
  clock: { now: Date },
  now: Date,
): Promise<string> {
  const at = (daysAgo: number): Date => new Date(now.getTime() - daysAgo * DAY)
  const visitor = new Visitor(app)
  clock.now = at(person.startedDaysAgo)
  const { patientId } = await visitor.agree(clock.now.toISOString())
  const contact = { name: person.name, email: person.email ?? null, phone: null }
  await visitor.ok('setContact', { body: contact })
  await visitor.ok('sendIntake', { id: randomUUID(), body: intakeOf(person, content) })
  const steps = [
    ...person.days.map((day, index) => ({ daysAgo: day.daysAgo, play: () => session(day, index === 0) })),
    ...(person.checkIns ?? []).map((told) => ({ daysAgo: told.daysAgo, play: () => answer(told) })),
  ].sort((a, b) => b.daysAgo - a.daysAgo)
  const answer = async (told: DemoCheckIn) => {
    const body = demoCheckIn(told, clock.now)
    await visitor.ok('sendCheckIn', { id: body.id, body })
  }
  const session = async (day: DemoDay, first: boolean) => {
    const me = await visitor.ok<Me>('me')
    if (me.prescription === null || me.plan === null) throw new Refusal('held')
    const start = new Date(clock.now.getTime() - 25 * 60_000)
    const report = demoReport(me.prescription, me.plan.version, day, first, start, content)
    await visitor.ok('sendReport', { id: report.id, body: report })
  }
  for (const step of steps) {
    clock.now = at(step.daysAgo)
    await step.play()
  }
  if (person.appointment !== undefined) {
    const body = { id: randomUUID(), contact, when: person.appointment, note: null }
    await visitor.ok('requestAppointment', { id: body.id, body })
  }
  return patientId
}

/** Outside a demo nobody may sign in with the demo password, also where an earlier demo left the account, nor without a second factor. */
export async function retireDemo(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('auth.demo_sign_in').execute()
  await db
    .updateTable('auth.staff')
    .set({ disabled_at: now })
    .where('email', '=', DEMO_CLINICIAN.email)
    .where('disabled_at', 'is', null)
    .execute()
}
