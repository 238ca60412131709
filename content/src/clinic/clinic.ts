import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type Entry, lineOfEntry, readJson } from '../parts/entries.ts'
import type { Fault } from '../parts/fault.ts'
import { lineOf } from '../parts/json-lines.ts'
import { KINDS, SINGLES } from '../parts/kinds.ts'
import { type Parts, readParts } from '../parts/parts.ts'

/** What a clinic may take out. Nothing that screens for danger, asks or decides can be hidden. */
const HIDEABLE = ['exercises', 'lessons', 'notes', 'movement-tests', 'measures', 'timers'] as const

/** `hidden.json` of a clinic's folder: what of the product's own content is not shown there, and why. */
export const Hidden = z.array(z.object({ kind: z.enum(HIDEABLE), id: z.string(), why: z.string() }))
export type Hidden = z.infer<typeof Hidden>

const ALSO_THERE = new Set(['hidden.json', 'locales', 'README.md'])

function versionOfEntry({ value }: Entry): number {
  if (typeof value !== 'object' || value === null || !('version' in value)) return 1
  return typeof value.version === 'number' ? value.version : 1
}

/** Files and folders of a clinic that nothing would ever read: a misspelt folder must not be silence. */
function strangers(root: string): Fault[] {
  const known = new Set(
    KINDS.flatMap((kind) => kind.split('/').map((_, i, all) => all.slice(0, i + 1).join('/'))),
  )
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder))
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => {
        const path = folder === '' ? name : `${folder}/${name}`
        if (folder === '' && ALSO_THERE.has(name)) return []
        if (!statSync(join(root, path)).isDirectory())
          return known.has(folder) || known.has(path.replace(/\.json$/, '')) ? [] : [path]
        return known.has(path) ? walk(path) : [path]
      })
  const message = `is no part of content; the folders are ${KINDS.join(', ')}, and hidden.json and locales`
  return walk('').map((file) => ({ file, line: 1, item: '', message, rule: 'clinic-folder' }))
}

function readHidden(root: string, faults: Fault[]): Hidden {
  const file = 'hidden.json'
  if (!existsSync(join(root, file))) return []
  const read = readJson(root, file)
  if ('fault' in read) {
    faults.push(read.fault)
    return []
  }
  const parsed = Hidden.safeParse(read.value)
  if (parsed.success) return parsed.data
  const text = readFileSync(join(root, file), 'utf8')
  for (const { path, message } of parsed.error.issues)
    faults.push({
      file,
      line: lineOf(
        text,
        path.map((part) => (typeof part === 'number' ? part : String(part))),
      ),
      item: path.map(String).join('.'),
      message,
      rule: 'clinic-hidden',
    })
  return []
}

/** Rows that have no id of their own alone: a clinic only ever adds to them. */
const ADDED_ONLY = new Set(['red-flags/concepts', 'red-flags/patterns', 'not-shipped'])

/** One kind of two folders: the clinic's items added, or in the place of the product's where their version is higher. */
function mergedKind(kind: string, own: readonly Entry[], clinic: readonly Entry[], faults: Fault[]): Entry[] {
  if (ADDED_ONLY.has(kind)) return [...own, ...clinic]
  const out = [...own]
  for (const entry of clinic) {
    const at = kind in SINGLES ? 0 : out.findIndex(({ id, root }) => id === entry.id && root !== entry.root)
    const old = out[at]
    if (old === undefined) {
      out.push(entry)
      continue
    }
    const [before, after] = [versionOfEntry(old), versionOfEntry(entry)]
    if (after <= before)
      faults.push({
        file: entry.file,
        line: lineOfEntry(entry, ['version']),
        item: entry.id,
        message: `takes the place of version ${before} and must have a higher one than ${after}`,
        rule: 'clinic-version',
      })
    out[at] = entry
  }
  return out
}

/** The product's parts with a clinic's folder over them, and what the clinic hides. Faults name files of the clinic's folder. */
export function withClinic(own: Parts, root: string): { parts: Parts; hidden: Hidden } {
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    const fault = {
      file: root,
      line: 1,
      item: '',
      message: 'is not a folder that can be read',
      rule: 'clinic-folder',
    }
    return { parts: { entries: own.entries, faults: [...own.faults, fault] }, hidden: [] }
  }
  const clinic = readParts(root)
  const faults = [...own.faults, ...clinic.faults, ...strangers(root)]
  const hidden = readHidden(root, faults)
  const entries = new Map(
    [...own.entries].map(([kind, list]) => [
      kind,
      mergedKind(kind, list, clinic.entries.get(kind) ?? [], faults),
    ]),
  )
  return { parts: { entries, faults }, hidden }
}
