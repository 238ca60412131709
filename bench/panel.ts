/**
 * `npm run bench:panel [people] [sessions each] [other clinics] [times]`: a made-up clinic in a throwaway database, by default 5,000 people with
 * 200 sessions each, and 49 other clinics beside it with 500 people and 4 sessions each. What one call of the panel, of a record, of a
 * person's own page and of the check of a session takes, the real app asked without a network: the 50th, 95th and 99th of a hundred. All are
 * asked in turn, so that whatever else the machine does falls on all of them; beside them, everybody's need made from the records, as the panel
 * did before it was kept. Then which large tables were read from end to end: as PostgreSQL explains it, and as it counted it meanwhile.
 * One is an error, and so is a 95th above the budget.
 */
import { cpus, loadavg } from 'node:os'
import { ANYBODY, ReasonChip } from '@dorsal/care'
import { setup } from '../scripts/vitest-postgres.ts'
import { issueSecret } from '../server/src/access/patient-secret.ts'
import { staffOf } from '../server/src/access/sessions.ts'
import { inClinic } from '../server/src/db/connect.ts'
import { planOfCareDays } from '../server/src/note/plan-of-care.ts'
import { needsOf } from '../server/src/panel/need.store.ts'
import { someIntake, someReport, testApp } from '../server/src/test-app.ts'
import { otherClinic, staffMember, superuser } from '../server/src/test-staff.ts'
import { fill } from './panel/fill.ts'
import { endToEnd } from './panel/plans.ts'

const BUDGETS: readonly [RegExp, number][] = [
  [/^panel/, 150],
  [/^session check/, 2],
]
const LARGE = 5000

const given = process.argv.slice(2).map(Number)
const [people = 5000, sessions = 200, others = 49, times = 100] = given
const stop = await setup()
const host = await testApp({ env: { DEMO: '1' } })
const db = await superuser(host)
const load = () => loadavg()[0]?.toFixed(1)
try {
  const { visitor, staffId, token } = await staffMember(host, { role: 'therapist', name: 'Bench' })
  const like = await someone()
  const began = performance.now()
  const { tenantId } = host.database
  await fill(db, { tenantId, like, people, sessions, staffId })
  for (let n = 0; n < others; n += 1)
    await fill(db, {
      tenantId: await otherClinic(host),
      like,
      people: people / 10,
      sessions: 4,
      staffId: null,
    })
  await db.query('vacuum analyze')
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const count = async (where: string) =>
    (await db.query<{ n: number }>(`select count(*)::int as n from app.session_report ${where}`)).rows[0]?.n
  const own = await count(`where tenant_id = '${tenantId}'`)
  console.log(
    `${people} people with ${own} sessions in one clinic, ${await count('')} sessions in ${others + 1} clinics, made in ${seconds} s`,
  )

  const one = await someOther(tenantId)
  const person = host.person()
  person.cookies.set('dorsal_me', await issueSecret(host.database.db, tenantId, one, host.clock.now))
  const page = (wish: object) => () => visitor.ok('panelPage', { body: { ...ANYBODY, ...wish } })
  const plainly = { ids: null, now: host.clock.now, planOfCareDays: planOfCareDays(host.content) }
  const asked: Readonly<Record<string, () => Promise<unknown>>> = {
    'session check': () => staffOf(host.database.db, token, host.clock.now),
    'a whole request (who am I)': () => visitor.ok('staffMe'),
    'panel, first page': page({}),
    'panel, page 40': page({ from: Math.max(0, people - 1000) }),
    'panel, by part of a name': page({ name: 'person 12' }),
    ...Object.fromEntries(
      (['mine', 'covered', 'nobody', staffId] as const).map((whose) => [
        `panel, ${whose === staffId ? 'of a colleague' : whose}`,
        page({ whose }),
      ]),
    ),
    'panel, of a phase': page({ phase: 'early' }),
    ...Object.fromEntries(
      ReasonChip.options.map((reason) => [`panel, ${reason}`, page({ reasons: [reason] })]),
    ),
    'panel, after ten changes and with them': () => tenChanges(tenantId).then(page({})),
    'low-risk proposals': () => visitor.ok('lowRisk'),
    'loads of the clinic': () => visitor.ok('caseloads'),
    'record of one person': () => visitor.ok('patient', { id: one }),
    'own page of one person (me)': () => person.ok('me'),
    // A fifth as often.
    'everybody from the records, as before': () =>
      inClinic(host.database.db, tenantId, (tx) => needsOf(tx, plainly)),
  }
  const first = performance.now()
  await page({})()
  console.log(`first page of all, everybody made anew: ${(performance.now() - first).toFixed(0)} ms`)

  const large = await largeTables()
  for (const [name, ask] of Object.entries(asked)) {
    const { asked: queries, tables } = await endToEnd(db, tenantId, ask)
    const ends = tables.filter((table) => large.has(table))
    if (ends.length > 0) process.exitCode = 1
    console.log(`EXPLAIN of ${name}: ${queries} queries, sequential scans: ${ends.join(', ') || 'none'}`)
  }

  const before = await scans()
  const took = new Map(Object.keys(asked).map((name): [string, number[]] => [name, []]))
  console.log(`${cpus().length} cores, load ${load()} before`)
  for (let n = 0; n < times + 5; n += 1)
    for (const [name, ask] of Object.entries(asked)) {
      if (name.includes('as before') && n % 5 > 0) continue
      const at = performance.now()
      await ask()
      if (n >= 5) took.get(name)?.push(performance.now() - at)
    }
  const after = await scans()
  for (const [name, all] of took) {
    const sorted = all.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
    const budget = BUDGETS.find(([which]) => which.test(name))?.[1] ?? Infinity
    const over = at(0.95) > budget
    if (over) process.exitCode = 1
    console.log(
      `${name}: p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, p99 ${at(0.99).toFixed(1)} ms${over ? ` (over ${budget})` : ''}`,
    )
  }
  console.log(`load ${load()} after`)
  const read = [...after].filter(([table, count]) => count > (before.get(table) ?? 0))
  console.log(
    `large tables read from end to end meanwhile: ${read.map(([table]) => table).join(', ') || 'none'}`,
  )
  if (read.length > 0) process.exitCode = 1
} catch (error) {
  console.log(host.lines.slice(-3).join('\n'))
  throw error
} finally {
  await db.end()
  await host.close()
  await stop()
}

async function someOther(tenantId: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select patient_id as id from app.patient where tenant_id = $1 and label = 'P11'`,
    [tenantId],
  )
  return rows[0]?.id ?? ''
}

/** Ten people's tasks change, as ten requests would change them. */
async function tenChanges(tenantId: string): Promise<void> {
  await db.query(
    `update app.task set level = 'caution' where tenant_id = $1 and closed_at is null
       and patient_id in (select patient_id from app.task where tenant_id = $1 and closed_at is null limit 10)`,
    [tenantId],
  )
}

async function largeTables(): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ name: string }>(
    'select relname as name from pg_stat_user_tables where n_live_tup > $1',
    [LARGE],
  )
  return new Set(rows.map(({ name }) => name))
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
