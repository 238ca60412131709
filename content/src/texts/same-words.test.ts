import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const LOCALES = fileURLToPath(new URL('../../locales/', import.meta.url))

/** What each English text is in a language, over all items: by its mark. */
function saidIn(lang: string): Map<string, Set<string>> {
  const said = new Map<string, Set<string>>()
  for (const name of readdirSync(`${LOCALES}${lang}`, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.json')) continue
    const texts: Record<string, { text: string; of: string }> = JSON.parse(
      readFileSync(`${LOCALES}${lang}/${name}`, 'utf8'),
    )
    for (const { text, of } of Object.values(texts)) said.set(of, (said.get(of) ?? new Set()).add(text))
  }
  return said
}

describe('the same English', () => {
  // Replies are put into a language text by text: two ways to say one sentence would depend on where it was found first.
  it.each(['es', 'pt'])('is said in the same words everywhere: %s', (lang) => {
    const different = [...saidIn(lang).values()].filter((texts) => texts.size > 1).map((texts) => [...texts])
    expect(different).toEqual([])
  })
})
