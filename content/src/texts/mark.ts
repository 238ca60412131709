import type { Content } from '@dorsal/care'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from './locales.ts'
import { markOf, type Overlay, stateOf } from './overlay.ts'
import { TEXT_KINDS } from './patient-texts.ts'
import { textsOf } from './text-paths.ts'

/** An overlay with a mark for each bare string, in the order of the item's texts. What belongs to no text stays as it is, for the linter. */
function marked(overlay: Overlay, english: ReadonlyMap<string, string>): Overlay {
  const paths = [...english.keys()].filter((path) => Object.hasOwn(overlay, path))
  const rest = Object.keys(overlay).filter((path) => !english.has(path))
  const entries = [...paths, ...rest].map((path): [string, Overlay[string]] => {
    const [found, text] = [overlay[path] ?? '', english.get(path)]
    if (typeof found !== 'string' || text === undefined) return [path, found]
    return [path, { text: found, of: markOf(text), state: 'draft' }]
  })
  return Object.fromEntries(entries)
}

/** Gives every bare string of a language its mark and the state `draft`, in its file. Says how many files changed. */
export function markLocale(content: Content, locale: Locale): number {
  let changed = 0
  for (const { kind, paths, of } of TEXT_KINDS)
    for (const item of of(content)) {
      const key = `${kind}/${item.id}`
      const [overlay, at] = [locale.overlays.get(key), locale.files.get(key)]
      if (overlay === undefined || at === undefined) continue
      const english = new Map(textsOf(item, paths).map(({ path, text }) => [path, text]))
      const after = `${JSON.stringify(marked(overlay, english), null, 2)}\n`
      const file = join(at.root, at.file)
      if (after === readFileSync(file, 'utf8')) continue
      writeFileSync(file, after)
      changed += 1
    }
  return changed
}

/** The English of one item's texts that have no usable translation yet: what a translator starts from. */
export function openTexts(
  content: Content,
  locale: Locale,
  kind: string,
  id?: string,
): Record<string, Overlay> {
  const rows = TEXT_KINDS.filter((one) => one.kind === kind)
  const items = rows.flatMap((row) => row.of(content)).filter((item) => id === undefined || item.id === id)
  const open = items.map((item): [string, Overlay] => {
    const overlay = locale.overlays.get(`${kind}/${item.id}`)
    const texts = textsOf(item, rows[0]?.paths ?? []).filter(
      ({ path, text }) => !['draft', 'reviewed'].includes(stateOf(overlay, path, text)),
    )
    return [item.id, Object.fromEntries(texts.map(({ path, text }) => [path, text]))]
  })
  return Object.fromEntries(open.filter(([, texts]) => Object.keys(texts).length > 0))
}
