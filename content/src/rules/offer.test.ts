import { offerTests } from '@dorsal/care'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patientContent } from '../for-patients.ts'
import { alone, and, limited, said } from './evidence.ts'
import { content, DESK, type Given, intakeOf, NOW } from './people.ts'

const { movementTests: tests, furtherTests, selfTests } = patientContent(content)

const offered = (given: Given, { camera = true, tags = [] as string[] } = {}) =>
  offerTests({
    intake: intakeOf({ measures: {}, ...given }),
    tags,
    tests,
    furtherTests,
    selfTests,
    camera,
    now: NOW,
  })
const ids = (given: Given, how = {}) => offered(given, how).further.map(({ test }) => test.id)

/** Somebody for each further test. Answers that call for nothing else, so that it is not pushed out. */
const CASES: Readonly<Record<string, Given>> = {
  'breathing-pattern': said({ B11: 7 }),
  'breathing-rate': said({ H05: ['deep breath or cough'] }),
  'chair-stand-30s': said({ B09: 1 }),
  extension: said({ H13: ['stuck_or_rounded'] }),
  flexion: said({ H05: ['bending'] }),
  'head-forward': said({ B05: 3 }),
  'hip-hinge': said({ H05: ['bending'] }),
  'lumbar-locked-rotation': and(limited('seated-rotation'), said({ 'H14.positions': ['kneeling'] })),
  'neck-rotation': said({ H03: ['neck'] }),
  'occiput-wall': { yearOfBirth: 1955 },
  'prone-endurance': said({ H07: 'builds up to evening', 'H14.positions': ['front'] }),
  'rounded-shoulder': said({ H13: ['stuck_or_rounded'] }),
  'scapular-hold': said({ H05: ['sitting'] }),
  'wall-angel': said({ H05: ['reaching overhead'] }),
  'chest-length': said({ H05: ['phone'] }),
  'lat-length': said({ B07: ['swimming'] }),
  'upper-trapezius-length': said({ H03: ['shoulder'] }),
  'hip-flexor-length': said({ B04: 2 }),
  'shoulder-blade-strength': said({ H05: ['lifting'] }),
  'trunk-endurance': said({ H05: ['standing still'] }),
  'hip-strength': said({ B06: 5 }),
  'rib-breath': said({ H03: ['side ribs'] }),
  'hip-rotation': said({ H05: ['twisting'] }),
}

describe('the tests that are offered', () => {
  it.each([...furtherTests, ...selfTests].map(({ id }) => id))('%s, to whom it matters', (id) => {
    expect(ids(CASES[id] ?? {})).toContain(id)
    expect(ids(said({}))).not.toContain(id)
  })

  it.each<[string, Given]>([
    ['breathing-pattern', said({ H05: ['deep breath or cough'] })],
    ['chair-stand-30s', { yearOfBirth: 1955 }],
    ['hip-hinge', said({ H02: 'lifting or effort' })],
    ['wall-angel', said({ B07: ['overhead'] })],
    ['hip-flexor-length', said({ B01: 6 })],
    ['hip-strength', said({ H05: ['lifting'] })],
    ['lat-length', said({ B07: ['overhead'] })],
    ['shoulder-blade-strength', said({ H05: ['sitting'] })],
    ['trunk-endurance', said({ H07: 'builds up to evening' })],
  ])('%s, for another reason, too', (id, given) => {
    expect(ids(given)).toContain(id)
  })

  it('are all tests of the content, first ones and further ones', () => {
    expect(tests.length + furtherTests.length).toBe(content.movementTests.length)
    expect(tests).toHaveLength(3)
  })

  it('follow from the first results, too', () => {
    expect(ids(limited('shoulder-flexion'))).toEqual(expect.arrayContaining(['wall-angel', 'lat-length']))
    expect(ids(limited('seated-rotation'))).toContain('hip-rotation')
  })

  it('begin with what matters most', () => {
    expect(ids(DESK)[0]).toBe('scapular-hold')
  })

  it('without a camera leave out only what nobody can judge alone', () => {
    const given = said({ H05: ['deep breath or cough', 'sitting'], H03: ['neck'] })
    expect(ids(given, { camera: false })).not.toContain('breathing-rate')
    expect(ids(given, { camera: false })).toEqual(expect.arrayContaining(['scapular-hold', 'neck-rotation']))
  })

  it.each([
    ['vertigo', said({ H03: ['neck'] }), 'neck-rotation'],
    ['vertigo', said({ H03: ['neck'] }), 'upper-trapezius-length'],
    ['balance_risk', said({ B09: 1 }), 'chair-stand-30s'],
    ['rib_injury', said({ H03: ['side ribs'] }), 'rib-breath'],
    ['pregnancy_2_3', said({ B06: 5 }), 'hip-strength'],
    ['bp_uncontrolled', said({ H05: ['standing still'] }), 'trunk-endurance'],
  ])('with %s leave out what it forbids: %#', (tag, given, id) => {
    expect(ids(given)).toContain(id)
    expect(ids(given, { tags: [tag] })).not.toContain(id)
  })

  it('leave out also of the first ones what a precaution forbids', () => {
    expect(offered(said({}), { tags: ['rib_injury'] }).first.map(({ id }) => id)).toEqual([
      'shoulder-flexion',
    ])
  })

  it('need only positions and things that the person has', () => {
    const swims = said({ B07: ['swimming'] })
    expect(ids(and(swims, said({ 'H14.positions': ['seated'] })))).not.toContain('lat-length')
    expect(ids(and(swims, said({ 'H14.positions': ['back'] })))).toContain('lat-length')
    expect(ids(and(CASES['chest-length'] ?? {}, said({ 'H14.equipment': ['chair'] })))).not.toContain(
      'chest-length',
    )
  })

  it('are none at all with pain above six of ten', () => {
    const sore = (now: number) => offered(and(DESK, { measures: { nprs: { now, average: 3, worst: 8 } } }))
    expect(sore(7)).toEqual({ first: [], further: [], minutes: 0, tooSore: true })
    expect(sore(6).further.length).toBeGreaterThan(0)
  })

  it('never take more than eight minutes, and keep to every precaution, whatever was said', () => {
    const tags = Object.keys(content.programme.precautionTags)
    fc.assert(
      fc.property(
        fc.subarray(Object.values(CASES)),
        fc.subarray(tags, { maxLength: 4 }),
        fc.boolean(),
        (cases, with_, camera) => {
          const { further, minutes } = offered(and(...cases, alone('pass')), { camera, tags: with_ })
          expect(minutes).toBeLessThanOrEqual(8)
          for (const { by, test } of further) {
            const skip = by === 'self' ? test.skipTags : test.protocol.skipTags
            expect(skip.some((tag) => with_.includes(tag))).toBe(false)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
