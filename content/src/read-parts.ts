import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod/mini'

/** The product's own content. */
export const DATA_DIR = fileURLToPath(new URL('../data', import.meta.url))

/** A content file that cannot be used: says which file, where in it, and what is wrong. The server does not start on it. */
export class ContentError extends Error {
  readonly file: string
  constructor(file: string, message: string) {
    super(`${file}: ${message}`)
    this.file = file
  }
}

function jsonFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

function readJson(file: string, root: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ContentError(relative(root, file), error instanceof Error ? error.message : String(error))
  }
}

function check<T>(schema: z.ZodMiniType<T>, value: unknown, file: string, at: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = [at, ...(issue?.path ?? []).map(String)].filter((part) => part !== '').join('.')
  throw new ContentError(file, `${path}: ${issue?.message ?? 'does not fit'}`)
}

/**
 * Everything of one kind: `<part>/*.json` and `<part>.json`, in order of file name. A file holds one item or an array of
 * them. A part that is not there is an empty list.
 */
export function readList<T>(schema: z.ZodMiniType<T>, part: string, root: string): T[] {
  const files = [...jsonFiles(join(root, part)), ...oneFile(root, part)]
  return files.flatMap((file) => {
    const value = readJson(file, root)
    const items: unknown[] = Array.isArray(value) ? value : [value]
    return items.map((item, index) =>
      check(schema, item, relative(root, file), nameOf(item) ?? String(index)),
    )
  })
}

/** One object: `<part>.json`, or the only file in `<part>/`. Null when there is none. */
export function readOne<T>(schema: z.ZodMiniType<T>, part: string, root: string): T | null {
  const [file, second] = [...oneFile(root, part), ...jsonFiles(join(root, part))]
  if (file === undefined) return null
  if (second !== undefined) throw new ContentError(relative(root, second), `there must be one ${part}`)
  return check(schema, readJson(file, root), relative(root, file), '')
}

function oneFile(root: string, part: string): string[] {
  const folder = join(root, part, '..')
  return jsonFiles(folder).filter((file) => file === join(root, `${part}.json`))
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined
  return typeof item.id === 'string' ? item.id : undefined
}
