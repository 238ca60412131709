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

test.beforeEach(async ({ page }) => {
  await page.clock.install()
})

test('by the timer, from the first question to what changes next time', async ({ page }) => {
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
