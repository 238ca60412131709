import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { type Entry, lineOfEntry } from './entries.ts'
import type { Fault } from './fault.ts'
import type { Parts } from './parts.ts'

/** The marks of what was published, beside the content. */
export const PUBLISHED_FILE = fileURLToPath(new URL('../../published.json', import.meta.url))

/**
 * What was published: `checked`, the version of the whole content when the linter last found nothing wrong with it (the server need not
 * run it again on just that), and the mark of each item's meaning by `kind/id` and version.
 */
export const Published = z.object({
  checked: z.string(),
  items: z.record(z.string(), z.record(z.string(), z.string())),
})
export type Published = z.infer<typeof Published>

/** Kinds without versions of their own: words of the text screen, and lists of what is not there. */
const UNVERSIONED = new Set([
  'red-flags/concepts',
  'red-flags/patterns',
  'red-flags/text-model',
  'not-shipped',
])

type Versioned = { key: string; version: string; mark: string; draft: boolean; entry: Entry }

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'signOff')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, own]) => [key, sorted(own)]),
  )
}

/** The mark of what an item means: of all of it but its sign-off, whatever the order of its keys. */
export function markOfItem(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, 12)
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

function versionIn(value: unknown): string {
  const version = part(value, 'version')
  return typeof version === 'number' ? String(version) : '1'
}

/** Every item that has a version, with its mark. An item without a number is version 1. */
export function versionedItems(parts: Parts): Versioned[] {
  return [...parts.entries]
    .filter(([kind]) => !UNVERSIONED.has(kind))
    .flatMap(([kind, entries]) =>
      entries.map((entry) => ({
        key: `${kind}/${entry.id === '' ? kind : entry.id}`,
        version: versionIn(entry.value),
        mark: markOfItem(entry.value),
        draft: part(part(entry.value, 'signOff'), 'state') !== 'reviewed',
        entry,
      })),
    )
}

/** What stands in `published.json`; nothing when it is not there. */
export function readPublished(file = PUBLISHED_FILE): Published {
  if (!existsSync(file)) return { checked: '', items: {} }
  return Published.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Items that changed under a version that was published: `id@version` means one thing for ever. */
export function publishedFaults(parts: Parts, published: Published): Fault[] {
  return versionedItems(parts).flatMap(({ key, version, mark, entry }) => {
    const known = published.items[key]?.[version]
    if (known === undefined || known === mark) return []
    const message = `has changed, and version ${version} is published: raise its version (npm run publish-content)`
    return [
      { file: entry.file, line: lineOfEntry(entry, ['version']), item: entry.id, message, rule: 'published' },
    ]
  })
}

/**
 * The marks with everything new added. A mark that is there is never written over, but for items that nobody has reviewed when `drafts`
 * is asked for; what is refused is named.
 */
export function publishedWith(
  parts: Parts,
  published: Published,
  drafts: boolean,
): { items: Published['items']; added: number; refused: Fault[] } {
  const items = structuredClone(published.items)
  const refused: Fault[] = []
  let added = 0
  for (const { key, version, mark, draft, entry } of versionedItems(parts)) {
    const versions = (items[key] ??= {})
    if (versions[version] === mark) continue
    if (versions[version] !== undefined && !(drafts && draft)) {
      refused.push(
        ...publishedFaults(
          { entries: new Map([[key.slice(0, key.lastIndexOf('/')), [entry]]]), faults: [] },
          published,
        ),
      )
      continue
    }
    versions[version] = mark
    added += 1
  }
  return { items, added, refused }
}
