import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fault } from './fault.ts'
import { type JsonPath, lineOf, lineOfSyntaxError } from './json-lines.ts'

/** The product's own content, and its translations. */
export const DATA_DIR = fileURLToPath(new URL('../../data', import.meta.url))
export const LOCALES_DIR = fileURLToPath(new URL('../../locales', import.meta.url))

/** One item as it stands in a file: not checked yet. `path`: where in the file it is. `root`: the folder that `file` is in. */
export type Entry = { id: string; value: unknown; root: string; file: string; path: JsonPath }

function jsonFiles(root: string, folder: string): string[] {
  const whole = join(root, folder)
  if (!existsSync(whole)) return []
  return readdirSync(whole)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

/** Files of one kind: everything in `<kind>/`, and `<kind>.json`. */
export function filesOf(root: string, kind: string): string[] {
  const single = `${kind}.json`
  return [...jsonFiles(root, kind), ...(existsSync(join(root, single)) ? [single] : [])]
}

/** The JSON in a file, or the fault that keeps it from being read. */
export function readJson(root: string, file: string): { value: unknown } | { fault: Fault } {
  const text = readFileSync(join(root, file), 'utf8')
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { fault: { file, line: lineOfSyntaxError(text, message), item: '', message, rule: 'json' } }
  }
}

/** The id that an item carries, or nothing. */
export function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined
  return typeof item.id === 'string' ? item.id : undefined
}

/** Every item of one kind in a folder, in order of file name; a file holds one item or a list of them. */
export function readEntries(root: string, kind: string, faults: Fault[]): Entry[] {
  return filesOf(root, kind).flatMap((file) => {
    const read = readJson(root, file)
    if ('fault' in read) {
      faults.push(read.fault)
      return []
    }
    const { value } = read
    if (!Array.isArray(value)) return [{ id: idOf(value) ?? '', value, root, file, path: [] }]
    const items: unknown[] = value
    return items.map((item, index) => ({
      id: idOf(item) ?? String(index),
      value: item,
      root,
      file,
      path: [index],
    }))
  })
}

/** The line of an entry, or of a place within it. Reads the file again: asked only when something is wrong. */
export function lineOfEntry(entry: Entry, within: JsonPath = []): number {
  return lineOf(readFileSync(join(entry.root, entry.file), 'utf8'), [...entry.path, ...within])
}
