/** One screen for a visit: its note is written, the next visit booked and the plan changed where the visit is, and nothing typed on the way is lost. */
import {
  dayAfter,
  dayOf,
  type DeskVisit,
  type Needs,
  noteOfVisit,
  type Reply,
  type ScheduleSetup,
  wallOf,
  wallToInstant,
  weekdayOf,
} from '@dorsal/care'
import type { Page } from '@playwright/test'
import { BOTH, expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { ok } from './steps/joined-desk.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name, BOTH)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNothingBeside(page, name)
  for (const size of [DESKTOP, PHONE])
    for (const colorScheme of BOTH) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `e2e/output/screens/${name}-${size.width}-${colorScheme}.png` })
    }
  await page.setViewportSize(DESKTOP)
  await page.emulateMedia({ colorScheme: 'light' })
}

type Wish = { starts: number; override: string | null }

/** A treatment of this person with whoever is signed in. */
async function booked(desk: Page, setup: ScheduleSetup, patientId: string, wish: Wish): Promise<DeskVisit> {
  const { staffId } = await ok<{ staffId: string }>(desk.request, 'GET', '/api/staff/me')
  const body = {
    patient: { id: patientId },
    typeId: setup.types.find(({ kind }) => kind === 'treatment')?.id,
    staffId,
    placeId: setup.places[0]?.id,
    roomId: null,
    classId: null,
    starts: new Date(wish.starts).toISOString(),
    override: wish.override,
  }
  const path = `/api/schedule/visits/${crypto.randomUUID()}`
  return (await ok<{ visit: DeskVisit }>(desk.request, 'PUT', path, body)).visit
}

const QUARTER = 15 * 60_000

/** One now, past the usual hours, and one within them on a working day of next week. */
async function bookedNowAndNext(desk: Page, patientId: string): Promise<DeskVisit> {
  const setup = await ok<ScheduleSetup>(desk.request, 'GET', '/api/schedule/setup')
  const zone = setup.places[0]?.zone ?? 'UTC'
  let day = dayAfter(dayOf(wallOf(Date.now(), zone)), 6)
  while (weekdayOf(day) > 5) day = dayAfter(day, 1)
  await booked(desk, setup, patientId, { starts: wallToInstant(`${day}T16:00`, zone), override: null })
  const starts = Math.ceil(Date.now() / QUARTER) * QUARTER
  return booked(desk, setup, patientId, { starts, override: 'seen at once' })
}

test('a therapist documents a visit, changes the plan and books the next without leaving it', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agree(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  const { id } = await bookedNowAndNext(desk, patientId)

  await test.step('its person is asked before it, on the page of the day and in the calendar, until they answered', async () => {
    const answer = page.getByRole('link', { name: 'Answer a few questions' })
    const before = page.getByRole('link', { name: /^Questions before it/ })
    await page.goto('/calendar')
    await expect(before).toHaveAttribute('href', `/visits/${id}/check-in`)
    await look(page, 'calendar-before-visit')
    await page.goto('/today')
    await expect(answer).toBeVisible()
    await look(page, 'today-before-visit')
    await answer.click()
    await expect(page).toHaveURL(`/visits/${id}/check-in`)
    const sent = crypto.randomUUID()
    await ok(page.request, 'PUT', `/api/me/visits/${id}/check-in`, {
      id: sent,
      answers: { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' },
      pain: 4,
      since: 'better',
      wish: 'To sit through a film again',
      medicines: 'same',
      medicineWords: null,
    })
    await page.goto('/today')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(answer).toHaveCount(0)
  })

  await test.step('the list of today asks for the reasons of exactly those who come', async () => {
    const asked = desk.waitForResponse((reply) => reply.url().endsWith('/api/panel/needs'))
    await desk.goto('/clinician/today')
    const reply = await asked
    const { people } = reply.request().postDataJSON() as { people: string[] }
    const told = ((await reply.json()) as Needs).people
    expect(people).toContain(patientId)
    expect(told.map((one) => one.patientId).sort()).toEqual(people.toSorted())
    await expect(desk.locator(`[data-said="${id}"]`)).toHaveText(
      'Said before it: pain 4 of 10 · Better · “To sit through a film again”',
    )
    await look(desk, 'today-list')
  })

  await desk.goto(`/clinician/visits/${id}`)
  const here = desk.getByRole('region', { name: 'Note and plan' })
  const toNote = here.getByRole('button', { name: 'Note of this visit' })
  const toPlan = here.getByRole('button', { name: 'Change the plan' })
  await expect(toNote).toHaveAttribute('aria-expanded', 'false')

  await test.step('the note is drafted and written in place', async () => {
    await toNote.click()
    await here.getByRole('button', { name: 'Draft it from the record' }).press('Enter')
    await expect(here.getByRole('heading', { name: 'Daily note' })).toBeVisible()
    await look(desk, 'visit-note')
  })

  const sentence = here.locator('[data-sentence] textarea').first()
  await test.step('what was typed a moment before going on to the plan is saved, and there on coming back', async () => {
    await sentence.fill('Turns further than last week.')
    await toPlan.click()
    await expect(here.getByRole('heading', { name: 'What the rules would do next' })).toBeVisible()
    const kept = async () => {
      const { notes } = await ok<Reply<'notes'>>(desk.request, 'GET', `/api/patients/${patientId}/notes`)
      const own = noteOfVisit(notes, { day: new Date().toISOString().slice(0, 10), zone: 'UTC' })
      return (await desk.request.get(`/api/patients/${patientId}/notes/${own?.id}`)).text()
    }
    await expect.poll(kept).toContain('Turns further than last week.')
  })

  await test.step('the plan is changed in place, and the record below shows it', async () => {
    await here.locator('[data-line] button').first().press('Delete')
    await here.getByLabel('Why (the patient reads this)').fill('One thing less for now.')
    await look(desk, 'visit-plan')
    await here.getByRole('button', { name: 'Save this plan' }).click()
    await expect(here.getByText(/^✓ Version 2 is saved/)).toBeVisible()
  })

  await test.step('back at the note nobody was overwritten, and it is signed', async () => {
    await toNote.click()
    await expect(sentence).toHaveValue('Turns further than last week.')
    await here.locator('[data-open="true"] textarea').fill('Better.')
    await expect(here.getByText(/^✓ Saved/)).toBeVisible()
    await expect(here.getByRole('alert')).toHaveCount(0)
    await here.getByRole('button', { name: /^Sign as/ }).click()
    await expect(here.getByText(/^Signed by Demo Clinician/)).toBeVisible()
    await look(desk, 'visit-signed')
  })

  await test.step('the next visit is booked on the same page, which is still that of the visit', async () => {
    const ahead = desk.getByRole('region', { name: 'Next visits' })
    await expect(ahead.getByRole('listitem')).toHaveCount(1)
    await ahead.getByRole('button', { name: 'Book the same time a week later' }).click()
    await expect(ahead.getByRole('listitem')).toHaveCount(2)
    expect(new URL(desk.url()).pathname).toBe(`/clinician/visits/${id}`)
    await desk.reload()
    await here.getByRole('button', { name: 'Note of this visit' }).click()
    await expect(here.getByText(/^Signed by Demo Clinician/)).toBeVisible()
  })
  expect(unexpected(problems)).toEqual([])
  await desk.context().close()
})
