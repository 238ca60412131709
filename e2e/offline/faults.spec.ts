/**
 * Reports through the product's own outbox, over a network that loses, doubles, tears and reorders, to the real server: what goes in
 * comes out, once. `DORSAL_FULL=1` sends more than a thousand; `FAULT_SEED` plays one seed again.
 */
import { randomUUID } from 'node:crypto'
import type { Me, Prescription, SessionReport } from '@dorsal/care'
import { CONSENT_VERSION, weeksDone } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import type { BrowserContext, Page } from '@playwright/test'
import { someIntake } from '../../server/src/test-app.ts'
import { expect, test } from '../product.ts'
import { bundled } from './bundle.ts'
import { type FaultProxy, FAULTS, randomFrom, startFaultProxy } from './fault-proxy.ts'
import type { OutboxUnderTest } from './outbox-page.ts'
import { LONG_FORM } from '../long-form.ts'

const PEOPLE = LONG_FORM ? 8 : 2
const REPORTS = LONG_FORM ? 130 : 30
const SHARE = 0.45
const SEED = Number(process.env['FAULT_SEED'] ?? 20_261_122)

test.use({ settings: { DEMO: '1', TRUST_PROXY: '127.0.0.1', LOG_LEVEL: 'silent' } })
test.setTimeout(LONG_FORM ? 900_000 : 120_000)

const DAY = 86_400_000
const BEGUN = Date.now() - 200 * DAY

/** A made-up session: none, some or all of its sets done, always easy, at a time of its own. */
function reportOf(random: () => number, number: number, { items, preSession }: Prescription): SessionReport {
  const startedAt = BEGUN + number * 1.4 * DAY + Math.floor(random() * 3_600_000)
  const seconds = () => 20 + Math.floor(random() * 100)
  const done = items.filter(() => random() < 0.7)
  const sets = done.map(({ planItemId, exercise, dosage }) => ({
    planItemId,
    exerciseId: exercise.id,
    set: 1,
    prescribedReps: dosage.reps,
    doneReps: Math.floor(random() * 12),
    counted: 'timer' as const,
    seconds: seconds(),
    summary: null,
    pain: 1,
    effort: 3,
  }))
  return {
    id: randomUUID(),
    sessionNumber: number + 1,
    planVersion: 1,
    mode: 'timer',
    minutes: 5 + Math.floor(random() * 16),
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(startedAt + sets.reduce((sum, set) => sum + set.seconds, 60) * 1000).toISOString(),
    before: {
      answers: Object.fromEntries(
        preSession.filter((p) => p.answerType === 'yes_no').map(({ id }): [string, 'no'] => [id, 'no']),
      ),
      pain: 2,
      sinceLast: number === 0 ? 'first' : 'same',
    },
    sets,
    changes: [],
    painAfter: 1,
    effort: 3,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
}

/** What a person's charts and totals are made of. */
const totalsOf = (reports: readonly SessionReport[]) => ({
  sessions: reports.filter(({ sets }) => sets.length > 0).length,
  minutes: reports.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
  seconds: reports.flatMap(({ sets }) => sets).reduce((sum, { seconds }) => sum + seconds, 0),
  reps: reports.flatMap(({ sets }) => sets).reduce((sum, { doneReps }) => sum + doneReps, 0),
  weeks: weeksDone(reports, new Date(BEGUN).toISOString(), new Date().toISOString()),
})
const sorted = (reports: readonly SessionReport[]) => reports.toSorted((a, b) => a.id.localeCompare(b.id))

async function meOf(context: BrowserContext, base: string): Promise<Me> {
  return (await (await context.request.get(`${base}/api/me`)).json()) as Me
}

async function begin(context: BrowserContext, base: string): Promise<Me> {
  const headers = { origin: base }
  const agreed = {
    id: randomUUID(),
    version: CONSENT_VERSION,
    lang: 'en',
    agreedAt: new Date().toISOString(),
  }
  await context.request.post(`${base}/api/consents`, { data: agreed, headers })
  const intake = someIntake(loadContent())
  const sent = await context.request.put(`${base}/api/intakes/${randomUUID()}`, { data: intake, headers })
  expect(sent.ok(), await sent.text()).toBe(true)
  return meOf(context, base)
}

/** One device of one person: sends everything it has from a page with the outbox and nothing else. */
async function deliver(page: Page, proxy: FaultProxy, reports: readonly SessionReport[]) {
  await page.goto(`${proxy.url}/livez`)
  await page.addScriptTag({ url: '/outbox-under-test.js' })
  return page.evaluate(
    (given) => (window as unknown as { outboxUnderTest: OutboxUnderTest }).outboxUnderTest.deliver(given, 4),
    reports as SessionReport[],
  )
}

test('what goes in comes out once, whatever the network does', async ({ product, browser }) => {
  const script = Buffer.from(await bundled('outbox-page.ts'))
  const proxy = await startFaultProxy(product.url, SEED, 0)
  proxy.rewrite = (path, answer) =>
    path === '/outbox-under-test.js'
      ? {
          ...answer,
          status: 200,
          headers: { ...answer.headers, 'content-type': 'text/javascript' },
          body: script,
        }
      : answer
  const random = randomFrom(SEED + 1)
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const context = await browser.newContext()
      const { prescription } = await begin(context, proxy.url)
      if (prescription === null) throw new Error('no prescription')
      const reports = Array.from({ length: REPORTS }, (_, n) => reportOf(random, n, prescription))
      return { context, reports, page: await context.newPage() }
    }),
  )
  proxy.share = SHARE
  const began = performance.now()
  const outcomes = await Promise.all(people.map(({ page, reports }) => deliver(page, proxy, reports)))
  await proxy.settle()
  proxy.share = 0
  expect(outcomes).toEqual(people.map(() => ({ left: 0, refused: [] })))
  for (const { context, reports } of people) {
    const me = await meOf(context, proxy.url)
    const stored = me.history.map(({ report }) => report)
    expect(stored.map(({ id }) => id).sort()).toEqual(reports.map(({ id }) => id).sort())
    expect(sorted(stored)).toEqual(sorted(reports))
    expect(totalsOf(stored)).toEqual(totalsOf(reports))
    // Counted by the server as the reports came in, not from the list: a report that was worked through twice would show here.
    expect((me.prescription?.sessionNumber ?? 0) - 1).toBe(totalsOf(reports).sessions)
    expect(me.decisions.filter(({ kind }) => kind === 'adaptation')).toHaveLength(reports.length)
    await context.close()
  }
  const faults = FAULTS.map((fault) => `${fault} ${proxy.made[fault]}`).join(', ')
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${PEOPLE * REPORTS} reports in = out, seed ${SEED}, ${seconds} s: ${faults}`)
  expect(Math.min(...Object.values(proxy.made)), 'every fault must have been made').toBeGreaterThan(0)
  await proxy.close()
})
