import { expect, it } from 'vitest'
import { KINDS } from '../content/src/parts/kinds.ts'
import { keptFiles, schemaFiles } from './content-schemas.ts'

const [made, kept] = [schemaFiles(), keptFiles()]

it('the schemas for editors are those of the code: npm run schemas', () => {
  expect([...kept.schemas.keys()].toSorted()).toEqual([...made.schemas.keys()].toSorted())
  for (const [name, text] of made.schemas) expect(kept.schemas.get(name), name).toBe(text)
  expect(kept.settings).toBe(made.settings)
})

it('every kind of content has one, and the editor finds it', () => {
  for (const kind of KINDS) {
    expect(made.schemas.has(`${kind.replaceAll('/', '-')}.json`), kind).toBe(true)
    expect(kept.settings).toContain(`/content/data/${kind}/*.json`)
  }
})
