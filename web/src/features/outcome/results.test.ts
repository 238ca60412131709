import type { CheckIn } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { dangerOfItems, readWords } from './danger.ts'
import { CONTENT, COURSE, FLAGS, flag, MEASURES } from './outcome-fixture.ts'
import { plainScore, resultsOf } from './results.ts'

const checkIn = (day: number, answers: CheckIn['answers']): CheckIn => ({
  id: `018f0000-0000-7000-8000-0000000000${day}`,
  at: `2026-11-${day}T09:00:00.000Z`,
  moments: ['weekly'],
  answers,
  event: null,
})
const pain = (day: number, value: number | null) => checkIn(day, { nprs: { nprs_avg: value } })
const results = (now: CheckIn, earlier: CheckIn[] = []) =>
  resultsOf(now, earlier, Object.values(MEASURES), COURSE)

describe('what the answers say', () => {
  it.each([
    ['against the start where there is nothing else', [], 3, 5, 'better'],
    ['against the answer before', [pain(10, 3)], 3, 3, 'about-the-same'],
    ['not against one that came after', [pain(30, 9)], 3, 5, 'better'],
    ['nor against itself', [pain(20, 3)], 3, 5, 'better'],
  ])('%s', (_, earlier, value, before, meaning) => {
    const [result] = results(pain(20, value), earlier)
    expect(result).toMatchObject({ value, before, change: { meaning } })
  })

  it('is nothing where the question was skipped', () => {
    expect(results(pain(20, null))).toEqual([])
  })

  it('names the limits that ask somebody to look', () => {
    const [low] = results(checkIn(20, { phq2: { phq2_1: 2 } }))
    const [high] = results(checkIn(20, { phq2: { phq2_1: 3 } }))
    expect([low?.limits.length, high?.limits.length]).toEqual([0, 1])
  })

  it('has one decimal at most', () => {
    expect([4, 4.6667].map(plainScore)).toEqual(['4', '4.7'])
  })
})

describe('a danger', () => {
  it('of a sign that was chosen has its card, an emergency before any other', () => {
    expect(dangerOfItems([FLAGS[1] ?? flag('x')], CONTENT)?.card).toBe('self-harm')
    expect(dangerOfItems(FLAGS, CONTENT)?.card).toBe('emergency')
    expect(dangerOfItems([FLAGS[2] ?? flag('x')], CONTENT)).toMatchObject({
      disposition: 'see_clinician_first',
      card: 'clinician-first',
    })
  })

  it('is none without a sign, nor with a mere caution', () => {
    expect(dangerOfItems([], CONTENT)).toBeNull()
    expect(dangerOfItems([flag('RF60', { disposition: 'caution', card: 'caution' })], CONTENT)).toBeNull()
  })

  it('that was written has the card of its rule, and the words that raised it', () => {
    const { danger } = readWords('since then I have chest pain', CONTENT, 'en')
    expect(danger).toMatchObject({
      disposition: 'emergency_now',
      card: 'emergency',
      rules: ['T-chest'],
      because: [{ values: { words: 'chest pain' } }],
    })
  })

  it('is none in plain words', () => {
    expect(readWords('a bit sore after the bands', CONTENT, 'en')).toEqual({ danger: null, asks: [] })
  })
})
