/**
 * The contact sheet of the figures: `node bench/figures/sheet.ts [--dark | --flat] [--cost] [exercise ...]` draws the key poses of every exercise (start,
 * half way, end, from both views) with a real Chromium and writes them to .cache/figures, to be looked at. `--cost` prints how long a frame
 * takes instead.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { DRAWING_FLAGS, findChromium } from '../../scripts/chromium.ts'

const HERE = import.meta.dirname
const CACHE = resolve(HERE, '../../.cache/figures')
const DATA = resolve(HERE, '../../content/data')
const PER_PAGE = 8

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** Every exercise with its figure, as the page wants it. */
export function entries(): { id: string; figure: unknown; view: string | null; template: string }[] {
  return readdirSync(join(DATA, 'exercises'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { id, movement } = read(join(DATA, 'exercises', name)) as {
        id: string
        movement: { cameraView: string | null; template: string }
      }
      const { figure } = read(join(DATA, 'figures', name)) as { figure: unknown }
      return { id, figure, view: movement.cameraView, template: movement.template }
    })
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(folder, path === '/' ? 'index.html' : path)
    try {
      const text = readFileSync(file)
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
        .end(text)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

/** Opens the page of the figures in a browser that draws without a graphics card, and closes it again. */
export async function withFigures<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const outDir = join(CACHE, 'page')
  await build({
    configFile: false,
    root: HERE,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  })
  const server = await serve(outDir)
  const { executablePath, env } = await findChromium()
  const browser = await chromium.launch({
    executablePath,
    args: [...DRAWING_FLAGS],
    env: { ...process.env, ...env },
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1232, height: 800 } })
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text())
    })
    page.on('pageerror', (error) => console.error(error))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction('window.openSheet')
    return await work(page)
  } finally {
    await browser.close()
    server.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const dark = process.argv.includes('--dark')
  const flat = process.argv.includes('--flat')
  const rows = entries().filter(({ id }) => asked.length === 0 || asked.includes(id))
  mkdirSync(CACHE, { recursive: true })
  await withFigures(async (page) => {
    const first = rows[0]
    if (process.argv.includes('--cost') && first !== undefined) {
      for (const size of [160, 400, 800])
        console.log(
          size,
          await page.evaluate(
            ([entry, side]) =>
              (window as never as { cost: (a: unknown, b: unknown) => unknown }).cost(entry, side),
            [first, size] as const,
          ),
        )
      return
    }
    for (let i = 0; i < rows.length; i += PER_PAGE) {
      await page.evaluate(
        ([some, night, still]) =>
          (window as never as { openSheet: (...all: unknown[]) => void }).openSheet(some, night, still),
        [rows.slice(i, i + PER_PAGE), dark, flat] as const,
      )
      const file = join(CACHE, `sheet-${String(i / PER_PAGE + 1).padStart(2, '0')}.png`)
      await page.locator('main').screenshot({ path: file })
      console.log(
        file,
        rows
          .slice(i, i + PER_PAGE)
          .map(({ id }) => id)
          .join(' '),
      )
    }
  })
}
