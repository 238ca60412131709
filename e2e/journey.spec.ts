import { COMPONENTS, type Me } from '@dorsal/care'
import type { Page } from '@playwright/test'
import { expect, test, unexpected } from './product.ts'
import { answerBefore, answerEnd, meOf, runUntil } from './session-helpers.ts'
import { album, type Look, PHONE } from './steps/album.ts'
import { openClinic, openRecord, rowOf, signIn } from './steps/clinician.ts'
import { agree, checkBySelf, send, walkIntake } from './steps/intake.ts'
import { untilProposal } from './steps/reports.ts'
import { beginSession, sets } from './steps/session.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

test('from the first page to a next session that reflects the first, and the clinician who decides', async ({
  page,
  browser,
  product,
  problems,
}) => {
  test.setTimeout(400_000)
  await page.clock.install()
  const look = album(page, { journey: 'a', for: 'patient' })
  await test.step('answers, without a camera', async () => {
    await agree(page, look)
    await walkIntake(page, { look })
    await checkBySelf(page, look)
    await send(page, look)
  })
  await test.step('a plan in seven parts, each with its reason', () => readPlan(page, look))
  const first = await test.step('the first session, which hurts a little', () => firstSession(page, look))
  await test.step('a next session that reflects it', () => nextSession(page, look, first))

  const desk = await openClinic({ browser, product, problems })
  const lookAtDesk = album(desk, { journey: 'a-clinic', for: 'clinician' })
  const me = await meOf(page)
  await test.step('the clinician finds the person and reads everything', async () => {
    await lookAtDesk('sign-in')
    await signIn(desk)
    await lookAtDesk('panel')
    await readRecord(desk, me, lookAtDesk)
  })
  await test.step('accepts a change, and the person sees who decided', () =>
    decide(desk, page, me, lookAtDesk, look))
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})

/** All seven parts can be opened and give their reasons. */
async function readPlan(page: Page, look: Look): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Your plan' })).toBeVisible()
  const { plan } = await meOf(page)
  expect(new Set(plan?.items.map((item) => item.component))).toEqual(new Set(COMPONENTS))
  await expect(page.getByText('Sit through a film').first()).toBeVisible()
  await look('plan')
  const parts = page.locator('details').filter({ has: page.locator('summary h3') })
  await expect(parts).toHaveCount(COMPONENTS.length)
  for (const part of await parts.all()) {
    await part.locator('summary').first().click()
    await expect(part.getByText('Because:').first()).toBeVisible()
  }
  await look('plan-open')
}

/** One session by the timer: a complaint in the first set, pain of 6 after it, a word to the therapist. */
async function firstSession(page: Page, look: Look): Promise<Me> {
  const before = await meOf(page)
  await page.getByRole('link', { name: 'Go to my next session' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your next session' })).toBeVisible()
  await look('today')
  await beginSession(page)
  await look('session-before')
  await answerBefore(page)
  await look('session-set-up')
  await page.getByRole('button', { name: 'Start with the timer' }).click()
  await look('session-ready')
  await runUntil(page, 'work')
  await page.clock.runFor(4000)
  await look('session-work')
  await page.getByRole('button', { name: 'That hurts' }).click()
  await look('session-hurts')
  await page.getByRole('button', { name: 'A bit sore or tight' }).click()
  const done = await sets(page, (set) => (set === 1 ? 6 : 2), look)
  expect(done).toBeGreaterThan(1)
  await look('session-end')
  await answerEnd(page, 3, 'The first one was sore.')
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  await look('session-summary')
  await expect(page.getByRole('heading', { name: 'What changes next time, and why' })).toBeVisible()
  return before
}

/** Today's page shows the next session with what changed in it and why; the record holds it. */
async function nextSession(page: Page, look: Look, before: Me): Promise<void> {
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Session 2' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What changed since last time, and why' })).toBeVisible()
  await look('today-next')
  const { prescription, history, plan } = await meOf(page)
  expect(history[0]?.report).toMatchObject({ mode: 'timer', painAfter: 3, note: 'The first one was sore.' })
  expect(plan?.version).toBe((before.plan?.version ?? 0) + 1)
  const because = prescription?.changes.map(({ id }) => id) ?? []
  expect(
    because.some((id) => id.startsWith('adapt.red.')),
    'what hurt gets easier',
  ).toBe(true)
  const changed = page.getByRole('listitem').filter({ hasText: 'it hurt too much, so' })
  await expect(changed.first()).toBeVisible()
}

/** The record on one screen: answers, course, plan, decisions with their rules. */
async function readRecord(desk: Page, me: Me, look: Look): Promise<void> {
  await expect(rowOf(desk, me.patientId)).toBeVisible()
  await openRecord(desk, me.patientId)
  await look('record')
  const main = desk.locator('main')
  for (const part of ['Course', 'Sessions', 'Answers', 'Plan, version 2', 'Decisions and their rules'])
    await expect(main.getByRole('heading', { name: part })).toBeVisible()
  await expect(main.getByText('Between the shoulder blades')).toBeVisible()
  await expect(main.getByRole('img', { name: /^Pain, 0 to/ })).toBeVisible()
  await main.locator('[data-each] summary').first().click()
  await expect(main.getByRole('img', { name: /^Pain \(/ })).toBeVisible()
  await expect(main.getByText(/rule carry-on, content \w{8}, by rules/)).toBeVisible()
  await expect(main.getByText(/\d+ of \d+ repetitions/)).toBeVisible()
}

/** The rules propose more; the clinician accepts with a word, and the person reads who decided what. */
async function decide(desk: Page, page: Page, me: Me, lookAtDesk: Look, look: Look): Promise<void> {
  await untilProposal(page)
  await openRecord(desk, me.patientId)
  await expect(desk.getByRole('button', { name: 'Accept' })).toBeVisible()
  await lookAtDesk('proposal')
  await desk.getByRole('textbox', { name: 'Note to the patient' }).fill('Good work, go on like this.')
  await desk.getByRole('button', { name: 'Accept' }).click()
  await expect(desk.getByText('Nothing waits for you here.')).toBeVisible()
  await lookAtDesk('accepted')
  await page.goto('/plan')
  const card = page.locator('main').getByRole('listitem').filter({ hasText: 'Good work, go on like this.' })
  await expect(card).toContainText('Accepted by your therapist')
  await expect(card).toContainText('two good sessions in a row')
  await look('plan-accepted')
}
