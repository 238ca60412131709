import { describe, expect, it } from 'vitest'
import { STAFF_ROLES, type StaffRole } from '../access/principal.ts'
import type { CheckedLicence } from '../account/licence.ts'
import { licenceLine, reviewFault, type ReviewLine, signerFault, standingOf } from './review.ts'

const NOW = '2026-11-22T12:00:00.000Z'
const by = { staffId: '00000000-0000-7000-8000-000000000001', name: 'Lea Lead', licence: 'PT, PT 1' }
const line = (act: ReviewLine['act'], hash = 'a', words = ''): ReviewLine => ({
  act,
  version: 1,
  hash,
  by,
  at: NOW,
  words,
})
const DRAFT = { state: 'draft', by: null, at: null } as const
const IN_FILE = { state: 'reviewed', by: 'F. File, PT', at: '2026-01-01' } as const

describe('where an item stands', () => {
  it.each([
    ['nobody said anything', DRAFT, null, 'unsigned'],
    ['it carries no mark at all', null, null, 'unsigned'],
    ['its own file says who reviewed it', IN_FILE, null, 'signed'],
    ['it was signed as it is', DRAFT, line('sign'), 'signed'],
    ['it was signed as something else', DRAFT, line('sign', 'b'), 'changed'],
    ['it was returned as it is', DRAFT, line('return', 'a', 'Too many.'), 'returned'],
    ['it was returned as something else', DRAFT, line('return', 'b'), 'changed'],
    ['the signature was taken back', DRAFT, line('withdraw'), 'unsigned'],
    ['the clinic took back what the file says', IN_FILE, line('withdraw'), 'unsigned'],
    ['the clinic returned what the file says', IN_FILE, line('return'), 'returned'],
    ['the clinic signed something else than the file', IN_FILE, line('sign', 'b'), 'changed'],
  ] as const)('%s', (_, shipped, last, state) => {
    expect(standingOf('a', shipped, last).state).toBe(state)
  })

  it('names who and when only where somebody did', () => {
    expect(standingOf('a', DRAFT, line('sign'))).toMatchObject({ by: 'Lea Lead', at: NOW })
    expect(standingOf('a', IN_FILE, null)).toMatchObject({ by: 'F. File, PT', at: '2026-01-01' })
    expect(standingOf('a', DRAFT, line('withdraw'))).toMatchObject({ by: null, at: null })
  })
})

describe('who may sign', () => {
  const licence: CheckedLicence = {
    kind: 'Physical therapist',
    number: '12345',
    country: 'PT',
    region: null,
    expiresOn: '2026-11-22',
    checkedAt: NOW,
    checkedBy: null,
  }
  const fault = (
    role: StaffRole,
    given: { appointed?: boolean; licence?: CheckedLicence | null; now?: string; country?: string } = {},
  ) =>
    signerFault(
      {
        role,
        appointed: given.appointed ?? true,
        licence: given.licence === undefined ? licence : given.licence,
      },
      { now: given.now ?? NOW, country: given.country ?? 'PT' },
    )

  it('is whom an administrator appointed, or an administrator who treats; never anybody of another role', () => {
    for (const role of STAFF_ROLES) {
      const treats = role === 'therapist' || role === 'clinic-admin'
      expect([role, fault(role)]).toEqual([role, treats ? null : 'not-lead'])
      expect([role, fault(role, { appointed: false })]).toEqual([
        role,
        role === 'clinic-admin' ? null : 'not-lead',
      ])
    }
  })

  it('has a licence, for this country, to the end of its last day', () => {
    expect(fault('clinic-admin', { licence: null })).toBe('licence-missing')
    expect(fault('therapist', { now: '2026-11-22T23:59:59.000Z' })).toBeNull()
    expect(fault('therapist', { now: '2026-11-23T00:00:00.000Z' })).toBe('licence-expired')
    expect(fault('therapist', { country: 'BR' })).toBe('licence-elsewhere')
  })

  it('is named with what they are licensed as, where and under which number', () => {
    expect(licenceLine(licence)).toBe('Physical therapist, PT 12345')
    expect(licenceLine({ ...licence, region: 'Norte' })).toBe('Physical therapist, PT Norte 12345')
  })
})

describe('an act', () => {
  const seen = { hash: 'a', seenHash: 'a', opened: true, words: 'Dose too high.', state: 'unsigned' } as const
  it.each([
    ['sign', {}, null],
    ['sign', { words: '' }, null],
    ['sign', { opened: false }, 'not-opened'],
    ['sign', { seenHash: 'b' }, 'changed'],
    ['sign', { state: 'signed' }, 'signed-already'],
    ['sign', { state: 'returned' }, null],
    ['sign', { state: 'changed' }, null],
    ['return', {}, null],
    ['return', { opened: false }, 'not-opened'],
    ['return', { seenHash: 'b' }, 'changed'],
    ['return', { words: '  no      ' }, 'words'],
    ['return', { state: 'signed' }, null],
    ['withdraw', { state: 'signed' }, null],
    ['withdraw', { state: 'changed', seenHash: 'b', opened: false }, null],
    ['withdraw', {}, 'nothing-to-withdraw'],
    ['withdraw', { state: 'signed', words: 'no' }, 'words'],
  ] as const)('%s %o: %s', (act, given, fault) => {
    expect(reviewFault(act, { ...seen, ...given })).toBe(fault)
  })
})
