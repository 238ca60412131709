import type { Page } from '@playwright/test'
import { LONG_FORM, ONLY_LONG } from './long-form.ts'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { album, type Look, PHONE } from './steps/album.ts'
import { clinicianAtDesk, lineOf, openRecord, recordOf, rowOf } from './steps/clinician.ts'
import { agree, answerScreen, type Given, SAFE, screenOf, send, walkIntake } from './steps/intake.ts'

test.use({
  viewport: PHONE,
  reducedMotion: 'reduce',
  settings: { EMERGENCY_NUMBER: '112', CRISIS_NUMBER: '116 123', CLINIC_NAME: 'Hill Street Clinic' },
})

/** Time in which a wrong press can be taken back before the clinic's list is told, and a little more. */
const GRACE = 9_000
const EMERGENCY = 'Stop. Get help now.'
const TODAY = 'Please see a doctor today'
const CLINICIAN_FIRST = 'Please talk to a clinician first'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const nobodyKnows = (page: Page) => page.getByText('Nobody has looked at them yet')

/** Answers as given up to wherever that leads. */
async function answersThatWarn(page: Page, given: Given): Promise<void> {
  await page.clock.install()
  await agree(page)
  await walkIntake(page, { given })
}

/** No plan on either side; the task stands in the panel and nobody has acknowledged it. */
async function expectHeld(
  page: Page,
  product: Parameters<typeof recordOf>[0],
  level: string,
  rule: string,
): Promise<void> {
  const me = await meOf(page)
  expect(me).toMatchObject({ plan: null, prescription: null, task: { acknowledgedAt: null } })
  expect(me.triage?.rules).toContain(rule)
  const record = await recordOf(product, me.patientId)
  expect(record.plan).toBeNull()
  expect(record.tasks.find(({ kind }) => kind === 'red-flag')).toMatchObject({ level, acknowledgedAt: null })
  expect((await lineOf(product, me.patientId))?.reasons).toContain('red-flag')
}

/** The card of an emergency: first unsent, then on the clinic's list; never that somebody knows. */
async function expectStopped(page: Page, title: string, number: string, look?: Look): Promise<void> {
  await expect(heading(page, title)).toBeVisible()
  const call = page.getByRole('link', { name: new RegExp(`^Call.*${number}$`) })
  await expect(call.first()).toHaveAttribute('href', `tel:${number.replace(' ', '')}`)
  await expect(page.getByText('Nobody at the clinic knows of them yet.')).toBeVisible()
  await expect(page.getByText(/saw this on/)).toHaveCount(0)
  await look?.('card')
  await page.clock.runFor(GRACE)
  await expect(nobodyKnows(page)).toBeVisible()
  await expect(page.getByText(/saw this on/)).toHaveCount(0)
}

const STOPS = [
  { group: 'severe pain after a fall', rule: 'RF01' },
  { group: 'chest pain', rule: 'RF02' },
  { group: 'trouble breathing', rule: 'RF03' },
  { group: 'fever with severe pain, very ill', rule: 'RF10' },
  { group: 'weak legs', rule: 'RF06' },
  { group: 'trouble with the bladder', rule: 'RF07' },
  { group: 'numbness of the legs', rule: 'RF09' },
  { group: 'numbness between the legs', rule: 'RF08' },
  { group: 'tearing pain that came suddenly', rule: 'RF04' },
  { group: 'fainting', rule: 'RF05' },
  { group: 'severe belly pain', rule: 'RF11' },
] as const

test('every sign of danger shows the stop card at once, and a wrong press is taken back', async ({
  page,
}) => {
  await page.clock.install()
  await agree(page)
  const left = new Set<string>(STOPS.map(({ rule }) => rule))
  for (let guard = 0; left.size > 0 && guard < 40; guard += 1) {
    const name = screenOf(page)
    if (left.delete(name)) {
      await answerScreen(page, name, { [name]: 'Yes' })
      await expect(heading(page, EMERGENCY), name).toBeVisible()
      await page.getByRole('button', { name: 'I pressed the wrong answer' }).click()
      await expect(page).toHaveURL(new RegExp(`q=${name}$`))
    }
    await answerScreen(page, name, SAFE)
    await expect.poll(() => screenOf(page)).not.toBe(name)
  }
  expect([...left]).toEqual([])
})

for (const { group, rule } of STOPS)
  test(`${group}: the stop card at once, no plan, a task that nobody has seen yet`, async ({
    page,
    product,
  }) => {
    // In the short form two stand for all: the test above goes through each.
    test.skip(!LONG_FORM && ![STOPS[0].rule, 'RF07'].includes(rule), ONLY_LONG)
    await answersThatWarn(page, { [rule]: 'Yes' })
    // The card is one for all: in the usual run it is looked at once.
    const look = rule === STOPS[0].rule || LONG_FORM
    await expectStopped(
      page,
      EMERGENCY,
      '112',
      look ? album(page, { journey: `c-${rule}`, for: 'patient' }) : undefined,
    )
    await expectHeld(page, product, 'emergency_now', rule)
  })

const WAITS = {
  RF20: { title: TODAY, level: 'same_day_urgent' },
  RF21: { title: TODAY, level: 'same_day_urgent' },
  RF40: { title: CLINICIAN_FIRST, level: 'see_clinician_first' },
} as const

/** A sign that can wait until somebody has looked: its own card, no plan, a task that nobody has seen yet. */
async function expectWaits(
  page: Page,
  product: Parameters<typeof recordOf>[0],
  rule: keyof typeof WAITS,
): Promise<void> {
  const { title, level } = WAITS[rule]
  await answersThatWarn(page, { [rule]: 'Yes' })
  await send(page)
  await expect(heading(page, title)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112')
  await expect(nobodyKnows(page)).toBeVisible()
  await expect(page.getByText(/saw this on/)).toHaveCount(0)
  await album(page, { journey: `c-${rule}`, for: 'patient' })('card')
  await expectHeld(page, product, level, rule)
}

test('fever: its own card, no plan, a task that nobody has seen yet', async ({ page, product }) => {
  await expectWaits(page, product, 'RF20')
})

test('thoughts of self-harm: a card of its own with the crisis line', async ({ page, product }) => {
  await answersThatWarn(page, { RF12: 'Yes' })
  await expectStopped(
    page,
    'Please talk to somebody now',
    '116 123',
    album(page, { journey: 'c-RF12', for: 'patient' }),
  )
  await expectHeld(page, product, 'emergency_now', 'RF12')
})

test('under 18: a card of its own, and nothing is kept anywhere', async ({ page, product }) => {
  await agree(page)
  const { patientId } = await meOf(page)
  await answerScreen(page, 'born', { ...SAFE, born: String(new Date().getFullYear() - 16) })
  await expect(heading(page, 'This programme is for adults')).toBeVisible()
  await expect(page.getByText('Nothing about your health was stored or sent.')).toBeVisible()
  await album(page, { journey: 'c-under-18', for: 'patient' })('card')
  await expect.poll(async () => (await page.request.get('/api/me')).status()).toBe(401)
  expect(await lineOf(product, patientId)).toBeUndefined()
})

test('feeling very ill: its own card; a clinician sees the sign, says so, clears it with a reason, and only then there is a plan', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await expectWaits(page, product, 'RF21')
  const { patientId } = await meOf(page)
  const desk = await clinicianAtDesk({ browser, product, problems })
  const lookAtDesk = album(desk, { journey: 'c-clinic', for: 'clinician' })
  await expect(rowOf(desk, patientId)).toContainText('Warning sign')
  await openRecord(desk, patientId)
  await expect(desk.getByText('Nobody has acknowledged this yet')).toBeVisible()
  await lookAtDesk('task')

  await desk.getByRole('button', { name: 'I have seen this' }).click()
  await expect(desk.getByText(/Seen by Demo Clinician/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/Demo Clinician of Hill Street Clinic saw this on/)).toBeVisible()
  await expect(nobodyKnows(page)).toHaveCount(0)
  expect((await meOf(page)).plan).toBeNull()

  await desk.getByRole('button', { name: 'Clear after assessment…' }).click()
  const clear = desk.getByRole('button', { name: 'Clear these' })
  await expect(clear).toBeDisabled()
  await desk.getByRole('checkbox', { name: /RF21/ }).check()
  await desk
    .getByRole('textbox', { name: 'Why is it safe to go on?' })
    .fill('Seen today: a cold, nothing more.')
  await lookAtDesk('clearance')
  await clear.click()
  await expect(desk.getByRole('heading', { name: 'Plan, version 1' })).toBeVisible()
  await page.goto('/plan')
  await expect(heading(page, 'Your plan')).toBeVisible()
  expect((await meOf(page)).cleared).toMatchObject({
    by: 'Demo Clinician',
    reason: 'Seen today: a cold, nothing more.',
  })
  await desk.context().close()
})

test('a danger written in free text is asked at once, and the answer stops', async ({ page, product }) => {
  await page.clock.install()
  await agree(page)
  await walkIntake(page, { until: 'H12' })
  await answerScreen(page, 'H12', { H12: 'no fever but I cannot feel my legs' })
  const card = heading(page, EMERGENCY)
  const asked = page.getByText('We ask this because you wrote:')
  await expect(card.or(asked)).toBeVisible()
  if (await asked.isVisible()) {
    await expect(page.getByText('no fever but I cannot feel my legs')).toBeVisible()
    expect(screenOf(page)).toMatch(/^H12\.RF0[6-9]$/)
    await album(page, { journey: 'c-text', for: 'patient' })('asked')
    await page.getByRole('button', { name: 'Yes', exact: true }).click()
  }
  await expectStopped(page, EMERGENCY, '112')
  expect((await meOf(page)).plan).toBeNull()
  expect((await recordOf(product, (await meOf(page)).patientId)).plan).toBeNull()
})

test('weight loss: its own card; an appointment asked for on it becomes a task with the contact', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await expectWaits(page, product, 'RF40')
  const look = album(page, { journey: 'c-appointment', for: 'patient' })
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText('Give an e-mail address or a telephone number')).toBeVisible()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Test Person')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('nobody')
  await expect(page.getByText('This does not look like an e-mail address.')).toBeVisible()
  await look('form')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('person@example.org')
  await page.getByRole('radio', { name: 'In the morning' }).check()
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText(/You asked for an appointment on/)).toBeVisible()
  await look('asked')
  const { patientId } = await meOf(page)
  const desk = await clinicianAtDesk({ browser, product, problems })
  await expect(rowOf(desk, patientId)).toContainText('Wants an appointment')
  await expect(rowOf(desk, patientId)).toContainText('Test Person')
  await openRecord(desk, patientId)
  await expect(desk.getByRole('heading', { name: /Asks for an appointment/ })).toBeVisible()
  await expect(desk.getByRole('link', { name: 'person@example.org' })).toBeVisible()
  await desk.context().close()
})
