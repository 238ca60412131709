/**
 * A recorded video as a film for the browser's fake camera, which takes JPEGs one after another and knows no mp4. The browser
 * itself takes the video apart, so that nothing else needs to be installed; one without the codec says so by null.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { madeOnce } from '../bench/mannequin/remade.ts'
import { CHROMIUM_FLAGS } from '../scripts/chromium.ts'

const WIDTH = 640
const RATE = 10
/** The fake camera plays thirty pictures a second: each is written three times. */
const TIMES = 30 / RATE

/** A recorded video (`video/…` in DORSAL_RECORDINGS), or null where there are no recordings. */
export function recordedVideo(name: string): string | null {
  const folder = process.env['DORSAL_RECORDINGS']
  const video = folder ? path.join(folder, 'video', name) : ''
  return video && existsSync(video) ? video : null
}

/** The film of a video, made once; null without the codec. */
export async function filmOfVideo(video: string): Promise<string | null> {
  return madeOnce(video, `film-${WIDTH}-${RATE}`, async () => {
    const pictures = await picturesOfVideo(video)
    return pictures.flatMap((picture) => Array<Buffer>(TIMES).fill(picture))
  })
}

async function picturesOfVideo(video: string): Promise<Buffer[]> {
  const bytes = readFileSync(video)
  const server = createServer((request, response) => {
    const isVideo = request.url === '/video'
    response.writeHead(200, {
      'content-type': isVideo ? 'video/mp4' : 'text/html',
      'content-length': isVideo ? bytes.length : 0,
    })
    response.end(isVideo ? bytes : undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    args: [...CHROMIUM_FLAGS],
  })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const pictures = await page.evaluate(takeApart, { width: WIDTH, rate: RATE })
    return pictures.map((picture) => Buffer.from(picture, 'base64'))
  } finally {
    await browser.close()
    server.close()
  }
}

/** Runs in the page. The video comes as a whole, for only then can every browser seek in it. */
async function takeApart({ width, rate }: { width: number; rate: number }): Promise<string[]> {
  const video = document.createElement('video')
  const once = (event: string) =>
    new Promise<boolean>((done) => {
      video.addEventListener(event, () => done(true), { once: true })
      video.addEventListener('error', () => done(false), { once: true })
    })
  const loaded = once('loadeddata')
  video.src = URL.createObjectURL(await (await fetch('/video')).blob())
  if (!(await loaded)) return []
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = 2 * Math.round((width * video.videoHeight) / video.videoWidth / 2)
  const context = canvas.getContext('2d')
  const pictures: string[] = []
  for (let i = 0; i / rate < video.duration; i++) {
    const arrived = once('seeked')
    video.currentTime = i / rate
    if (!(await arrived)) return []
    context?.drawImage(video, 0, 0, canvas.width, canvas.height)
    pictures.push(canvas.toDataURL('image/jpeg', 0.85).slice('data:image/jpeg;base64,'.length))
  }
  return pictures
}
