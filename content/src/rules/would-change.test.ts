import { evaluate, explain, SENTENCES, VISIT_REASONS } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { alone, and, full, limited, said, valued } from './evidence.ts'
import { content, DESK, type Given, intakeOf, NOW, triageOf } from './people.ts'

const evaluated = (given: Given) => evaluate(intakeOf(given), content, triageOf(), NOW).result
const said_ = (given: Given) =>
  (evaluated(given).wouldChange ?? []).map(({ pattern, because }) => [
    pattern,
    ...because.map((one) => explain(one)),
  ])

describe('what would change its mind', () => {
  it('names the fewest answers that would, the nearest pattern first', () => {
    const [nearest, ...others] = said_(said({ H04: ['stiff'], H05: ['twisting'] }))
    expect(nearest).toEqual(['P6', 'Your pain right now is 7 of 10 or more.'])
    const sizes = others.map((one) => one.length)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })

  it.each([
    ['at the desk', and(DESK, { measures: {} })],
    ['stiff', said({ H04: ['stiff'], H05: ['twisting'] })],
    ['nothing known', said({})],
    ['between two', said({ H03: ['neck', 'side ribs'], H05: ['deep breath or cough', 'phone'] })],
    ['tested', and(DESK, full('seated-rotation'), alone('pass', 'shoulder-blade-strength'))],
  ])('is true: with those answers the other pattern leads (%s)', (_who, given) => {
    const before = evaluated(given)
    expect(before.wouldChange?.length).toBeGreaterThan(0)
    for (const { pattern, because } of before.wouldChange ?? []) {
      expect(pattern).not.toBe(before.pattern)
      expect(because.length).toBeLessThanOrEqual(3)
      const rule = content.patterns.find((one) => one.id === pattern)
      for (const { id } of because)
        expect(rule?.for.map((row) => row.because.replace('pattern.', 'would.'))).toContain(id)
    }
  })

  it('comes true: the answers that it names are given, and that pattern leads', () => {
    const stiff = said({ H04: ['stiff'], H05: ['twisting'] })
    const sharper = {
      H04: ['stiff', 'sharp with movement'],
      H05: ['twisting'],
      H07: 'with certain movements only',
    }
    expect(evaluated(stiff).pattern).toBe('P2')
    expect(evaluated(said(sharper)).pattern).toBe('P3')
  })

  it('does not suppose that the past was another', () => {
    const told = JSON.stringify(evaluated(said({ H01: '6-12 weeks', H02: 'illness' })).wouldChange)
    expect(told).not.toContain('would.sport')
    expect(told).not.toContain('would.persistent')
  })

  it('does not suppose a warning sign', () => {
    for (const H03 of [[], ['neck']])
      expect(JSON.stringify(evaluated(said({ H03, H05: ['phone'] })).wouldChange)).not.toContain('would.arm')
  })

  it('has a sentence for every row that could be named', () => {
    for (const { because } of content.patterns.flatMap((pattern) => pattern.for))
      expect(SENTENCES).toHaveProperty([because.replace('pattern.', 'would.')])
  })

  it('has a sentence for every reason of a pattern and of a finding', () => {
    const patterns = content.patterns.flatMap((one) => [...one.for, ...one.against])
    const more = content.findings.flatMap((finding) => finding.more ?? [])
    for (const { because } of [...patterns, ...more]) expect(SENTENCES).toHaveProperty([because])
    for (const { id } of content.findings) expect(SENTENCES).toHaveProperty([`finding.${id}`])
  })
})

const CLEAR = and(DESK, { measures: {} })

/** Somebody for each reason to suggest a visit. */
const VISITS: Readonly<Record<string, Given>> = {
  unclear: said({}),
  conflict: and(CLEAR, { measures: { nprs: { now: 3, average: 4, worst: 6 } } }, limited('seated-rotation'), {
    answers: { ...CLEAR.answers, H04: ['sharp with movement'] },
  }),
  'nothing-eases': and(CLEAR, said({ H06: ['nothing'] })),
  'no-mechanical': said({ H05: ['nothing clear'], H07: 'same all day' }),
  arm: and(CLEAR, { answers: { ...CLEAR.answers, RF62: 'yes' } }),
  'tests-hurt': and(CLEAR, alone('painful', 'hip-strength', 'hip-rotation', 'rib-breath')),
  upright: and(CLEAR, valued('occiput-wall', 8)),
  'fast-breath': and(CLEAR, valued('breathing-rate', 24)),
  'many-burdens': and(CLEAR, {
    answers: { ...CLEAR.answers, YF01: 8, YF05: 8, YF06: 8, YF09: 'no', YF12: 1 },
  }),
}

describe('a visit', () => {
  const reasons = (given: Given) => (evaluated(given).suggestsVisit ?? []).map(({ id }) => id)

  it.each(VISIT_REASONS.map(({ id }) => id))('is suggested: %s', (id) => {
    expect(reasons(VISITS[id] ?? {})).toContain(`visit.${id}`)
    expect(SENTENCES).toHaveProperty([`visit.${id}`])
  })

  it('is not where the pattern is clear and nothing speaks for one', () => {
    expect(reasons(CLEAR)).toEqual([])
  })

  it('has a reason for each row that somebody was made up for', () => {
    expect(VISIT_REASONS.map(({ id }) => id)).toEqual(Object.keys(VISITS))
    expect(reasons(said({ H05: ['nothing clear'], H07: 'worse at night' }))).toContain('visit.no-mechanical')
  })
})
