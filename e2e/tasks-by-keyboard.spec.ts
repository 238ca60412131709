/** Twelve tasks of a therapist's day, by keyboard alone: each with how many keys it takes, and how long a program needs for it. */
import { type Locator, type Page, test as base } from '@playwright/test'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP } from './steps/album.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { firstAdmin, invited, ok } from './steps/joined-desk.ts'
import { sendSafeIntake, untilProposal } from './steps/reports.ts'

test.use({ reducedMotion: 'reduce', settings: { DEMO: '0', FIRST_PLAN: 'after-clinician' } })

/** More tabs than this to anything on one page are a fault of the page. */
const FAR = 120

/** Somebody at the keyboard, who counts. */
function typist(desk: Page) {
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await desk.keyboard.press(key)
  }
  const type = async (words: string) => {
    keys += words.length
    await desk.keyboard.type(words)
  }
  const tabTo = async (target: Locator, key = 'Tab') => {
    await expect(target).toBeVisible()
    for (let n = 0; n < FAR; n += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return
      await press(key)
    }
    throw new Error(`${FAR} tabs do not lead to ${String(target)}`)
  }
  const task = (name: string, work: () => Promise<void>) =>
    base.step(name, async () => {
      const [from, at] = [keys, Date.now()]
      await work()
      process.stdout.write(
        `by keyboard | ${name} | ${keys - from} keys | ${((Date.now() - at) / 1000).toFixed(1)} s\n`,
      )
    })
  return { press, type, tabTo, task }
}

test('twelve tasks', async ({ page, browser, product, problems }) => {
  test.skip(!LONG_FORM, ONLY_LONG)
  const ada = await firstAdmin({ browser, product, problems })
  const whom = { name: 'Bo Second', email: 'bo@clinic.example', role: 'therapist' }
  await (await invited({ browser, product, problems }, ada, whom)).context().close()
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  const contact = { name: 'Zoë Keyboard', email: 'zoe@example.org', phone: null }
  expect((await page.request.put('/api/me/contact', { data: contact })).ok()).toBe(true)
  const { patientId, proposals } = await meOf(page)
  const first = proposals[0]
  await ok(ada.request, 'POST', `/api/proposals/${first?.id}/answer`, {
    lock: first?.lock,
    action: 'accept',
    note: null,
  })
  await untilProposal(page)
  await page.goto('/messages')
  await page.getByLabel('Your message').fill('Can I do this at work?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Sent. Not read yet.')).toBeVisible()

  await ada.setViewportSize(DESKTOP)
  await ada.goto('/clinician')
  const { press, type, tabTo, task } = typist(ada)
  const link = ada.getByRole('row').getByRole('link', { name: 'Zoë Keyboard' })
  const status = async () => (await meOf(page)).proposals.map((one) => one.status)
  const panel = async () => {
    await ada.goto('/clinician')
    await expect(link).toBeVisible()
    await ada.keyboard.press('j')
    await expect(link).toBeFocused()
  }
  await expect(link).toBeVisible()

  await task('find somebody by name', async () => {
    await press('/')
    await type('zoe')
    await expect(ada.locator('tbody tr[data-index]')).toHaveCount(1)
    await press('Escape')
    await press('j')
    await expect(link).toBeFocused()
  })
  await task('open the record and see what needs an answer', async () => {
    await press('Enter')
    await expect(ada.getByRole('heading', { name: 'Needs you' })).toBeVisible()
  })
  await panel()
  await task('show only people with one reason, and keep that view', async () => {
    const group = ada.getByRole('group', { name: 'Show only' }).getByRole('button').nth(1)
    await tabTo(group, 'Shift+Tab')
    await press('Space')
    await tabTo(ada.locator('summary').filter({ hasText: 'Views' }), 'Shift+Tab')
    await press('Enter')
    await tabTo(ada.getByLabel('Keep what is shown now as'))
    await type('First thing')
    await press('Enter')
    await expect(ada.locator('summary').filter({ hasText: 'Views: First thing' })).toBeVisible()
  })
  await panel()
  await task('answer a message', async () => {
    await press('m')
    await expect(ada.getByLabel('Write to this person')).toBeFocused()
    await type('Yes, on a chair.')
    await press('Control+Enter')
    await expect(ada.locator('article').first()).toContainText('Yes, on a chair.')
  })
  await panel()
  await task('reject a proposal, with words', async () => {
    await press('r')
    await expect(ada.getByRole('textbox', { name: /Why not/ })).toBeFocused()
    await type('Let us wait a week.')
    await press('Tab')
    await press('Enter')
    await expect.poll(status).toContain('rejected')
  })
  await untilProposal(page)
  await panel()
  await task('read a proposal and accept it', async () => {
    await press('a')
    await expect(ada.getByRole('region', { name: 'What waits of Zoë Keyboard' })).toBeVisible()
    await press('a')
    await expect.poll(status).toContain('accepted')
  })
  await panel()
  await task('change one dose', async () => {
    await press('e')
    await expect(ada.getByRole('heading', { name: 'What the rules would do next' })).toBeVisible()
    const sets = ada.getByRole('spinbutton', { name: /: Sets$/ }).first()
    await tabTo(sets)
    await type((await sets.inputValue()) === '2' ? '1' : '2')
    await press('Control+s')
    await type('Other sets for now.')
    await expect(ada.getByRole('button', { name: 'Save this plan' })).toBeEnabled()
    await press('Tab')
    await press('Enter')
    await expect(ada.getByText(/is saved. The patient has it now/)).toBeVisible()
  })
  await panel()
  await task('set a programme of six exercises', async () => {
    await press('e')
    const lines = ada
      .getByRole('list')
      .filter({ has: ada.locator('[data-line]') })
      .first()
      .locator('[data-line]')
    await expect(ada.getByRole('heading', { name: 'What the rules would do next' })).toBeVisible()
    await tabTo(lines.first().getByRole('button').first())
    while ((await lines.count()) > 0) await press('Delete')
    await press('/')
    for (const words of ['seated rot', 'wall angel', 'sit to st', 'bird dog', 'cat', 'chin tuck']) {
      await type(words)
      await press('Enter')
    }
    await expect(lines).toHaveCount(6)
    await press('Control+s')
    await type('New exercises for your week.')
    await expect(ada.getByRole('button', { name: 'Save this plan' })).toBeEnabled()
    await press('Tab')
    await press('Enter')
    await expect(ada.getByText(/is saved. The patient has it now/)).toBeVisible()
  })
  await ada.goto(`/clinician/patients/${patientId}/notes`)
  const kind = ada.getByLabel('New note')
  await expect(kind).toBeVisible()
  const signing = ada.getByRole('button', { name: /^Sign as/ })
  await task('draft a daily note from the record', async () => {
    await tabTo(kind)
    await type('Daily')
    await tabTo(ada.getByRole('button', { name: 'Draft it from the record' }))
    await press('Enter')
    await expect(ada.getByRole('heading', { level: 1, name: 'Daily note' })).toBeVisible()
  })
  await task('write the assessment and sign it', async () => {
    await tabTo(ada.locator('[data-open="true"] textarea').first())
    await type('Turns further and with less guarding than last week.')
    await expect(signing).toBeEnabled()
    await tabTo(signing)
    await press('Enter')
    await expect(ada.getByText(/^Signed by Ada First/)).toBeVisible()
  })
  await task('add words to the signed note', async () => {
    await tabTo(ada.getByLabel('Add to this note'))
    await type('Called the next day: better.')
    await tabTo(ada.getByRole('button', { name: 'Add', exact: true }))
    await press('Enter')
    await expect(ada.getByText(/^Added by Ada First/)).toBeVisible()
  })
  await ada.goto('/clinician/load')
  await task('hand all patients over to a colleague', async () => {
    const card = ada.getByRole('region', { name: 'Hand patients over' })
    await tabTo(card.getByLabel('To whom'))
    await type('Bo')
    await press('Tab')
    await type('Home alone until Friday.')
    await tabTo(card.getByLabel('All of mine'))
    await press('Space')
    await tabTo(card.getByRole('button', { name: 'Hand over all of them' }))
    await press('Enter')
    await expect(card.getByText(/handed over\.$/)).toBeVisible()
  })
  expect(unexpected(problems)).toEqual([])
  await ada.context().close()
})
