import { getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

type Entry = { message?: string; translation?: string; obsolete?: boolean }
type Entries = Readonly<Record<string, Entry>>

const configPath = fileURLToPath(new URL('../../lingui.config.ts', import.meta.url))
let used: Entries = {}
const kept: Record<string, Entries> = {}

beforeAll(async () => {
  const [catalog] = await getCatalogs(getConfig({ configPath }))
  if (catalog === undefined) throw new Error('There is no catalogue.')
  used = (await catalog.collect()) ?? {}
  for (const lang of ['es', 'pt']) kept[lang] = (await catalog.read(lang)) ?? {}
})

/** What must stand in a translation as it stands in the English: values, parts in markup. */
const holes = (text: string): string[] =>
  [...new Set(text.match(/\{\w+(?=[,}])|<\/?\d+\/?>|#/g))].sort()

describe.each(['es', 'pt'])('every message in the code has a translation: %s', (lang) => {
  it('is there; else: npm run strings -w web, and translate what is empty', () => {
    expect(Object.keys(used).length).toBeGreaterThan(500)
    const missing = Object.entries(used).filter(([id]) => !kept[lang]?.[id]?.translation)
    expect(missing.map(([, { message }]) => message)).toEqual([])
  })

  it('says the same values', () => {
    const off = Object.entries(used).filter(([id, { message = '' }]) => {
      const said = kept[lang]?.[id]?.translation ?? ''
      return said !== '' && holes(said).join() !== holes(message).join()
    })
    expect(off.map(([, { message }]) => message)).toEqual([])
  })
})
