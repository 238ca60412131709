/**
 * A camera whose film waits for the product. The browser's own fake camera plays at its own pace, and a busy machine sees only some
 * of it; here the next picture comes when the last has been taken, at most ten a second. So however slow the machine, the product
 * sees every movement whole, and a test can say what is done in front of the camera and when.
 */
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { picturesOf } from '../bench/mannequin/once.ts'

/** Pictures of a film in a second; in the files each stands three times, for a camera that plays thirty. */
export const PACED_RATE = 10
const TIMES = 3
const ADDRESS = '/film-of-the-test/'

type Played = { from: number; to: number }
type Paced = { play(parts: Played[]): Promise<void> }

/**
 * Puts the film in front of every page of the context. It stands at its first picture until `play`; `mirrored`: as a camera gives
 * it that turns its pictures round.
 */
export async function putBeforeCamera(
  context: BrowserContext,
  file: string,
  mirrored: boolean,
): Promise<void> {
  const pictures = picturesOf(readFileSync(file)).filter((_, i) => i % TIMES === 0)
  await context.route(`**${ADDRESS}*`, (route) => {
    const body = pictures[Number(route.request().url().split('/').at(-1))]
    return body ? route.fulfill({ contentType: 'image/jpeg', body }) : route.fulfill({ status: 404 })
  })
  await context.addInitScript(camera, {
    address: ADDRESS,
    count: pictures.length,
    rate: PACED_RATE,
    mirrored,
  })
}

/** Plays parts of the film, seconds from its beginning, and then stands still. All of it where no part is named. */
export async function play(page: Page, ...parts: [from: number, to: number][]): Promise<void> {
  const played = parts.length > 0 ? parts : [[0, Number.POSITIVE_INFINITY] as const]
  await page.evaluate(
    (all) => (window as unknown as { film: Paced }).film.play(all),
    played.map(([from, to]): Played => ({ from, to })),
  )
}

/** Runs in the page, before the product. */
function camera(given: { address: string; count: number; rate: number; mirrored: boolean }): void {
  const { address, count, rate, mirrored } = given
  const canvas = document.createElement('canvas')
  const queue: number[] = []
  const bitmaps = new Map<number, Promise<ImageBitmap>>()
  let shown = 0
  let taken = false
  let ended: (() => void) | null = null

  const take = window.createImageBitmap.bind(window) as (...all: unknown[]) => Promise<ImageBitmap>
  Object.assign(window, {
    // The product takes a picture of the video in this way and no other.
    createImageBitmap: (...all: unknown[]) => {
      taken ||= all[0] instanceof HTMLVideoElement
      return take(...all)
    },
    film: {
      play(parts: { from: number; to: number }[]) {
        for (const { from, to } of parts)
          for (let i = Math.round(from * rate); i < Math.min(count, to * rate); i += 1) queue.push(i)
        return new Promise<void>((done) => (ended = done))
      },
    },
  })

  const picture = (index: number): Promise<ImageBitmap> => {
    const known = bitmaps.get(index)
    if (known) return known
    const made = fetch(`${address}${index}`)
      .then((answer) => answer.blob())
      .then((blob) => take(blob))
    bitmaps.set(index, made)
    return made
  }
  const draw = async (): Promise<void> => {
    const bitmap = await picture(shown)
    if (canvas.width !== bitmap.width) Object.assign(canvas, { width: bitmap.width, height: bitmap.height })
    const context = canvas.getContext('2d')
    context?.setTransform(mirrored ? -1 : 1, 0, 0, 1, mirrored ? canvas.width : 0, 0)
    context?.drawImage(bitmap, 0, 0)
  }
  const step = async (): Promise<void> => {
    const next = taken ? queue.shift() : undefined
    if (next !== undefined) {
      shown = next
      taken = false
    } else if (taken && queue.length === 0) {
      ended?.()
      ended = null
    }
    await draw()
    setTimeout(() => void step(), 1000 / rate)
  }
  // An empty page has no such thing.
  if ('mediaDevices' in navigator)
    navigator.mediaDevices.getUserMedia = async () => {
      await draw()
      void step()
      return canvas.captureStream()
    }
}
