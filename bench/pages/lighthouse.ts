/** Lighthouse in one pinned version, fetched when it is first needed: it is large, and nobody else needs it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { command, ROOT } from '../../scripts/command.ts'

export const VERSION = '13.5.0'
const HOME = path.join(ROOT, '.cache', 'lighthouse')
const PACKAGE = path.join(HOME, 'node_modules', 'lighthouse')

type Audit = { numericValue?: number; details?: { items?: Item[] } }
type Item = {
  description?: string
  node?: { selector?: string; nodeLabel?: string }
  score?: number
  subItems?: { items?: Item[] }
  items?: Item[]
}
export type Result = {
  audits: Record<string, Audit & { score: number | null; title: string }>
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  runtimeError?: { message: string }
}
type Run = (url: string, options: Record<string, unknown>) => Promise<{ lhr: Result } | undefined>

function versionThere(): string | null {
  const file = path.join(PACKAGE, 'package.json')
  if (!existsSync(file)) return null
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** Throws with what npm said where it cannot be fetched. */
export async function lighthouse(): Promise<Run> {
  if (versionThere() !== VERSION) {
    const asked = [`lighthouse@${VERSION}`, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    const { code, output } = await command('npm', ['install', '--prefix', HOME, ...asked], { minutes: 5 })
    if (code !== 0) throw new Error(`Lighthouse ${VERSION} could not be fetched:\n${output}`)
  }
  const entry = pathToFileURL(path.join(PACKAGE, 'core', 'index.js')).href
  return ((await import(entry)) as { default: Run }).default
}

export type Look = { scores: Record<string, number>; lcp: number; cls: number; tbt: number; why: string[] }

const OPEN = ['performance', 'accessibility', 'best-practices', 'seo']
/** What is somebody's own is closed to search engines on purpose. */
const OWN = OPEN.slice(0, 3)

/** One visit of a page by Lighthouse's own profile of a phone: 1.6 Mbit/s, 150 ms, a processor four times slower. */
export async function look(
  run: Run,
  url: string,
  given: { port: number; warm: boolean; own: boolean },
): Promise<Look> {
  const done = await run(url, {
    port: given.port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: given.own ? OWN : OPEN,
    // Whoever comes back has the pages, the record and the cookie on the device.
    disableStorageReset: given.warm,
  })
  if (done === undefined || done.lhr.runtimeError) throw new Error(done?.lhr.runtimeError?.message ?? url)
  const { audits, categories } = done.lhr
  const value = (id: string): number => {
    const number = audits[id]?.numericValue
    if (number === undefined) throw new Error(`Lighthouse gives no ${id} for ${url}`)
    return number
  }
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
    ),
    lcp: value('largest-contentful-paint'),
    cls: value('cumulative-layout-shift'),
    tbt: value('total-blocking-time'),
    why: whyOf(done.lhr),
  }
}

/** For whoever mends it: the element that was painted last, what moved, and which audits failed. */
function whyOf({ audits, categories }: Result): string[] {
  const named = ({ node }: Item) => node?.selector ?? node?.nodeLabel ?? '?'
  const nodes = (id: string): Item[] =>
    (audits[id]?.details?.items ?? []).flatMap((item) => [item, ...(item.items ?? [])])
  const painted = nodes('lcp-breakdown-insight').filter(({ node }) => node)
  const moved = nodes('layout-shifts').filter(({ node }) => node)
  const failed = Object.entries(categories)
    .filter(([id]) => id !== 'performance')
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
  return [
    ...new Set([
      ...painted.map((item) => `painted last: ${named(item)}`),
      ...moved.map((item) => `moved by ${(item.score ?? 0).toFixed(3)}: ${named(item)}`),
      ...failed.map(({ id }) => `failed: ${audits[id]?.title ?? id}`),
      ...nodes('errors-in-console').map(
        ({ description = '' }) => `on the console: ${description.slice(0, 160)}`,
      ),
    ]),
  ]
}
