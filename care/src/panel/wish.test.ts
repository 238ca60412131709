import { describe, expect, it } from 'vitest'
import { roomOf } from './caseload.ts'
import { type Findable, fitsReasons, fitsRest } from './wish.ts'

const DANA = '00000000-0000-7000-8000-000000000001'
const OLU = '00000000-0000-7000-8000-000000000002'
const row: Findable = {
  label: 'José Núñez',
  reasons: ['flare', 'missed-days'],
  phase: 'middle',
  cares: [DANA],
  mine: true,
  covered: false,
}
const anybody = { whose: 'all', phase: null, name: '' } as const

describe('a wish', () => {
  it.each<[string, Partial<Parameters<typeof fitsRest>[1]>, Partial<Findable>, boolean]>([
    ['for anybody', {}, {}, true],
    ['for my people', { whose: 'mine' }, {}, true],
    ['for my people, of another', { whose: 'mine' }, { mine: false }, false],
    ['for those I stand in for', { whose: 'covered' }, { covered: true }, true],
    ['for those I stand in for, of my own', { whose: 'covered' }, {}, false],
    ['for nobody’s people', { whose: 'nobody' }, { cares: [] }, true],
    ['for nobody’s people, of somebody', { whose: 'nobody' }, {}, false],
    ['for a colleague’s', { whose: DANA }, {}, true],
    ['for another colleague’s', { whose: OLU }, {}, false],
    ['for a phase', { phase: 'middle' }, {}, true],
    ['for another phase', { phase: 'early' }, {}, false],
    ['for a phase, without a plan', { phase: 'early' }, { phase: null }, false],
    ['for a part of a name, without its accents', { name: ' nunez ' }, {}, true],
    ['for another name', { name: 'nunes' }, {}, false],
    ['for both, one of them wrong', { phase: 'early', name: 'nunez' }, {}, false],
  ])('%s', (_what, wish, more, fits) => {
    expect(fitsRest({ ...row, ...more }, { ...anybody, ...wish })).toBe(fits)
  })

  it('takes any of several reasons', () => {
    expect(fitsReasons(row, [])).toBe(true)
    expect(fitsReasons(row, ['red-flag', 'flare'])).toBe(true)
    expect(fitsReasons(row, ['red-flag'])).toBe(false)
  })
})

it('a caseload has room until the number that was agreed, and never less than none', () => {
  expect(roomOf({ patients: 70, cap: 80 })).toBe(10)
  expect(roomOf({ patients: 90, cap: 80 })).toBe(0)
  expect(roomOf({ patients: 90, cap: null })).toBeNull()
})
