/** The desk's calendar: set up by an administrator, booked by the desk, moved by hand and by keys, undone, refused. */
import { type DeskRange, dayAfter, dayOf, wallOf } from '@dorsal/care'
import type { Page } from '@playwright/test'
import { BOTH, expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test } from './product.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { firstAdmin, invited, ok } from './steps/joined-desk.ts'

test.use({
  settings: { DEMO: '0' },
  viewport: DESKTOP,
  // What a browser says of a visit that was changed by somebody else, or of a time that is taken.
  expectedErrors: [/the server responded with a status of 409/],
})

const ZONE = 'Europe/Lisbon'
const SIZES = [DESKTOP, { width: 1024, height: 768 }, PHONE]

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name, BOTH)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNothingBeside(page, name)
  for (const size of SIZES)
    for (const colorScheme of BOTH) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `e2e/output/screens/desk-${name}-${size.width}-${colorScheme}.png` })
    }
  await page.setViewportSize(DESKTOP)
  await page.emulateMedia({ colorScheme: 'light' })
}

/** The Monday after next: far enough ahead, and nobody's clocks matter for it. */
function someMonday(): string {
  const today = dayOf(wallOf(Date.now(), ZONE))
  const weekday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7
  return dayAfter(today, 14 - weekday)
}

const visit = (page: Page, who: string) => page.getByRole('button', { name: new RegExp(`^${who}`) })

async function setUp(page: Page): Promise<void> {
  await page.goto('/clinician/schedule/setup')
  const room = page.getByRole('form', { name: 'A new room' })
  await room.getByLabel('Name of the room').fill('Room 1')
  await room.getByRole('button', { name: 'Add the room' }).click()
  await expect(page.getByRole('form', { name: 'Room 1' })).toBeVisible()
  const type = page.getByRole('form', { name: 'A new kind of visit' })
  await type.getByLabel('Name of the kind').fill('Follow-up')
  await type.getByRole('button', { name: 'Add the kind' }).click()
  await expect(page.getByRole('form', { name: 'Follow-up' })).toBeVisible()
  for (const name of ['Bea Back', 'Carl Care']) {
    await page
      .getByRole('region', { name: 'Working hours' })
      .getByLabel('Therapist')
      .selectOption({ label: name })
    const hours = page.getByRole('form', { name: 'Working hours' })
    await hours.getByRole('button', { name: 'Add hours Monday' }).click()
    await hours.getByRole('button', { name: 'Copy to Monday until Friday Monday' }).click()
    await hours.getByRole('button', { name: 'Keep these hours' }).click()
    await expect(hours.getByRole('button', { name: 'Keep these hours' })).toBeDisabled()
  }
}

async function book(page: Page, who: string, time: string, therapist: string): Promise<void> {
  await page.getByRole('button', { name: 'Book a visit' }).click()
  const form = page.getByRole('region', { name: 'Book a visit' })
  await form.getByLabel('Who').fill(who)
  await form.getByRole('button', { name: `Somebody new: ${who}` }).click()
  await form.getByLabel('Phone').fill('+351 900 000 000')
  await form.getByLabel('Start').fill(time)
  await form.getByLabel('Therapist').selectOption({ label: therapist })
  await form.getByRole('button', { name: 'Book it' }).click()
  await expect(page.getByText(`Booked for ${who}`)).toBeVisible()
}

test('an administrator sets up, the desk books, moves, undoes and is told of a conflict', async ({
  browser,
  product,
  problems,
}) => {
  const desk = { browser, product, problems }
  const admin = await firstAdmin(desk)
  await admin.setViewportSize(DESKTOP)
  const placeId = crypto.randomUUID()
  await ok(admin.request, 'PUT', `/api/locations/${placeId}`, {
    name: 'North',
    address: '',
    phone: '',
    zone: ZONE,
    open: true,
  })
  await invited(desk, admin, { name: 'Bea Back', email: 'bea@clinic.example', role: 'therapist' })
  await invited(desk, admin, { name: 'Carl Care', email: 'carl@clinic.example', role: 'therapist' })
  await setUp(admin)
  await look(admin, 'setup')

  const page = await invited(desk, admin, {
    name: 'Dora Desk',
    email: 'dora@clinic.example',
    role: 'front-desk',
  })
  await page.setViewportSize(DESKTOP)
  await page.goto('/clinician')
  await expect(page).toHaveURL(/\/clinician\/schedule$/)
  const day = someMonday()
  await page.getByLabel('Day', { exact: true }).fill(day)
  await expect(page.getByText(`Times are by the clocks of North: ${ZONE}`)).toBeVisible()
  await book(page, 'Mia Muster', '10:00', 'Bea Back')
  await book(page, 'Leo Long-Name de Vasconcelos e Sousa-Holstein', '13:00', 'Carl Care')
  expect(page.url()).not.toContain('Mia')
  await look(page, 'day')

  // By hand: two hours later, undone.
  const mia = visit(page, 'Mia Muster')
  const box = (await mia.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const from = { x: box.x + 30, y: box.y + 10 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 168, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByText('Moved to 12:00, Bea Back')).toBeVisible()
  await expect(mia).toContainText('12:00–12:45')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back: 10:00')).toBeVisible()
  await expect(mia).toContainText('10:00–10:45')

  await byFinger(page, 'Mia Muster')

  // By keys: a quarter of an hour later, to the colleague.
  await mia.focus()
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Moved to 10:15, Carl Care')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Carl Care' })).toContainText('Mia Muster')

  // What is taken is refused and goes back.
  await mia.focus()
  await page.keyboard.press('m')
  for (let n = 0; n < 10; n += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('That time is taken')
  await expect(mia).toContainText('10:15–11:00')

  // Outside of the hours: only with a reason.
  await mia.focus()
  await page.keyboard.press('m')
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByLabel('Why all the same').fill('She leaves for the airport at ten')
  await page.getByRole('button', { name: 'Move all the same' }).click()
  await expect(page.getByText('Moved to 08:45, Carl Care')).toBeVisible()

  // Somebody else was quicker: nothing of ours is kept.
  await page.route('**/api/schedule/visits/*/state', (route) => {
    const body = { ...(route.request().postDataJSON() as object), version: 0 }
    return route.continue({ postData: JSON.stringify(body) })
  })
  await mia.focus()
  await page.keyboard.press('a')
  await expect(page.getByRole('alert')).toContainText('Somebody changed this visit')
  await expect(mia).toContainText('Booked')
  await page.unrouteAll()
  await mia.focus()
  await page.keyboard.press('a')
  await expect(mia).toContainText('Arrived')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Visit', exact: true })).toContainText('+351 900 000 000')
  await expect(page.getByRole('link', { name: 'Open the record' })).toBeHidden()
  await look(page, 'panel')

  await page.getByRole('link', { name: 'Whole week' }).click()
  await expect(page).toHaveURL(/view=week/)
  await expect(page.getByText('2 visits').first()).toBeVisible()
  await look(page, 'week')
  await page.getByRole('link', { name: 'One day' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 2, name: 'Carl Care' })).toBeVisible()
  await expect(page.getByText('+351 900 000 000')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await fullDay(page)
})

/** A finger that goes on at once scrolls and moves nothing; one that stays on a visit lifts it. */
async function byFinger(page: Page, who: string): Promise<void> {
  const mia = visit(page, who)
  await mia.scrollIntoViewIfNeeded()
  const box = (await mia.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [x, y] = [box.x + 30, box.y + 10]
  const touch = await page.context().newCDPSession(page)
  const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', down = 0) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x, y: y + down }],
    })
  const drag = async (stays: number) => {
    await at('touchStart')
    await page.waitForTimeout(stays)
    for (let down = 21; down <= 84; down += 21) await at('touchMove', down)
    await at('touchEnd')
  }
  await drag(0)
  await expect(mia).toContainText('10:00–10:45')
  await expect(page.getByText('Moved to')).toBeHidden()
  await page.evaluate(() => window.scrollTo(0, 0))
  await drag(700)
  await expect(page.getByText('Moved to 11:00, Bea Back')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back: 10:00')).toBeVisible()
  await expect(mia).toContainText('10:00–10:45')
  await touch.detach()
}

/** Sixty visits of five therapists on one day: drawn, and one of them dragged, without the page standing still. */
async function fullDay(page: Page): Promise<void> {
  await page.route('**/api/schedule/range', async (route) => {
    const reply = await route.fetch()
    const range = (await reply.json()) as DeskRange
    const [one] = range.visits
    if (one === undefined) throw new Error('there is a visit on this day')
    const staff = Array.from({ length: 5 }, (_, n) => ({ id: crypto.randomUUID(), name: `Therapist ${n}` }))
    const begin = Date.parse(`${range.from}T08:00:00.000Z`)
    const at = (n: number): string => new Date(begin + n * 45 * 60_000).toISOString()
    const visits = staff.flatMap((by, m) =>
      Array.from({ length: 12 }, (_, n) => ({
        ...one,
        id: crypto.randomUUID(),
        who: `Person ${m * 12 + n}`,
        state: 'booked' as const,
        staff: by,
        starts: at(n),
        ends: new Date(Date.parse(at(n)) + 40 * 60_000).toISOString(),
      })),
    )
    await route.fulfill({ json: { ...range, staff, visits, open: [] } satisfies DeskRange })
  })
  await page.goto(page.url())
  const one = visit(page, 'Person 3[^0-9]')
  await expect(page.getByRole('button', { name: /^Person / })).toHaveCount(60)
  const box = (await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    let last = performance.now()
    const tick = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await page.mouse.move(box.x + 20, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 20, box.y + 200, { steps: 40 })
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  const sorted = frames.toSorted((a, b) => a - b)
  const slow = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  test.info().annotations.push({
    type: 'measured',
    description: `60 visits, one drag: ${frames.length} frames, 95 % within ${slow.toFixed(0)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
  })
  expect(slow, 'a drag among sixty visits stays smooth').toBeLessThan(200)
}
