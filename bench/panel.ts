/**
 * `npm run bench:panel [people] [sessions each]`: a made-up clinic in a throwaway database, by default 5,000 people with 40 sessions each,
 * twenty other clinics beside it, and what one call of the panel takes, the real app asked without a network: the 50th, 95th and 99th of a
 * hundred, beside the check of the session alone (who am I) and one acceptance of the list. Then how often each large table was read from
 * end to end meanwhile, as the database counts it; once is an error, and so is a 95th above the budget.
 */
import { cpus, loadavg } from 'node:os'
import { ANYBODY } from '@dorsal/care'
import { setup } from '../scripts/vitest-postgres.ts'
import { someIntake, someReport, testApp } from '../server/src/test-app.ts'
import { otherClinic, staffMember, superuser } from '../server/src/test-staff.ts'
import { fill } from './panel/fill.ts'

const TIMES = 100
const BUDGET_MS = 150
const LARGE = 5000
const QUIET = ['app.session_report', 'app.plan', 'app.episode', 'app.check_in']

const [people = 5000, sessions = 40] = process.argv.slice(2).map(Number)
const stop = await setup()
const host = await testApp({ env: { DEMO: '1' } })
const db = await superuser(host)
try {
  const { visitor, staffId } = await staffMember(host, { role: 'therapist', name: 'Bench' })
  const like = await someone()
  for (const table of QUIET) await db.query(`alter table ${table} disable trigger facts_follow`)
  const began = performance.now()
  const { tenantId } = host.database
  await fill(db, { tenantId, like, people, sessions, staffId })
  for (let n = 0; n < 20; n += 1)
    await fill(db, {
      tenantId: await otherClinic(host),
      like,
      people: people / 5,
      sessions: 2,
      staffId: null,
    })
  for (const table of QUIET) await db.query(`alter table ${table} enable trigger facts_follow`)
  await db.query('vacuum analyze')
  const { rows } = await db.query('select count(*)::int as n from app.session_report')
  console.log(
    `${people} people with ${sessions} sessions each, ${rows[0].n} sessions in 21 clinics, made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`)

  const page = (wish: object) => () => visitor.ok('panelPage', { body: { ...ANYBODY, ...wish } })
  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    'session check (who am I)': () => visitor.ok('staffMe'),
    'panel, first page': page({}),
    'panel, page 40': page({ from: Math.max(0, people - 1000) }),
    'panel, mine with a message or a flare-up': page({
      whose: 'mine',
      reasons: ['message-waiting', 'flare'],
    }),
    'panel, by part of a name': page({ name: 'person 12' }),
    'low-risk proposals': () => visitor.ok('lowRisk'),
    'record of one person': () => visitor.ok('patient', { id: like }),
  }
  const before = await scans()
  let slow = false
  for (const [name, ask] of Object.entries(asked)) {
    const times: number[] = []
    for (let n = 0; n < TIMES + 5; n += 1) {
      const at = performance.now()
      await ask()
      if (n >= 5) times.push(performance.now() - at)
    }
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
    console.log(
      `${name}: p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, p99 ${at(0.99).toFixed(1)} ms`,
    )
    slow ||= name.startsWith('panel') && at(0.95) > BUDGET_MS
  }
  const after = await scans()
  const read = [...after].filter(([table, count]) => count > (before.get(table) ?? 0))
  console.log(`large tables read from end to end: ${read.map(([table]) => table).join(', ') || 'none'}`)
  if (slow || read.length > 0) process.exitCode = 1
} finally {
  await db.end()
  await host.close()
  await stop()
}

/** One person with a plan and a session, whom the others are copied from. */
async function someone(): Promise<string> {
  const person = host.person()
  const { patientId } = await person.agree()
  const body = someIntake(host.content)
  type Given = {
    prescription: {
      items: { planItemId: string; exercise: { id: string }; dosage: { reps: number | null } }[]
    }
  }
  const { prescription } = await person.ok<Given>('sendIntake', { id: crypto.randomUUID(), body })
  const items = prescription.items.map((item) => ({
    planItemId: item.planItemId,
    exerciseId: item.exercise.id,
    reps: item.dosage.reps,
  }))
  const report = someReport(items, {}, host.content)
  await person.ok('sendReport', { id: report.id, body: report })
  return patientId
}

/** How often each large table was read from end to end so far. */
async function scans(): Promise<ReadonlyMap<string, number>> {
  // What a connection counted is told within a second of its being idle.
  await new Promise((done) => setTimeout(done, 1500))
  const { rows } = await db.query(
    `select schemaname || '.' || relname as name, seq_scan::int as n from pg_stat_user_tables where n_live_tup > $1`,
    [LARGE],
  )
  return new Map(rows.map(({ name, n }) => [name, n]))
}
