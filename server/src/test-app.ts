import type { Content, Intake, SessionReport } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import type { FastifyInstance } from 'fastify'
import { randomBytes, randomUUID } from 'node:crypto'
import { type Vault, vaultOf } from './account/vault.ts'
import { type AppOptions, buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { testDatabase, type TestDatabase } from './db/test-database.ts'
import { Visitor } from './seed/visitor.ts'
import { hashPassword } from './account/passwords.ts'
import { type Authenticator, codeNow, signInFully } from './staff/sign-in-steps.ts'
import { addStaff } from './staff/staff.store.ts'

export type TestApp = {
  app: FastifyInstance
  database: TestDatabase
  content: Content
  config: Config
  lines: string[]
  clock: { now: Date }
  vault: Vault
  person(): Visitor
  clinician(): Promise<Visitor>
  /** What the authenticator of this clinician shows now. */
  codeOf(clinician: Visitor): string
  close(): Promise<void>
}

export const CLINICIAN = {
  email: 'dana@clinic.example',
  password: 'correct horse battery',
  name: 'Dana Test',
}

const TEST_KEY = randomBytes(32)

type Given = { env?: Record<string, string>; content?: Content; limits?: boolean; webDist?: string }

/** The real app on a database of its own. The clock stands still until a test moves it. */
export async function testApp(given: Given = {}): Promise<TestApp> {
  const database = await testDatabase()
  const config = readConfig({ LOG_LEVEL: 'info', ...given.env })
  const content = given.content ?? loadContent()
  const lines: string[] = []
  const clock = { now: new Date() }
  const authenticators = new Map<Visitor, Authenticator>()
  /** The clinician's, once set up: asked for again, they sign in with a code of it. */
  let known: Authenticator | undefined
  const options: AppOptions = {
    db: database.db,
    content,
    unsigned: true,
    homeTenant: database.tenantId,
    secretKey: TEST_KEY,
    databaseUrl: database.url,
    now: () => clock.now,
    pushToLoopback: true,
    limits: given.limits ?? false,
    logTo: { write: (line) => void lines.push(line) },
    ...(given.webDist !== undefined && { webDist: given.webDist }),
  }
  const app = await buildApp(config, options)
  await app.ready()
  return {
    app,
    database,
    content,
    config,
    lines,
    clock,
    vault: vaultOf(TEST_KEY),
    person: () => new Visitor(app),
    clinician: async () => {
      const { email, password, name } = CLINICIAN
      const passwordHash = await hashPassword(password)
      const { tenantId } = database
      await addStaff(database.db, { tenantId, email, name, role: 'therapist', passwordHash }, clock.now)
      const person = new Visitor(app)
      authenticators.set(person, await signInFully(person, { email, password }, clock.now, known))
      known = authenticators.get(person)
      // The next code is another one: none is taken twice.
      clock.now = new Date(clock.now.getTime() + 30_000)
      return person
    },
    codeOf: (person) => codeNow(authenticators.get(person) ?? { secret: TEST_KEY }, clock.now),
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}

/** An intake with nothing to warn of; `answers` change single answers. Made up. */
export function someIntake(
  content: Content,
  answers: Intake['answers'] = {},
  rest: Partial<Intake> = {},
): Intake {
  const red = content.redFlags.items
    .filter((i) => i.disposition === 'emergency_now')
    .map((i): [string, string] => [i.id, 'no'])
  return {
    format: 'dorsal-intake/1',
    lang: 'en',
    yearOfBirth: 1981,
    sex: 'female',
    camera: true,
    equipment: ['chair', 'wall', 'towel'],
    minutesPerDay: 15,
    daysPerWeek: 5,
    answers: {
      ...Object.fromEntries(red),
      H01: '6-12 weeks',
      H03: ['between blades'],
      H04: ['ache', 'tight'],
      H05: ['sitting', 'desk or laptop'],
      H06: ['walking or moving'],
      H07: 'builds up to evening',
      B01: 9,
      B02: 120,
      ...answers,
    },
    goals: [{ text: 'Sit through a film', now: 4 }],
    measures: { nprs: { now: 3, average: 4, worst: 6 } },
    movementTests: { 'seated-rotation': { left: 33, right: 41, source: 'self' } },
    ...rest,
  }
}

/** A session report over the given plan items, pain and effort easy. Made up. */
export function someReport(
  items: readonly { planItemId: string; exerciseId: string; reps: number | null }[],
  rest: Partial<SessionReport> = {},
  content: Content = loadContent(),
): SessionReport {
  const answers = content.redFlags.preSession
    .filter((p) => p.answerType === 'yes_no')
    .map((p): [string, 'no'] => [p.id, 'no'])
  return {
    id: randomUUID(),
    sessionNumber: 1,
    planVersion: 1,
    mode: 'timer',
    startedAt: '2026-11-21T10:00:00.000Z',
    endedAt: '2026-11-21T10:20:00.000Z',
    before: { answers: Object.fromEntries(answers), pain: 2, sinceLast: 'first' },
    sets: items.map(({ planItemId, exerciseId, reps }) => ({
      planItemId,
      exerciseId,
      set: 1,
      prescribedReps: reps,
      doneReps: reps ?? 0,
      counted: 'timer',
      seconds: 60,
      summary: null,
      pain: 1,
      effort: 3,
    })),
    changes: [],
    painAfter: 2,
    effort: 3,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
    ...rest,
  }
}
