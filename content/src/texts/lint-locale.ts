import type { Content } from '@dorsal/care'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../parts/fault.ts'
import { lineOf } from '../parts/json-lines.ts'
import type { Locale } from './locales.ts'
import { stateOf, type TextState } from './overlay.ts'
import { TEXT_KINDS } from './patient-texts.ts'
import { textsOf } from './text-paths.ts'

/** What is said of a text that is not in order in a language. */
const SAID: Readonly<Partial<Record<TextState, string>>> = {
  missing: 'has no translation, and it is about safety',
  unmarked: 'has no mark of its English yet: run npm run translations',
  stale: 'was made from another English text: translate it again',
}

/** The language as a whole: how many texts it has in which state. */
export type Coverage = { kind: string; safety: boolean; states: Record<TextState, number> }

function placeOf(locale: Locale, key: string, path: string): { file: string; line: number } {
  const at = locale.files.get(key)
  if (at === undefined) return { file: `${locale.lang}/${key}.json`, line: 1 }
  return { file: at.file, line: lineOf(readFileSync(join(at.root, at.file), 'utf8'), [path]) }
}

/**
 * What is wrong with a language. Texts about safety must be there and be made from the English as it is: without that nobody gets content
 * in this language. With `all`, as the linter is run, other texts that are stale or unmarked and translations of nothing are named too.
 */
export function translationFaults(content: Content, locale: Locale, all: boolean): Fault[] {
  const faults: Fault[] = []
  const say = (key: string, path: string, message: string): void => {
    faults.push({ ...placeOf(locale, key, path), item: path, message, rule: 'translations' })
  }
  const known = new Set<string>()
  for (const { kind, safety, paths, of } of TEXT_KINDS)
    for (const item of of(content)) {
      const key = `${kind}/${item.id}`
      known.add(key)
      const overlay = locale.overlays.get(key)
      const texts = textsOf(item, paths)
      for (const { path, text } of texts) {
        const state = stateOf(overlay, path, text)
        const said = SAID[state]
        if (said !== undefined && (safety || (all && state !== 'missing'))) say(key, path, said)
      }
      const own = new Set(texts.map(({ path }) => path))
      for (const path of Object.keys(overlay ?? {}))
        if (all && !own.has(path)) say(key, path, 'is no text of this item')
    }
  for (const key of locale.overlays.keys()) if (all && !known.has(key)) say(key, '', `${key} is not there`)
  return faults
}

/** How far a language is translated, kind by kind. */
export function coverageOf(content: Content, locale: Locale): Coverage[] {
  return TEXT_KINDS.map(({ kind, safety, paths, of }) => {
    const states: Record<TextState, number> = { missing: 0, unmarked: 0, stale: 0, draft: 0, reviewed: 0 }
    for (const item of of(content))
      for (const { path, text } of textsOf(item, paths))
        states[stateOf(locale.overlays.get(`${kind}/${item.id}`), path, text)] += 1
    return { kind, safety, states }
  })
}
