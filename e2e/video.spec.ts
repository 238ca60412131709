/** A visit by video: two browsers of their own meet over the product's own signals, and see each other. */
import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible, expectLargeTargets, expectNothingBeside } from './axe.ts'
import { expect, test } from './fake-camera.ts'
import { meOf } from './session-helpers.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'
import { bookVideo, putSpeech, seesTheOther, speak } from './steps/video.ts'

test.use({ viewport: { width: 390, height: 844 }, expectedErrors: [/net::ERR_INTERNET_DISCONNECTED/] })

const OUT = 'e2e/output/screens'

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name, ['light', 'dark'])
  await expectNothingBeside(page, name)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${OUT}/video-${name}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** What of a page could keep the visit: nothing may even be tried. Counts how often camera and microphone are asked for. */
const forbidRecording = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'MediaRecorder', {
      get: () => {
        throw new Error('recording does not exist')
      },
    })
    const { mediaDevices } = navigator
    const ask = mediaDevices.getUserMedia.bind(mediaDevices)
    Object.assign(globalThis, { asked: 0 })
    mediaDevices.getUserMedia = (wish) => {
      Object.assign(globalThis, { asked: (globalThis as unknown as { asked: number }).asked + 1 })
      return ask(wish)
    }
  })
}

test('two people meet, lose each other and meet again', async ({ page, context, product, problems }) => {
  await forbidRecording(context)
  await putSpeech(context, false)
  await agreeAtOnce(page)
  await sendSafeIntake(page)
  const { patientId } = await meOf(page)
  const id = await bookVideo(product, patientId)
  const browser = context.browser()
  if (browser === null) throw new Error('no browser')

  // The person: a check by keyboard alone, then the waiting room.
  await page.goto(`/visit/${id}/video`)
  await page.getByRole('button', { name: 'Turn on camera and microphone' }).press('Enter')
  await expect(page.locator('[data-camera="seen"]')).toBeVisible()
  await expect(page.locator('[data-microphone="heard"]')).toBeVisible()
  await expect(page.getByRole('meter', { name: 'How loud the microphone hears' })).toBeVisible()
  await page.getByRole('button', { name: 'Play a test sound' }).press('Enter')
  await look(page, 'check')
  await expectLargeTargets(page, 'check')
  await page.getByRole('button', { name: 'Go to the waiting room' }).press('Enter')
  await expect(page.locator('[data-stand="waiting"]')).toContainText('Demo Clinician is not here yet')
  await look(page, 'waiting')

  // The clinician comes; only then does the person read that they know.
  const desk = await clinicianAtDesk({ browser, product, problems })
  await forbidRecording(desk.context())
  await putSpeech(desk.context(), true)
  await desk.goto(`/clinician/visits/${id}/video`)
  await desk.getByRole('button', { name: 'Turn on camera and microphone' }).press('Enter')
  await desk.getByRole('button', { name: 'Go into the room' }).press('Enter')
  await expect(page.locator('[data-stand="known"]')).toContainText('Demo Clinician knows that you are here')
  await expect(desk.locator('[data-their]')).toHaveCount(0)
  // No way is even looked for before: with one there is a field to write in.
  await expect(desk.getByRole('log')).toHaveCount(0)
  await expect(page.getByRole('log')).toHaveCount(0)
  await desk.getByRole('button', { name: /^Let .+ in$/ }).press('Enter')
  await seesTheOther(page)
  await seesTheOther(desk)

  // What is written goes over, both ways, and a warning sign is not passed over.
  await page.getByLabel('Your words').fill('I hear you badly')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(desk.locator('[data-chat]')).toContainText('I hear you badly')
  await desk.getByLabel('Your words').fill('Then we write')
  await desk.keyboard.press('Enter')
  await expect(page.locator('[data-chat]')).toContainText('Then we write')
  await page.getByLabel('Your words').fill('I have crushing chest pain right now')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'In an emergency' })).toBeVisible()
  await expect(desk.locator('[data-chat]')).toContainText('These words may be a warning sign')

  // What the clinician says is read by the person. The other way round it cannot be kept on the device: said in words.
  await page.getByRole('button', { name: 'Captions' }).click()
  await expect(page.locator('[data-captions="on"]')).toContainText('Demo Clinician says is written here')
  await expect(desk.getByText('reads what you say')).toBeVisible()
  await speak(desk, 'Please raise both arms')
  await expect(page.getByRole('region', { name: 'Captions' })).toContainText('Please raise both arms')
  await desk.getByRole('button', { name: 'Captions' }).click()
  await expect(desk.locator('[data-captions="not-here"]')).toContainText('You can write to each other')

  // A figure of the plan, on both pages at the same time.
  await desk
    .getByRole('button', { name: /^Show to both/ })
    .first()
    .click()
  await expect(page.locator('[data-figure-moment="moving"]')).toBeVisible()
  await desk.getByRole('button', { name: 'Half way', exact: true }).click()
  await expect(page.locator('[data-figure-moment="half"] svg')).toBeVisible()
  await look(page, 'together')
  await expectLargeTargets(page, 'together')
  await look(desk, 'desk')

  // The camera off is said, not just dark.
  await page.getByRole('button', { name: 'Turn the camera off' }).click()
  await expect(desk.getByText(/has the camera off/)).toBeVisible()
  await page.getByRole('button', { name: 'Turn the camera on' }).click()
  await expect(desk.getByText(/has the camera off/)).toHaveCount(0)

  // Either side loads its page anew, and they meet again by themselves; the figure is still shown.
  await page.reload()
  await seesTheOther(page)
  await seesTheOther(desk)
  await expect(page.locator('[data-figure-moment="half"] svg')).toBeVisible()
  await desk.reload()
  await seesTheOther(desk)
  await seesTheOther(page)

  // The end: for both, and nothing goes on: camera and microphone are given back on either side.
  const tracks = await Promise.all(
    [page, desk].map((one) =>
      one
        .locator('[data-own]')
        .evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks()),
    ),
  )
  await desk.getByRole('button', { name: 'End the visit' }).click()
  await desk.getByRole('button', { name: 'End it for both' }).click()
  await expect(page.locator('[data-stand="ended"]')).toBeVisible()
  await expect(page.locator('[data-their]')).toHaveCount(0)
  await expect(desk.locator('[data-stand="ended"]')).toBeVisible()
  for (const each of tracks)
    await expect
      .poll(() => each.evaluate((all) => all.map(({ readyState }) => readyState)))
      .toEqual(['ended', 'ended'])
  for (const one of [page, desk]) {
    await expect(one.getByRole('button', { name: 'Come in again' })).toBeVisible()
    // Once since the page was loaded anew, and not again.
    expect(await one.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(1)
  }
  expect(product.log()).not.toMatch(/candidate:|v=0/)
})

test('lines over the body are drawn for the clinician only once the person says yes', async ({
  page,
  context,
  product,
  problems,
}) => {
  await agreeAtOnce(page)
  const { patientId } = await meOf(page)
  const id = await bookVideo(product, patientId)
  const browser = context.browser()
  if (browser === null) throw new Error('no browser')
  const desk = await clinicianAtDesk({ browser, product, problems })
  for (const [one, address, into] of [
    [page, `/visit/${id}/video`, 'Go to the waiting room'],
    [desk, `/clinician/visits/${id}/video`, 'Go into the room'],
  ] as const) {
    await one.goto(address)
    await one.getByRole('button', { name: 'Turn on camera and microphone' }).click()
    await one.getByRole('button', { name: into }).click()
  }
  await desk.getByRole('button', { name: /^Let .+ in$/ }).click()
  await seesTheOther(desk)
  const drawn = () =>
    desk.locator('canvas[data-lines]').evaluate((canvas: HTMLCanvasElement) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      return [...data].filter((part, n) => n % 4 === 3 && part > 0).length
    })
  await desk.getByRole('button', { name: 'Lines over the body' }).click()
  await expect(page.getByRole('alert')).toContainText('would like to see lines over your body')
  await expect(desk.locator('[data-lines-are="off"]')).toBeVisible()
  expect(await drawn()).toBe(0)
  await look(page, 'asked')
  await page.getByRole('button', { name: 'Yes, show them' }).click()
  await expect(desk.locator('[data-lines-are="on"]')).toBeVisible()
  await expect.poll(drawn).toBeGreaterThan(100)
  await desk.screenshot({ path: `${OUT}/video-lines.png` })
  await page.getByRole('button', { name: 'Stop the lines' }).click()
  await expect(desk.locator('[data-lines-are="refused"]')).toBeVisible()
  await expect.poll(drawn).toBe(0)
})

test('before the door opens one can check, and is told when', async ({ page, product }) => {
  await agreeAtOnce(page)
  const { patientId } = await meOf(page)
  const id = await bookVideo(product, patientId, 60)
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(`/visit/${id}/video`)
  await expect(page.locator('[data-door="early"]')).toContainText('The waiting room opens on')
  await page.getByRole('button', { name: 'Turn on camera and microphone' }).click()
  await expect(page.locator('[data-camera="seen"]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go to the waiting room' })).toHaveCount(0)
  await look(page, 'early')
})
