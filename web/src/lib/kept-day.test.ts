import { describe, expect, it } from 'vitest'
import { givenIn, type KeptDay, NOTHING_GIVEN } from './kept-day.ts'

const AT = '2026-03-02T09:00:00.000Z'
const kept: KeptDay = { which: 'flare-up', answers: { PS1: 'no' }, pain: 4, worry: null, at: AT }
const given = { answers: { PS1: 'no' }, pain: 4, worry: null }

describe('what was answered about a day', () => {
  it('stands after a reload, for an hour', () => {
    expect(givenIn(kept, 'flare-up', AT)).toEqual(given)
    expect(givenIn(kept, 'flare-up', '2026-03-02T10:00:00.000Z')).toEqual(given)
  })

  it.each<[string, unknown, 'flare-up' | 'again', string]>([
    ['an older one', kept, 'flare-up', '2026-03-02T10:00:00.001Z'],
    ['one from a clock set back', kept, 'flare-up', '2026-03-02T08:59:00.000Z'],
    ['one of another kind', kept, 'again', AT],
    ['one without a time', { ...kept, at: 'yesterday' }, 'flare-up', AT],
    ['none', undefined, 'flare-up', AT],
    ['one of another version', { ...kept, answers: 'no' }, 'flare-up', AT],
  ])('%s answers nothing', (_what, value, which, now) => {
    expect(givenIn(value, which, now)).toEqual(NOTHING_GIVEN)
  })
})
