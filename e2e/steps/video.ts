/** Two people at one video visit: the visit itself, and what their browsers show of each other. */
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { attached } from '../../server/src/cli/attach.ts'
import { readConfig } from '../../server/src/config.ts'
import { connect } from '../../server/src/db/connect.ts'
import { staffByEmail } from '../../server/src/staff/staff.store.ts'
import { addVisit } from '../../server/src/video/video-fixture.ts'
import type { Product } from '../product-process.ts'
import { DEMO } from './clinician.ts'

/** A video visit of this person with the clinician of the demo that begins now, straight into the database of the product; its id. */
export async function bookVideo({ dataDir }: Product, patientId: string, startsIn = 0): Promise<string> {
  const joined = await attached(readConfig({ DATA_DIR: dataDir }))
  if (joined === null) throw new Error('the database of the product does not run')
  const db = connect(joined.url)
  try {
    const staff = await staffByEmail(db, DEMO.email)
    if (staff === undefined) throw new Error('there is no demo clinician')
    const between = { tenantId: staff.tenant_id, patientId, staffId: staff.staff_id }
    return await addVisit(db, between, new Date(), { startsIn })
  } finally {
    await db.destroy()
    await joined.stop()
  }
}

/** How many pictures of the other side this page has shown. */
const picturesShown = (page: Page): Promise<number> =>
  page
    .locator('[data-their]')
    .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)

/** What the picture of the other side looks like now: the sum of each of its corners and its middle. */
const lookOf = (page: Page): Promise<string> =>
  page.locator('[data-their]').evaluate((video: HTMLVideoElement) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 32, height: 32 })
    const context = canvas.getContext('2d')
    context?.drawImage(video, 0, 0, 32, 32)
    return [...(context?.getImageData(0, 0, 32, 32).data ?? [])].join(' ')
  })

/** The picture of the other side is there, is made of moving pictures, and changes. */
export async function seesTheOther(page: Page): Promise<void> {
  await expect(page.locator('[data-stand="together"]')).toBeVisible()
  await expect
    .poll(() => page.locator('[data-their]').evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(0)
  const shown = await picturesShown(page)
  await expect.poll(() => picturesShown(page)).toBeGreaterThan(shown + 5)
  const look = await lookOf(page)
  await expect.poll(() => lookOf(page)).not.toBe(look)
}

/** A browser that understands speech on the device (and hears what the test says), or one that cannot. */
export async function putSpeech(context: BrowserContext, understands: boolean): Promise<void> {
  await context.addInitScript((able) => {
    let heard: ((event: object) => void) | null = null
    class Recognition {
      static available = async () => 'available'
      get processLocally() {
        return true
      }
      set processLocally(_wish: boolean) {}
      addEventListener(type: string, listener: (event: object) => void) {
        if (type === 'result') heard = listener
      }
      start() {}
      abort() {
        heard = null
      }
    }
    const say = (transcript: string) =>
      heard?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal: true })] })
    Object.assign(globalThis, { SpeechRecognition: able ? Recognition : undefined, say })
  }, understands)
}

/** Somebody speaks in front of this page's microphone. */
export const speak = (page: Page, words: string): Promise<void> =>
  page.evaluate((said) => (globalThis as unknown as { say: (words: string) => void }).say(said), words)
