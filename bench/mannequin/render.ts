/**
 * Films the mannequin: `node bench/mannequin/render.ts [scene ...]` writes one .mjpeg (JPEGs one after another, as a browser's
 * fake camera takes it) for each scene into .cache/mannequin, and prints its path. Rendered once; the name carries a hash of
 * everything that shapes the picture.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { DRAWING_FLAGS, findChromium } from '../../scripts/chromium.ts'

export const SCENES = [
  'squat-oblique',
  'squat-side',
  'leaving',
  'rotation',
  'side-bend',
  'empty-room',
] as const
export type Scene = (typeof SCENES)[number]

/** Repetitions in one run of the scene, before it begins again. */
export const REPETITIONS: Record<Scene, number> = {
  'squat-oblique': 4,
  'squat-side': 4,
  leaving: 2,
  rotation: 4,
  'side-bend': 4,
  'empty-room': 0,
}

const HERE = import.meta.dirname
const THREE = dirname(createRequire(import.meta.url).resolve('three'))
export const CACHE = resolve(HERE, '../../.cache/mannequin')
export const SIZE = { width: 640, height: 480 }

/** Every picture is written three times: the fake camera plays at 30 a second, and a third of that is enough to count by. */
const RATE = 10
const TIMES = 3

/** A hash of all that shapes the pictures: the drawing in this folder, the settings, and what `folder` adds. */
export function fingerprint(settings: unknown = { SIZE, RATE, TIMES }, folder?: string): string {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for (const place of folder === undefined ? [HERE] : [HERE, join(HERE, folder)]) {
    const own = readdirSync(place).filter((name) => /\.(js|html)$/.test(name))
    for (const name of own.sort()) hash.update(readFileSync(join(place, name)))
  }
  return hash
    .update(readFileSync(join(THREE, '../package.json')))
    .digest('hex')
    .slice(0, 12)
}

/** The film of a scene, rendered now if it is not there yet. */
export async function film(scene: Scene): Promise<string> {
  const file = join(CACHE, `${scene}-${fingerprint()}.mjpeg`)
  if (!existsSync(file)) {
    const pictures = await render(scene)
    mkdirSync(CACHE, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, Buffer.concat(pictures.flatMap((picture) => Array<Buffer>(TIMES).fill(picture))))
    renameSync(draft, file)
  }
  return file
}

const render = (scene: Scene): Promise<Buffer[]> =>
  withPage('/page.html', async (page) => {
    const count = await page.evaluate<number>(`openScene('${scene}', ${RATE}, ${SIZE.width}, ${SIZE.height})`)
    return picturesFrom(page, count)
  })

/** The first `count` pictures of the scene that is open in a page. */
export async function picturesFrom(page: Page, count: number): Promise<Buffer[]> {
  const pictures: Buffer[] = []
  for (let index = 0; index < count; index++)
    pictures.push(Buffer.from(await page.evaluate<string>(`picture(${index})`), 'base64'))
  return pictures
}

/** Opens one of the pages of this folder in a browser that draws without a graphics card, and closes it again. */
export async function withPage<T>(path: string, work: (page: Page) => Promise<T>): Promise<T> {
  const server = await serve()
  const { executablePath, env } = await findChromium()
  const browser = await chromium.launch({
    executablePath,
    args: [...DRAWING_FLAGS],
    env: { ...process.env, ...env } as Record<string, string>,
  })
  try {
    const page = await browser.newPage({ viewport: SIZE })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
    await page.waitForFunction('window.openScene')
    return await work(page)
  } finally {
    await browser.close()
    server.close()
  }
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path.startsWith('/three/') ? join(THREE, path.slice(7)) : join(HERE, path)
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2)
  for (const scene of SCENES.filter((name) => asked.length === 0 || asked.includes(name))) {
    const began = performance.now()
    console.log(await film(scene), `${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
}
