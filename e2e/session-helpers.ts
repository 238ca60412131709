/** A person with a plan, and quick ways through the parts of a session that a test is not about. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Intake, IntakeReply, Me, Prescription } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { LONG_FORM } from './long-form.ts'
import { agreeAtOnce } from './steps/intake.ts'

const OUTPUT = fileURLToPath(new URL('./output/', import.meta.url))
const SIZES = { phone: [390, 844], desktop: [1440, 900], landscape: [844, 390] } as const

/** Screenshots for somebody to look at, in the short form of the phone alone, and axe on what they show. */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  const { phone } = SIZES
  for (const [size, [width, height]] of Object.entries(LONG_FORM ? SIZES : { phone })) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: path.join(OUTPUT, `session-${name}-${size}.png`) })
  }
  if (before) await page.setViewportSize(before)
  await expectAccessible(page, name)
}

function intake(minutesPerDay: number): Intake {
  const emergencies = loadContent().redFlags.items.filter((item) => item.disposition === 'emergency_now')
  return {
    format: 'dorsal-intake/1',
    lang: 'en',
    yearOfBirth: 1961,
    sex: 'female',
    camera: false,
    equipment: ['chair', 'wall'],
    minutesPerDay,
    daysPerWeek: 5,
    answers: {
      ...Object.fromEntries(emergencies.map((item) => [item.id, 'no'])),
      H01: '6-12 weeks',
      H03: ['between blades'],
      H04: ['ache', 'tight'],
      H05: ['sitting', 'desk or laptop'],
      H06: ['walking or moving'],
      H07: 'builds up to evening',
    },
    goals: [{ text: 'Sit through a film', now: 4 }],
    measures: { nprs: { now: 3, average: 4, worst: 6 } },
    movementTests: {},
  }
}

/** Agrees on the page, gets a plan through the API with the same cookie, and opens the first session. */
export async function openSession(page: Page, minutes = 5): Promise<Prescription> {
  await agreeAtOnce(page)
  const reply = await page.request.put(`/api/intakes/${randomUUID()}`, { data: intake(minutes) })
  expect(reply.ok(), await reply.text()).toBe(true)
  const { prescription } = (await reply.json()) as IntakeReply
  if (prescription === null) throw new Error('no prescription')
  // A server that is slower than the page's patience leaves it with what it knew before: no session. Then it is asked again.
  await expect(async () => {
    await page.goto('/session')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('chest pain', { timeout: 20_000 })
  }).toPass()
  return prescription
}

/** "No" to all danger signs, this pain now. */
export async function answerBefore(page: Page, pain = 3): Promise<void> {
  for (let question = 0; question < 4; question += 1) {
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(heading ?? '')
  }
  await page.getByRole('radio', { name: String(pain), exact: true }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  const energy = page.getByRole('button', { name: 'Good', exact: true })
  if (pain < 7) await energy.click()
}

export const player = (page: Page, phase?: string) =>
  page.locator(phase === undefined ? '[data-phase]' : `[data-phase="${phase}"]`)

/** Lets the page's clock run until the player stands in this phase. */
export async function runUntil(page: Page, phase: string | RegExp, seconds = 900): Promise<void> {
  const is = async () => {
    const name =
      (await page
        .locator('[data-counts]')
        .getAttribute('data-phase')
        .catch(() => null)) ?? 'gone'
    return typeof phase === 'string' ? name === phase : phase.test(name)
  }
  for (let passed = 0; passed < seconds; passed += 2) {
    if ((await page.locator('[data-counts]').count()) === 0 || (await is())) return
    await page.clock.runFor(2000)
  }
  throw new Error(`The player never came to ${String(phase)}`)
}

/** All exercises by the timer to the questions at the end, with this pain and effort after each set. */
export async function runAllSets(page: Page, pain = 3, effort = 3): Promise<number> {
  let sets = 0
  for (let guard = 0; guard < 60; guard += 1) {
    await runUntil(page, 'after')
    if ((await player(page, 'after').count()) === 0) return sets
    sets += 1
    await answerSet(page, pain, effort)
    await page.locator('[data-control="next"]').click()
  }
  throw new Error('The session has no end')
}

export async function answerSet(page: Page, pain: number, effort: number): Promise<void> {
  const [first, second] = [
    page.getByRole('group', { name: 'Pain in this set' }),
    page.getByRole('group', { name: 'How hard was it?' }),
  ]
  await first.getByRole('radio').nth(pain).check()
  await second.getByRole('radio').nth(effort).check()
}

/** The four questions at the end; the report is kept after them. */
export async function answerEnd(page: Page, pain = 2, note = ''): Promise<void> {
  await page.getByRole('radio').nth(pain).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('radio').nth(3).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  if (note !== '') await page.getByLabel(/Your words/).fill(note)
  await page.getByRole('button', { name: 'Finish' }).click()
}

export async function meOf(page: Page): Promise<Me> {
  return (await (await page.request.get('/api/me')).json()) as Me
}
