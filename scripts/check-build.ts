/**
 * What must hold for the built pages: they talk to no third party, can record nothing, and the patient's first page asks for little.
 * The script that a page needs at once is what its HTML names and what that imports in turn; what is loaded later does not count.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

export const FIRST_PAGE_LIMIT = 200_000

/** Addresses that a later release of the pose runtime, or a careless dependency, would report to. */
const REPORTS_TO = [
  'odml.pa.googleapis.com',
  'play.googleapis.com',
  'google-analytics.com',
  'googletagmanager.com',
  'sentry.io',
]

/** What a browser records sound and picture with: a visit by video is kept nowhere. */
const RECORDS_WITH = ['MediaRecorder', 'MediaStreamTrackProcessor']

export type Report = { faults: string[]; pages: { page: string; files: number; bytes: number }[] }

/** `dist` is the folder of the build. Throws where there is none. */
export function checkBuild(dist: string, limits: Readonly<Record<string, number>>): Report {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((page) => {
      const files = scriptsOf(dist, page)
      const bytes = files
        .map((file) => gzipSync(readFileSync(file)).length)
        .reduce((sum, size) => sum + size, 0)
      return { page, files: files.length, bytes }
    })
  const heavy = pages
    .filter(({ page, bytes }) => bytes > (limits[page] ?? Infinity))
    .map(
      ({ page, bytes }) =>
        `${page} needs ${kB(bytes)} of script at once; ${kB(limits[page] ?? 0)} is the limit`,
    )
  const missing = Object.keys(limits)
    .filter((page) => !pages.some((built) => built.page === page && built.files > 0))
    .map((page) => `${page} is missing, or names no script`)
  return { faults: [...missing, ...heavy, ...reporting(dist)], pages }
}

function reporting(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:m?js|html|css|json|wasm)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const text = readFileSync(file, 'latin1')
      return [...REPORTS_TO, ...RECORDS_WITH]
        .filter((name) => text.includes(name))
        .map((name) => `${path.relative(dist, file)} names ${name}`)
    })
}

function scriptsOf(dist: string, page: string): string[] {
  const html = readFileSync(path.join(dist, page), 'utf8')
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const named = tags
    .filter((tag) => tag.startsWith('<script') || /rel="?modulepreload/.test(tag))
    .map((tag) => /(?:src|href)="([^"]+\.m?js)"/.exec(tag)?.[1])
    .filter((address) => address !== undefined)
    .map((address) =>
      address.startsWith('/') ? path.join(dist, address) : path.join(dist, path.dirname(page), address),
    )
  const seen = new Set<string>()
  const follow = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(
      /\b(?:import|from)\s*["'](\.[^"']+\.m?js)["']/g,
    )) {
      follow(path.join(path.dirname(file), target))
    }
  }
  for (const file of named) follow(file)
  return [...seen]
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB gzip`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { faults, pages } = checkBuild(fileURLToPath(new URL('../web/dist', import.meta.url)), {
    'index.html': FIRST_PAGE_LIMIT,
    'helper/index.html': FIRST_PAGE_LIMIT,
  })
  for (const { page, files, bytes } of pages)
    console.log(`${page}: ${kB(bytes)} of script at once, in ${files} files`)
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}
