import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { TextModel } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { DATA_DIR } from '../parts/entries.ts'

describe('the classifier of the free-text screen', () => {
  it('is named by the hash of its weights, by which the version of the content knows it', () => {
    const file = readFileSync(path.join(DATA_DIR, 'red-flags/text-model.json'), 'utf8')
    const { version, ...model } = JSON.parse(file) as TextModel
    expect(version).toBe(createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 12))
  })
})
