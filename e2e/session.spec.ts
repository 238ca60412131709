import { expect, test } from './product.ts'
import {
  answerBefore,
  answerEnd,
  look,
  meOf,
  openSession,
  player,
  runAllSets,
  runUntil,
} from './session-helpers.ts'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'

test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

test('by the timer, from the first question to what changes next time', async ({ page }) => {
  // The first journey goes the same way.
  test.skip(!LONG_FORM, ONLY_LONG)
  const prescription = await openSession(page)
  await look(page, 'before')
  await answerBefore(page)
  await look(page, 'set-up')
  await page.locator('[data-way="timer"]').click()
  await expect(player(page, 'ready')).toBeVisible()
  await look(page, 'ready')
  await runUntil(page, 'work')
  await page.clock.runFor(4000)
  await look(page, 'work')
  await runUntil(page, 'after')
  await look(page, 'after')
  const sets = await runAllSets(page)
  expect(sets).toBeGreaterThanOrEqual(prescription.items.length)
  await look(page, 'end')
  await answerEnd(page, 2, 'Felt fine.')
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  await look(page, 'summary')
  await expect(page.getByRole('heading', { name: /What changes next time/ })).toBeVisible()
  const { history, prescription: next } = await meOf(page)
  expect(history).toHaveLength(1)
  const report = history[0]?.report
  expect(report?.sets.length).toBe(sets)
  expect(
    report?.sets.every((set) => set.prescribedReps === null || set.doneReps === set.prescribedReps),
  ).toBe(true)
  expect(report).toMatchObject({ mode: 'timer', painAfter: 2, note: 'Felt fine.', stop: null })
  expect(next?.sessionNumber).toBe(2)
})

test('a person with little time takes the short one', async ({ page }) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  const { minutes, items } = await openSession(page, 20)
  await answerBefore(page)
  const time = page.getByRole('group', { name: 'How much time do you have?' })
  await expect(time.getByRole('radio', { name: `${minutes} min` })).toBeChecked()
  const shown = page.getByRole('listitem')
  await expect(shown).toHaveCount(items.length)
  await time.getByRole('radio', { name: '5 min' }).check()
  expect(await shown.count()).toBeLessThan(items.length)
  await look(page, 'short')
  await page.locator('[data-way="timer"]').click()
  await runAllSets(page)
  await answerEnd(page, 2, '')
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  expect((await meOf(page)).history[0]?.report.minutes).toBe(5)
})

test('by the keyboard alone, with a pause that loses nothing', async ({ page }) => {
  await openSession(page)
  for (let question = 0; question < 4; question += 1) {
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    await page.getByRole('button', { name: 'No', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(heading ?? '')
  }
  await page.getByRole('radio', { name: '0, no pain' }).focus()
  for (let pain = 0; pain < 3; pain += 1) await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Continue' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Good', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-way="timer"]').focus()
  await page.keyboard.press('Enter')
  await expect(player(page, 'ready')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(player(page, 'work')).toBeVisible()
  await page.clock.runFor(6000)
  const shown = () => page.locator('svg text').allTextContents()
  await page.keyboard.press('Space')
  await expect(page.locator('[data-paused="person"]')).toBeVisible()
  const before = await shown()
  await page.clock.runFor(60_000)
  expect(await shown()).toEqual(before)
  await page.keyboard.press('Space')
  await expect(page.locator('[data-paused="no"]')).toBeVisible()
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog', { name: 'What is it like?' })).toBeVisible()
  await look(page, 'hurts')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Space')
  await page.keyboard.press('e')
  await expect(page.getByRole('region', { name: 'What changed' })).toContainText('As you asked')
  await look(page, 'eased')
  await page.keyboard.press('s')
  await expect(page.getByRole('heading', { name: 'How strong is your pain now?' })).toBeVisible()
  await answerEnd(page)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  const report = (await meOf(page)).history[0]?.report
  expect(report?.stop).toMatchObject({ rule: 'SS13' })
  expect(report?.changes[0]?.because.id).toMatch(/^within\.asked/)
})

test('a danger sign before the start shows its card, and the server has it', async ({ page }) => {
  await openSession(page)
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'Stop. Get help now.' })).toBeVisible()
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  await look(page, 'emergency')
  const me = await meOf(page)
  expect(me.history[0]?.report).toMatchObject({
    sets: [],
    stop: { rule: 'PS1' },
    before: { answers: { PS1: 'yes' } },
  })
  expect(me).toMatchObject({ next: 'escalate', prescription: null })
})

test('strong pain before the start leaves rest and breathing', async ({ page }) => {
  await openSession(page)
  await answerBefore(page, 7)
  await expect(page.getByRole('heading', { name: 'Today is for rest' })).toBeVisible()
  await page.getByRole('button', { name: 'Start breathing' }).click()
  await page.clock.runFor(5000)
  await look(page, 'recovery')
  await page.getByRole('button', { name: 'Done for today' }).click()
  await answerEnd(page, 6)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  expect((await meOf(page)).history[0]?.report).toMatchObject({ sets: [], stop: { rule: 'SS11' } })
})

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/Failed to load resource: net::/] })

  test('the report is kept, never called saved, and arrives exactly once when the connection is back', async ({
    page,
    context,
  }) => {
    await openSession(page)
    await answerBefore(page)
    await page.locator('[data-way="timer"]').click()
    await runUntil(page, 'work')
    await page.clock.runFor(8000)
    await context.setOffline(true)
    await page.locator('[data-control="stop"]').click()
    await answerEnd(page)
    await expect(page.locator('[data-report="kept"]')).toBeVisible()
    await page.clock.runFor(20_000)
    await expect(page.locator('[data-report="kept"]')).toBeVisible()
    await expect(page.getByText('Saved.')).toHaveCount(0)
    await look(page, 'kept')
    const sent: string[] = []
    page.on('requestfinished', (request) => {
      if (request.method() === 'PUT') sent.push(request.url())
    })
    await context.setOffline(false)
    await page.clock.runFor(400_000)
    await expect(page.locator('[data-report="sent"]')).toBeVisible()
    expect(new Set(sent).size).toBe(1)
    expect((await meOf(page)).history).toHaveLength(1)
  })
})

test('a reload in the middle of a set loses nothing', async ({ page }) => {
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'after')
  await page.locator('[data-control="next"]').click()
  await runUntil(page, 'work')
  await page.clock.runFor(9000)
  await page.locator('[data-control="pause"]').click()
  const shown = await page.locator('svg text').allTextContents()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You have a session that is not finished' })).toBeVisible()
  await look(page, 'unfinished')
  await page.getByRole('button', { name: 'Go on where I was' }).click()
  await expect(page.locator('[data-paused="reopened"]')).toBeVisible()
  expect(await page.locator('svg text').allTextContents()).toEqual(shown)
  await page.reload()
  await page.getByRole('button', { name: 'End it and send what I did' }).click()
  await expect.poll(async () => (await meOf(page)).history.length).toBe(1)
  const report = (await meOf(page)).history[0]?.report
  expect(report?.sets.length).toBe(2)
})

test('sharp pain ends that exercise, the session goes on, and the reason reaches the clinic', async ({
  page,
}) => {
  await openSession(page)
  await answerBefore(page)
  await page.locator('[data-way="timer"]').click()
  await runUntil(page, 'work')
  await page.clock.runFor(3000)
  const name = await page.getByRole('heading', { level: 1 }).textContent()
  await page.locator('[data-control="hurts"]').click()
  await page.locator('[data-hurt="sharp"]').click()
  await expect(page.getByRole('region', { name: 'What changed' })).toContainText('therapist')
  await page.locator('[data-control="next"]').click()
  await runUntil(page, 'ready')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name ?? '')
  await page.locator('[data-control="stop"]').click()
  await answerEnd(page)
  await expect(page.locator('[data-report="sent"]')).toBeVisible()
  expect((await meOf(page)).history[0]?.report.stop?.rule).toBe('SS05')
})
