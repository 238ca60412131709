import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import {
  answerBefore,
  answerEnd,
  look,
  meOf,
  openSession,
  player,
  runAllSets,
  runUntil,
} from '../session-helpers.ts'
import { agree, answerScreen, SAFE } from '../steps/intake.ts'
import { CUT, expect, madeReady, storedIn, test } from './proxied.ts'
import { LONG_FORM, ONLY_LONG } from '../long-form.ts'

test.use({ expectedErrors: [CUT] })
test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const kept = (page: Page) => page.locator('[data-kept]')

/** The session of today by the timer, up to its summary; gives back how many sets it had. */
async function wholeSession(page: Page, note: string): Promise<number> {
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  const sets = await runAllSets(page)
  await answerEnd(page, 2, note)
  return sets
}

/** Ends a session that runs, at once. */
async function shortSession(page: Page): Promise<void> {
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'work')
  await page.clock.runFor(8_000)
  await page.locator('[data-control="stop"]').click()
  await answerEnd(page)
  await expect(page.locator('[data-report]')).toBeVisible()
}

const leave = (page: Page) => page.getByRole('button', { name: 'Done', exact: true }).click()

test('after one visit with a plan everything works in flight mode: reload, a whole session, the next one, a danger sign', async ({
  page,
  network,
}) => {
  await openSession(page)
  await madeReady(page)
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A window of a test is a private one, which no browser installs from.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  network.cut = true
  await page.reload()
  await expect(heading(page)).toContainText('chest pain')
  for (const path of ['/', '/plan', '/progress', '/library', '/library?q=cat-cow', '/privacy', '/today']) {
    await page.goto(path)
    await expect(heading(page), path).not.toHaveText(/could not be shown|nothing here/)
  }
  await expect(page.getByText('You are offline.')).toBeVisible()
  await page.getByRole('link', { name: 'Start the session' }).click()
  const sets = await wholeSession(page, 'Felt fine, a zebra.')
  await expect(page.locator('[data-report="kept"]')).toBeVisible()
  await leave(page)
  await expect(heading(page)).toHaveText('Done for today')
  await expect(kept(page)).toContainText('A session report, since')
  await look(page, 'offline-today')
  await expect(page.getByRole('heading', { name: 'Session 2' })).toBeVisible()

  await page.reload()
  await page.getByRole('link', { name: 'Do another session anyway' }).click()
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Stop. Get help now.' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(/\/result$/)
  await page.goto('/session')
  await expect(page).toHaveURL(/\/result$/)

  network.cut = false
  // Time passes in steps, each of which leaves the answers of the server time to come.
  await expect
    .poll(async () => {
      await page.clock.runFor(10_000)
      return (await meOf(page)).history.length
    })
    .toBe(2)
  const me = await meOf(page)
  // The clock of this page runs ahead, and either may have been tried first when the connection came back.
  const [first, second] = me.history
    .map(({ report }) => report)
    .toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))
  expect([first?.sets.length, second?.sets.length]).toEqual([sets, 0])
  expect(first?.note).toBe('Felt fine, a zebra.')
  expect(me.next).toBe('escalate')
  await expect(page.getByText(/are on this device only/)).toHaveCount(0)
})

test('nothing about health lies readable on the device, and what waits can be opened nowhere else', async ({
  page,
  network,
}) => {
  const { items } = await openSession(page)
  await madeReady(page)
  const { patientId } = await meOf(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'work')
  await page.clock.runFor(5_000)
  const running = await storedIn(page)
  network.cut = true
  await page.locator('[data-control="stop"]').click()
  await answerEnd(page, 2, 'A zebra in my shoulder.')
  await expect(page.locator('[data-report="kept"]')).toBeVisible()
  const waiting = await storedIn(page)
  network.cut = false
  await page.clock.runFor(400_000)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  const sent = await storedIn(page)
  const words = [
    patientId,
    items[0]?.exercise.name ?? '-',
    'zebra',
    'planItemId',
    'painAfter',
    'prescription',
    'answers',
  ]
  for (const { databases, small } of [running, waiting, sent]) {
    const text = JSON.stringify([databases, small])
    expect(databases.length).toBeGreaterThan(3)
    for (const word of words) expect(text, word).not.toContain(word)
    expect(databases.filter(({ value }) => value === 'a key, not extractable')).toHaveLength(1)
    expect(text).not.toContain('a key, extractable')
  }
  expect(running.databases.map(({ store }) => store)).toContain('draft')
  expect(waiting.databases.find(({ store }) => store === 'reports')?.value).toMatchObject({ state: 'queued' })
  expect(sent.databases.find(({ store }) => store === 'reports')?.value).toMatchObject({
    state: 'sent',
    sealed: null,
  })
})

test('a session runs in one window at a time, and moves to another without a loss', async ({
  page,
  context,
}) => {
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'work')
  await page.clock.runFor(3_000)
  const second = await context.newPage()
  await second.clock.install()
  await second.goto('/session')
  await expect(heading(second)).toHaveText('Your session is open in another window')
  await expectAccessible(second, 'another window')
  await second.getByRole('button', { name: 'Go on in this window' }).click()
  await expect(heading(second)).toHaveText('You have a session that is not finished')
  await expect(heading(page)).toHaveText('Your session is open in another window')
  await second.getByRole('button', { name: 'Go on where I was' }).click()
  await expect(player(second, 'work')).toBeVisible()
  await second.locator('[data-control="stop"]').click()
  await answerEnd(second)
  await expect(second.locator('[data-report="sent"]')).toBeVisible()
  expect((await meOf(second)).history).toHaveLength(1)
})

test('two windows send what waits once', async ({ page, context, network }) => {
  test.skip(!LONG_FORM, 'the long form')
  await openSession(page)
  await madeReady(page)
  network.cut = true
  await shortSession(page)
  const second = await context.newPage()
  network.cut = false
  const puts: string[] = []
  context.on('request', (request) => {
    if (request.method() === 'PUT') puts.push(request.url())
  })
  await Promise.all([second.goto('/today'), page.clock.runFor(400_000)])
  await expect.poll(async () => (await meOf(page)).history.length).toBe(1)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  expect(puts).toHaveLength(1)
  await expect(kept(second)).toHaveCount(0)
})

test('without room on the disk a report is not called kept, and is sent from the open page', async ({
  page,
  network,
}) => {
  test.skip(!LONG_FORM, 'the long form')
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'work')
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    }
  })
  network.cut = true
  await page.locator('[data-control="stop"]').click()
  await answerEnd(page)
  await expect(page.locator('[data-report="loose"]')).toBeVisible()
  network.cut = false
  await page.clock.runFor(400_000)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  expect((await meOf(page)).history).toHaveLength(1)
})

test('what could not be sent for thirty days is gone, and says so; a clock that leaps removes nothing', async ({
  page,
  network,
}) => {
  test.skip(!LONG_FORM, 'the long form')
  const day = 86_400_000
  await openSession(page)
  await madeReady(page)
  network.cut = true
  await shortSession(page)
  await leave(page)
  await page.clock.fastForward(400 * day)
  await page.reload()
  await page.clock.runFor(10_000)
  await expect(kept(page)).toBeVisible()
  await page.clock.fastForward(2 * day)
  // The copy of the record has ended with it: what is left is told where it is kept.
  await page.goto('/privacy')
  await page.clock.runFor(10_000)
  await expect(page.locator('[data-gone]')).toContainText('could not be sent for 30 days')
  await expect(kept(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'I have read this' }).click()
  await expect(page.locator('[data-gone]')).toHaveCount(0)
})

test('an intake that was begun is kept for thirty days, and not longer', async ({ page, network }) => {
  test.skip(!LONG_FORM, 'the long form')
  const day = 86_400_000
  await agree(page)
  await answerScreen(page, 'born', SAFE)
  await expect
    .poll(async () => {
      await page.clock.runFor(2_000)
      return page.evaluate(() => navigator.serviceWorker.controller !== null)
    })
    .toBe(true)
  network.cut = true
  const goOn = page.getByRole('link', { name: 'Go on where I stopped' })
  for (const days of [29, 2]) {
    await page.clock.fastForward(days * day)
    await page.goto('/')
    if (days === 29) await expect(goOn).toBeVisible()
  }
  await expect(page.getByRole('link', { name: 'Start now', exact: true })).toBeVisible()
  expect((await storedIn(page)).databases.filter(({ key }) => key === 'draft')).toEqual([])
})

test('erasing with reports that wait asks first', async ({ page, network }) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  await openSession(page)
  await madeReady(page)
  network.cut = true
  await shortSession(page)
  await leave(page)
  await page.goto('/privacy')
  await expect(kept(page)).toBeVisible()
  await page.getByRole('button', { name: 'Erase my record' }).click()
  await expect(page.locator('[data-unsent="1"]')).toContainText('gone for good')
  await look(page, 'offline-privacy')
  network.cut = false
  await page.getByRole('button', { name: 'Send first' }).click()
  await expect(page.locator('[data-unsent]')).toHaveCount(0)
  expect((await meOf(page)).history).toHaveLength(1)
  await page.getByRole('button', { name: 'Yes, erase everything' }).click()
  await expect(page.getByText(/^Erased:/)).toBeVisible()
  const { databases, files, small } = await storedIn(page)
  expect({ databases, files, small }).toEqual({ databases: [], files: [], small: { cookie: '' } })
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})

test('a new version waits until it is taken, comes whole, and leaves nothing of the old one', async ({
  page,
  network,
}) => {
  const versions = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('dorsal-shell-')))
  await openSession(page)
  await madeReady(page)
  const [old = ''] = await versions()
  network.rewrite = (path, answer) => {
    const text = answer.body.toString()
    if (path === '/sw.js')
      return { ...answer, body: Buffer.from(text.replaceAll(old.replace('dorsal-shell-', ''), 'newer')) }
    if (!String(answer.headers['content-type']).includes('text/html')) return answer
    return { ...answer, body: Buffer.from(text.replace('<html ', '<html data-newer ')) }
  }
  const newer = page.locator('html[data-newer]')
  await answerBefore(page)
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
  await expect.poll(async () => (await versions()).length).toBe(2)
  await expect(page.locator('[data-new-version]')).toHaveCount(0)
  await page.goto('/plan')
  await expect(newer).toHaveCount(0)
  await expect(page.locator('[data-new-version]')).toBeVisible()
  await expectAccessible(page, 'new version')
  await page.getByRole('button', { name: 'Use the new version' }).click()
  await expect(newer).toHaveCount(1)
  await expect.poll(versions).toEqual(['dorsal-shell-newer'])
  await expect(page.locator('[data-new-version]')).toHaveCount(0)
  network.cut = true
  await page.reload()
  await expect(newer).toHaveCount(1)
  await expect(heading(page)).toHaveText('Your plan')
})

test('a new version that does not come whole is none', async ({ page, network }) => {
  test.skip(!LONG_FORM, 'the long form')
  const versions = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('dorsal-shell-')))
  await openSession(page)
  await madeReady(page)
  const [old = ''] = await versions()
  // The worker of a newer build, while the page is still that of another: two servers in the middle of an update.
  network.rewrite = (path, answer) => {
    const text = answer.body.toString()
    if (path !== '/sw.js') return answer
    const other = text.replaceAll(/\/assets\/patient-[\w-]+/g, '/assets/patient-other')
    return { ...answer, body: Buffer.from(other.replaceAll(old.replace('dorsal-shell-', ''), 'newer')) }
  }
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update().catch(() => undefined)
    const { installing } = registration ?? {}
    if (installing)
      await new Promise((done) => installing.addEventListener('statechange', done, { once: true }))
  })
  expect(await versions()).toEqual([old])
  network.cut = true
  await page.goto('/plan')
  await expect(heading(page)).toHaveText('Your plan')
})
