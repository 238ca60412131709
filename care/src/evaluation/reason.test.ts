import { describe, expect, it } from 'vitest'
import { SENTENCES } from '../because.ts'
import { listed } from '../listed.ts'
import { reason } from './reason.ts'

const SAY = {
  sits: 'You sit {sittingHours} hours and it gets worse with {worse}.',
  'sits.plain': 'You sit a lot.',
}

describe('a reason', () => {
  it('is filled from the person’s own answers', () => {
    expect(reason('sits', { B01: 9, H05: ['sitting', 'desk or laptop'] }, SAY)).toEqual({
      id: 'sits',
      values: { sittingHours: 9, worse: 'sitting and desk work' },
    })
  })

  it('is said plainly where an answer is missing or names nothing', () => {
    expect(reason('sits', { B01: 9 }, SAY)).toEqual({ id: 'sits.plain' })
    expect(reason('sits', { B01: 9, H05: ['nothing clear'] }, SAY)).toEqual({ id: 'sits.plain' })
  })

  it('takes a strange answer as its own words, never as a part of the language', () => {
    for (const odd of ['__proto__', 'constructor', 'toString'])
      expect(reason('sits', { B01: 9, H05: odd }, SAY).values).toEqual({ sittingHours: 9, worse: odd })
  })

  it('lists as one speaks, three at most', () => {
    expect(['a', 'a b', 'a b c', 'a b c d'].map((words) => listed(words.split(' ')))).toEqual([
      'a',
      'a and b',
      'a, b and c',
      'a, b and c',
    ])
  })

  it('has a plain form for every sentence that names an answer which may be missing', () => {
    const asked = Object.entries(SENTENCES).filter(
      ([id, sentence]) =>
        /^(?:finding|pattern|menu|note)\./.test(id) &&
        sentence.includes('{') &&
        !id.startsWith('finding.other'),
    )
    expect(asked.length).toBeGreaterThan(30)
    for (const [id] of asked) if (id !== 'pattern.two-fit') expect(SENTENCES).toHaveProperty([`${id}.plain`])
  })
})
