import { randomUUID } from 'node:crypto'
import type { Me } from '@dorsal/care'
import type { Page } from '@playwright/test'
import { LONG_FORM } from './long-form.ts'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { album, type Look, PHONE } from './steps/album.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

/** Every screen is looked at where all is asked for; else those that are like no other. */
const some = (look: Look, names: readonly string[]): Look =>
  LONG_FORM ? look : async (name) => (names.includes(name) ? look(name) : undefined)
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const timer = (page: Page) => page.locator('[data-kind]')
const open = (page: Page, name: RegExp) => page.getByRole('link', { name }).click()

test('timers of daily life: kept over a reload, right by the clock, told once, and nothing after a symptom', async ({
  page,
}) => {
  const look = some(album(page, { journey: 'daily', for: 'patient' }), ['cold-no', 'break'])
  await page.clock.install()
  await agree(page)
  await sendSafeIntake(page, { H06: ['walking or moving', 'cold'] })
  await page.goto('/today')
  await expect(page.getByRole('heading', { name: 'In between' })).toBeVisible()
  await look('today')

  await open(page, /^A walk/)
  await expect(page.getByText('Stop if you notice')).toBeVisible()
  await page.getByRole('button', { name: '5 minutes', exact: true }).click()
  await look('walk-before')
  await page.getByRole('button', { name: 'Start: 5 minutes' }).click()
  await expect(timer(page)).toHaveAttribute('data-part', 'begin')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  await page.keyboard.press('Space')
  await look('walk')
  await page.clock.fastForward(120_000)
  await page.reload()
  await expect(timer(page)).toHaveAttribute('data-part', 'main')
  await page.clock.fastForward(400_000)
  await expect(heading(page)).toHaveText('Done')
  await look('walk-end')
  await page.getByRole('button', { name: 'About the same' }).click()
  await expect(page.getByText('1 walk (5 minutes)')).toBeVisible()
  const { done } = (await meOf(page)).daily
  expect(done).toMatchObject([{ kind: 'walk', seconds: 300, ended: 'done', feel: 'same', stop: null }])

  await open(page, /^A short break/)
  await page.getByRole('button', { name: /^Start/ }).click()
  await page.clock.runFor(15_000)
  await expect(page.locator('figure[data-figure]')).toBeVisible()
  await look('break')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('button', { name: 'Back to today' }).click()

  await open(page, /^Cold/)
  await page.getByRole('button', { name: 'No, or not sure' }).click()
  await expect(page.getByRole('button', { name: /^Start/ })).toHaveCount(0)
  await look('cold-no')
  await page.getByRole('button', { name: 'Yes, all of it' }).click()
  await page.getByRole('button', { name: /^Start/ }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0)
  await page.clock.fastForward(241_000)
  await expect(page.getByRole('button', { name: 'My skin looks fine' })).toBeVisible()
  await look('cold-look')
  await page.keyboard.press('h')
  await page.getByRole('button', { name: /^Sharp/ }).click()
  await expect(heading(page)).toHaveText('We stop here for today')
  await look('stopped')
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(page.getByText('cold once')).toBeVisible()
  await expect(page.getByRole('link', { name: /^A walk/ })).toHaveCount(0)
  expect((await meOf(page)).daily.offers).toEqual([])
})

/** A session that was done so many hours ago, as the device reports it. */
async function doneBefore(page: Page, { prescription, plan }: Me, hours: number): Promise<void> {
  const at = new Date(Date.now() - hours * 3_600_000).toISOString()
  const id = randomUUID()
  const [item] = prescription?.items ?? []
  const set = { planItemId: item?.planItemId, exerciseId: item?.exercise.id, set: 1, prescribedReps: 8 }
  const data = {
    id,
    sessionNumber: prescription?.sessionNumber,
    planVersion: plan?.version,
    mode: 'timer',
    startedAt: at,
    endedAt: at,
    before: { answers: { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' }, pain: 2, sinceLast: 'first' },
    sets: [{ ...set, doneReps: 8, counted: 'timer', seconds: 40, summary: null, pain: 2, effort: 2 }],
    changes: [],
    painAfter: 2,
    effort: 2,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
  const reply = await page.request.put(`/api/sessions/${id}/report`, { data })
  expect(reply.ok(), await reply.text()).toBe(true)
}

test('the morning after: three questions, a danger sign asked for where it is much worse, and never asked twice', async ({
  page,
}) => {
  const look = some(album(page, { journey: 'morning', for: 'patient' }), ['since'])
  await agree(page)
  await sendSafeIntake(page)
  // Whatever the hour is here: the day before, by the page's own zone.
  await doneBefore(page, await meOf(page), 24)
  await page.goto('/today')
  await expect(page.getByRole('heading', { name: 'The day after your session' })).toBeVisible()
  await look('today')
  await open(page, /^Tell how it is/)
  await look('since')
  await page.getByRole('button', { name: 'Much worse' }).click()
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect(heading(page)).toContainText('chest pain')
  await page.reload()
  for (let question = 0; question < 4; question += 1) {
    const words = await heading(page).textContent()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await expect(heading(page)).not.toHaveText(words ?? '')
  }
  await expect(heading(page)).toHaveText('How did you sleep?')
  await look('sleep')
  await page.getByRole('button', { name: 'So-so' }).click()
  await expect(heading(page)).toHaveText('Thank you')
  await look('thanks')
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page.getByRole('heading', { name: 'The day after your session' })).toHaveCount(0)
  const { told } = await meOf(page)
  expect(told).toMatchObject([{ kind: 'morning', sinceLast: 'much-worse', pain: null, sleep: 'so-so' }])

  await page.getByRole('link', { name: /^(Start the session|Do another)/ }).click()
  for (let question = 0; question < 4; question += 1) {
    const words = await heading(page).textContent()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await expect(heading(page)).not.toHaveText(words ?? '')
  }
  await page.getByRole('radio', { name: '3', exact: true }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(heading(page)).toHaveText('How is your energy today?')
})
