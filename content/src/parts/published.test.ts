import { describe, expect, it } from 'vitest'
import { DATA_DIR } from './entries.ts'
import { type Parts, readParts } from './parts.ts'
import { markOfItem, type Published, publishedFaults, publishedWith } from './published.ts'

/** The product's parts with one exercise changed. */
function changed(change: (item: { [key: string]: unknown }) => void): Parts {
  const parts = readParts(DATA_DIR)
  const entry = parts.entries.get('exercises')?.find(({ id }) => id === 'squat')
  if (entry === undefined) throw new Error('no squat')
  change(entry.value as { [key: string]: unknown })
  return parts
}
const all: Published = {
  checked: '',
  items: publishedWith(readParts(DATA_DIR), { checked: '', items: {} }, false).items,
}
const reviewed = { state: 'reviewed', by: 'A. Name', at: '2026-11-22' }

describe('published versions', () => {
  it('as they were published have no fault', () => {
    expect(publishedFaults(readParts(DATA_DIR), all)).toEqual([])
  })

  it('an item that changed under its version is named with file and line', () => {
    const parts = changed((item) => (item['name'] = 'Deep squat'))
    expect(publishedFaults(parts, all)).toMatchObject([
      { file: 'exercises/squat.json', line: 3, item: 'squat', rule: 'published' },
    ])
  })

  it('a raised version is a new one', () => {
    const parts = changed((item) => Object.assign(item, { name: 'Deep squat', version: 99 }))
    expect(publishedFaults(parts, all)).toEqual([])
    expect(publishedWith(parts, all, false)).toMatchObject({ added: 1, refused: [] })
  })

  it('signing off changes no meaning, nor does the order of keys', () => {
    expect(
      publishedFaults(
        changed((item) => (item['signOff'] = reviewed)),
        all,
      ),
    ).toEqual([])
    expect(markOfItem({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(markOfItem({ b: [{ d: 3, c: 2 }], a: 1 }))
    expect(markOfItem([1, 2])).not.toBe(markOfItem([2, 1]))
  })

  it('a mark is never written over, but for drafts when that is asked for, and never for what somebody reviewed', () => {
    const draft = changed((item) => (item['name'] = 'Deep squat'))
    expect(publishedWith(draft, all, false)).toMatchObject({ added: 0, refused: [{ item: 'squat' }] })
    expect(publishedWith(draft, all, true)).toMatchObject({ added: 1, refused: [] })
    const signed = changed((item) => Object.assign(item, { name: 'Deep squat', signOff: reviewed }))
    expect(publishedWith(signed, all, true)).toMatchObject({ added: 0, refused: [{ item: 'squat' }] })
  })
})
