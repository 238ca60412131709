/** Nothing about the person stays on a device for longer than thirty days after it was last written. */
import { LONG_FORM } from '../long-form.ts'
import { answerBefore, openSession } from '../session-helpers.ts'
import { CUT, expect, madeReady, storedIn, test } from './proxied.ts'

const DAY = 86_400_000

test.use({ expectedErrors: [CUT] })

test('a session that nobody came back to, and the copy of the record, end after thirty days', async ({
  page,
  network,
}) => {
  test.skip(!LONG_FORM, 'the long form')
  await page.clock.install()
  await openSession(page)
  await answerBefore(page)
  await madeReady(page)
  const kept = async () => {
    const { databases } = await storedIn(page)
    return databases.filter(({ store }) => store !== 'keys').map(({ key }) => key)
  }
  expect(await kept()).toEqual(expect.arrayContaining(['session', 'me']))
  network.cut = true
  await page.clock.fastForward(29 * DAY)
  await page.goto('/privacy')
  await page.clock.runFor(4_000)
  expect(await kept()).toEqual(expect.arrayContaining(['session', 'me']))
  await page.clock.fastForward(2 * DAY)
  await page.goto('/privacy')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your privacy')
  await expect
    .poll(async () => {
      await page.clock.runFor(2_000)
      return (await kept()).toSorted()
    })
    .toEqual(['config', 'record'])
})
