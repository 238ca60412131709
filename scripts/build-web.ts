/** Builds the pages when what they are made of has changed since the last build. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const STAMP = path.join(ROOT, '.cache', 'web-build.sha256')
const MADE_OF = ['web', 'care', 'motion', 'package.json', 'package-lock.json']
const NOT_PART = new Set(['node_modules', 'dist', 'output'])
/** Made by the build itself out of a package that the lockfile pins. */
const MADE_BY_BUILD = path.join(ROOT, 'web', 'src', 'lib', 'pose', 'models')

export type Build = { built: boolean; ok: boolean; output: string; seconds: number }

/** Runs `npm run build` unless the last good build was made of the same files. Its words are returned, not printed. */
export async function buildWeb(): Promise<Build> {
  const now = fingerprint()
  const before = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''
  if (now === before && existsSync(path.join(ROOT, 'web/dist/index.html'))) {
    return { built: false, ok: true, output: '', seconds: 0 }
  }
  const began = performance.now()
  rmSync(STAMP, { force: true })
  const { code, output } = await npm(['run', 'build'])
  if (code === 0) {
    mkdirSync(path.dirname(STAMP), { recursive: true })
    writeFileSync(STAMP, now)
  }
  return { built: true, ok: code === 0, output, seconds: (performance.now() - began) / 1000 }
}

/** One hash over names and contents; tests are no part of the pages. */
export function fingerprint(): string {
  const hash = createHash('sha256')
  for (const part of MADE_OF) {
    for (const file of filesOf(path.join(ROOT, part))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  if (path.extname(place) === '.json') return [place]
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.tsbuildinfo$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(MADE_BY_BUILD + path.sep))
    .filter((file) => !file.split(path.sep).some((step) => NOT_PART.has(step)))
    .toSorted()
}

function npm(args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn('npm', args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}
