import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Disposition } from '@dorsal/care'

/** One text of the corpus; `category` is a red flag (or a group of them), or the kind of harmless look-alike. */
export type CorpusRow = {
  id: string
  lang: string
  style: string
  category: string
  flag: boolean
  disposition: Disposition | null
  text: string
  turns: string[]
}

const ROOT = new URL('../../content/corpus/', import.meta.url).pathname

/** All texts of a part of the corpus, in order of file name; empty when the part is not there. Each file is one style of writing. */
export function corpusRows(part: 'train' | 'held-out'): CorpusRow[] {
  const folder = `${ROOT}${part}/`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(folder + name, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({
          turns: [],
          ...(JSON.parse(line) as Omit<CorpusRow, 'style' | 'turns'>),
          style: name.slice(0, -6),
        })),
    )
}
