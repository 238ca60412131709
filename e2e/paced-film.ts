/**
 * A camera whose film waits for the product. The browser's own fake camera plays at its own pace, and a busy machine sees only some
 * of it; here each picture that the product takes is the next of the film and a tenth of a second later by its clock. So however
 * slow or quick the machine, the product sees the same, and a test can say what is done in front of the camera and when.
 */
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { picturesOf } from '../bench/mannequin/once.ts'

/** Pictures of a film in a second, of those that a camera of thirty a second would play. */
const RATE = 10
const TIMES = 3
const ADDRESS = '/film-of-the-test/'

/** Seconds of the film, to stand still in its last picture where `to` is left out. */
type Part = { from: number; to: number } | { still: number }
type Paced = { play(parts: Part[]): Promise<void> }

/**
 * Puts the film in front of every page of the context. It stands at its first picture until `play`; `mirrored`: as a camera gives
 * it that turns its pictures round.
 */
export const putBeforeCamera = (context: BrowserContext, file: string, mirrored: boolean): Promise<void> =>
  showToCamera(
    context,
    picturesOf(readFileSync(file)).filter((_, i) => i % TIMES === 0),
    { mirrored },
  )

/** The same with the pictures themselves, `rate` of them to a second. */
export async function showToCamera(
  context: BrowserContext,
  pictures: readonly Buffer[],
  { rate = RATE, mirrored = false } = {},
): Promise<void> {
  await context.route(`**${ADDRESS}*`, (route) => {
    const body = pictures[Number(route.request().url().split('/').at(-1))]
    return body ? route.fulfill({ contentType: 'image/jpeg', body }) : route.fulfill({ status: 404 })
  })
  await context.addInitScript(camera, {
    address: ADDRESS,
    count: pictures.length,
    rate,
    mirrored,
  })
}

/** Plays parts of the film, seconds from its beginning, and then stands still. All of it where no part is named. */
export async function play(page: Page, ...parts: [from: number, to: number][]): Promise<void> {
  const all = parts.length > 0 ? parts : [[0, Number.POSITIVE_INFINITY] as const]
  await tell(
    page,
    all.map(([from, to]) => ({ from, to })),
  )
}

/** Whoever is in front of the camera stays as they are for so many seconds. */
export const stay = (page: Page, seconds: number): Promise<void> => tell(page, [{ still: seconds }])

const tell = (page: Page, parts: Part[]): Promise<void> =>
  page.evaluate((all) => (window as unknown as { film: Paced }).film.play(all), parts)

/** Runs in the page, before the product. */
function camera(given: { address: string; count: number; rate: number; mirrored: boolean }): void {
  const { address, count, rate, mirrored } = given
  const canvas = document.createElement('canvas')
  const queue: number[] = []
  const bitmaps = new Map<number, Promise<ImageBitmap>>()
  let shown = 0
  let clock = 0
  let ended: (() => void) | null = null

  const take = window.createImageBitmap.bind(window) as (...all: unknown[]) => Promise<ImageBitmap>
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
  Object.assign(window, {
    // The product takes a picture of the video in this way and no other.
    async createImageBitmap(from: unknown, ...rest: unknown[]) {
      if (!(from instanceof HTMLVideoElement)) return take(from, ...rest)
      const next = queue.shift()
      if (next === undefined) {
        ended?.()
        ended = null
      } else shown = next
      clock += 1 / rate
      await draw()
      return take(canvas)
    },
    // And gives it to its reader with the time at which it was taken.
    Worker: class extends Worker {
      override postMessage(message: unknown, sent?: Transferable[] | StructuredSerializeOptions): void {
        if (typeof message === 'object' && message !== null && 'picture' in message)
          Object.assign(message, { t: clock })
        super.postMessage(message, Array.isArray(sent) ? { transfer: sent } : sent)
      }
    },
    film: {
      play(parts: Part[]) {
        for (const part of parts) {
          const last = queue.at(-1) ?? shown
          if ('still' in part) queue.push(...Array<number>(Math.round(part.still * rate)).fill(last))
          else
            for (let i = Math.round(part.from * rate); i < Math.min(count, part.to * rate); i += 1)
              queue.push(i)
        }
        return new Promise<void>((done) => (ended = done))
      },
    },
  })
  // An empty page has no such thing.
  if ('mediaDevices' in navigator)
    navigator.mediaDevices.getUserMedia = async () => {
      await draw()
      // What is drawn again is a new picture of the stream.
      setInterval(() => void draw(), 1000 / 30)
      return canvas.captureStream()
    }
}
