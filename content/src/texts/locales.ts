import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineOf } from '../parts/json-lines.ts'
import { readJson } from '../parts/entries.ts'
import type { Fault } from '../parts/fault.ts'
import { Overlay } from './overlay.ts'
import { TEXT_KINDS } from './patient-texts.ts'

/** The translations of one language: `kind/id` to its overlay, and the file that each comes from. */
export type Locale = {
  lang: string
  overlays: Map<string, Overlay>
  files: Map<string, { root: string; file: string }>
}

function read(root: string, file: string, faults: Fault[]): Overlay | null {
  const json = readJson(root, file)
  if ('fault' in json) {
    faults.push(json.fault)
    return null
  }
  const parsed = Overlay.safeParse(json.value)
  if (parsed.success) return parsed.data
  const [path] = parsed.error.issues[0]?.path ?? []
  const line = lineOf(readFileSync(join(root, file), 'utf8'), path === undefined ? [] : [String(path)])
  faults.push({ file, line, item: String(path ?? ''), message: 'is no translation', rule: 'translations' })
  return null
}

/**
 * The translations of one language out of some folders (`<root>/<lang>/<kind>/<id>.json`); a later folder, a clinic's own, wins text by
 * text. Faults are those of reading; what is missing is for the linter.
 */
export function readLocale(roots: readonly string[], lang: string, faults: Fault[]): Locale {
  const locale: Locale = { lang, overlays: new Map(), files: new Map() }
  for (const root of roots)
    for (const { kind } of TEXT_KINDS) {
      const folder = join(lang, kind)
      if (!existsSync(join(root, folder))) continue
      for (const name of readdirSync(join(root, folder)).sort()) {
        if (!name.endsWith('.json')) continue
        const key = `${kind}/${name.slice(0, -'.json'.length)}`
        const overlay = read(root, join(folder, name), faults)
        if (overlay === null) continue
        locale.overlays.set(key, { ...locale.overlays.get(key), ...overlay })
        locale.files.set(key, { root, file: join(folder, name) })
      }
    }
  return locale
}
