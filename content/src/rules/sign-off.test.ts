import { REVIEW_KINDS, reviewables, reviewKey, signedPart, thresholdsOf } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const content = loadContent()
const all = reviewables(content)
const of = (key: string) => {
  const found = all.find((one) => reviewKey(one) === key)
  if (found === undefined) throw new Error(`${key} is not reviewed`)
  return found
}

/** Every number of a value outside of drawings and editions, counted without the code under test. */
function numbersIn(value: unknown, name = ''): number {
  if (['version', 'figure', 'order', 'level'].includes(name)) return 0
  if (typeof value === 'number') return 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, one]) => sum + numbersIn(one, key), 0)
}

describe('what a clinic reviews', () => {
  it('is everything that screens, decides, is shown or read: each kind has items, each item one name', () => {
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(Object.keys(REVIEW_KINDS)))
    expect(new Set(all.map(reviewKey)).size).toBe(all.length)
    const counts = (kind: string) => all.filter((one) => one.kind === kind).length
    expect(counts('red-flags')).toBe(content.redFlags.items.length)
    expect(counts('exercises')).toBe(content.exercises.length)
    expect(counts('lessons')).toBe(content.lessons.length)
    for (const { title, version } of all) expect([title.length > 0, version > 0]).toEqual([true, true])
  })

  it('leaves out nothing that carries a sign-off of its own', () => {
    const signed = (value: unknown): number => {
      if (typeof value !== 'object' || value === null) return 0
      const own = 'signOff' in value && 'id' in value ? 1 : 0
      return Object.values(value).reduce((sum: number, one) => sum + signed(one), own)
    }
    const shipped = all.filter(({ kind, shipped }) => shipped !== null && kind !== 'programme')
    expect(shipped).toHaveLength(signed(content))
  })

  it('takes a warning sign with all of free text that asks about it, and leaves no rule of free text out', () => {
    type Rule = { id: string; lang: string }
    const taken = all.flatMap(({ kind, item }) => {
      if (kind === 'free-text') return [item as Rule]
      return kind === 'red-flags' ? (item as { patterns: Rule[] }).patterns : []
    })
    const named = (rules: readonly Rule[]) => new Set(rules.map(({ id, lang }) => `${id} ${lang}`))
    expect(named(taken)).toEqual(named(content.redFlags.patterns))
  })

  it('takes an exercise with its figure, what the camera looks for, its faults and its precautions', () => {
    const item = of('exercises/cat-cow').item
    expect(item).toMatchObject({ id: 'cat-cow', contraindicationTags: [] })
    expect(item).toHaveProperty('movement.figure')
    expect(item).toHaveProperty('movement.count')
    expect(item).toHaveProperty('faults')
  })

  it('is about all of an item but the mark in its file and its language', () => {
    const { item } = of('exercises/cat-cow')
    expect(signedPart({ ...item, lang: 'en', signOff: { state: 'reviewed' } })).toEqual(signedPart(item))
    expect(signedPart({ ...item, version: 2 })).not.toEqual(signedPart(item))
  })
})

describe('a number that decides something', () => {
  it('is never missing from the table: as many as the item holds', () => {
    for (const one of all) {
      const rows = thresholdsOf(one.item)
      const shown = rows.reduce((sum, { to }) => sum + (typeof to === 'number' ? 2 : 1), 0)
      expect([reviewKey(one), shown]).toEqual([reviewKey(one), numbersIn(one.item)])
    }
  })

  it('stands with its unit, what it is compared with and its source', () => {
    const light = thresholdsOf(of('programme/trafficLight').item)
    expect(light.find(({ path }) => path.endsWith('greenUpTo'))).toMatchObject({ unit: 'of-10', of: null })
    expect(light.find(({ path }) => path.endsWith('settleHours'))?.unit).toBe('hours')
    const exit = thresholdsOf(of('programme/phase-early').item)
    expect(exit.find((row) => row.of === 'nprs.average')).toMatchObject({
      is: 'at-most',
      value: 4,
      unit: 'of-10',
    })
    expect(exit.find(({ path }) => path === 'weekRange')).toMatchObject({ value: 0, to: 4, unit: 'weeks' })
  })
})
