import { type Content, evaluate, explain } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { alone, and, limited, said, turned, valued } from './evidence.ts'
import { content, type Given, intakeOf, NOW, triageOf } from './people.ts'

const findingIn = (own: Content, id: string, given: Given) =>
  evaluate(intakeOf({ measures: {}, ...given }), own, triageOf(), NOW).result.findings.find(
    (finding) => finding.id === id,
  )
const sure = (id: string, given: Given) => findingIn(content, id, given)?.confidence

const EVENING = said({ H07: 'builds up to evening' })
const SITS = { H05: ['sitting'], H06: ['walking or moving'] }
const unevenClose = turned('seated-rotation', 32, 45)
const locked = turned('lumbar-locked-rotation', 46, 70)

/** How sure each finding is: plainly, and by what makes it surer or less sure. Author's numbers, by hand. */
const CASES: readonly [string, string, Given, number][] = [
  ['sitting-related', 'plainly', said(SITS), 0.85],
  ['sitting-related', 'and long sitting', said({ ...SITS, B01: 6 }), 0.9],
  ['stuck-rounded', 'and a gap', and(said({ H13: ['stuck_or_rounded'] }), valued('occiput-wall', 8)), 0.7],
  [
    'stuck-rounded',
    'and a short chest',
    and(said({ H13: ['stuck_or_rounded'] }), alone('limited', 'chest-length')),
    0.6,
  ],
  ['rotation-limited', 'far below the limit', turned('seated-rotation', 12, 15), 0.7],
  ['rotation-limited', 'within the error of the camera', turned('seated-rotation', 25, 27), 0.5],
  ['rotation-limited', 'the same with a small error', turned('seated-rotation', 25, 27, 4), 0.7],
  ['rotation-limited', 'by own judgement', limited('seated-rotation'), 0.6],
  [
    'rotation-limited',
    'and twisting',
    and(turned('seated-rotation', 12, 15), said({ H05: ['twisting'] })),
    0.8,
  ],
  [
    'rotation-limited',
    'and with the low back still',
    and(turned('seated-rotation', 12, 15), limited('lumbar-locked-rotation')),
    0.8,
  ],
  ['rotation-uneven', 'by far', turned('seated-rotation', 20, 45), 0.6],
  ['rotation-uneven', 'within the error', unevenClose, 0.45],
  ['rotation-uneven', 'and with the low back still', and(turned('seated-rotation', 20, 45), locked), 0.7],
  ['rotation-typical', 'by far', turned('seated-rotation', 45, 46), 0.7],
  ['rotation-typical', 'within the error', turned('seated-rotation', 36, 38), 0.5],
  [
    'rotation-typical',
    'by own judgement',
    { movementTests: { 'seated-rotation': { left: null, right: null, source: 'self', rating: 'full' } } },
    0.6,
  ],
  ['side-bend-limited', 'by far', turned('lateral-flexion', 8, 9), 0.7],
  ['side-bend-limited', 'within the error', turned('lateral-flexion', 18, 22), 0.5],
  ['side-bend-limited', 'by own judgement', limited('lateral-flexion'), 0.6],
  ['reach-limited', 'by far', turned('shoulder-flexion', 110, 112), 0.65],
  ['reach-limited', 'within the error', turned('shoulder-flexion', 138, 140), 0.45],
  ['reach-limited', 'by own judgement', limited('shoulder-flexion'), 0.55],
  [
    'reach-limited',
    'and reaching',
    and(limited('shoulder-flexion'), said({ H05: ['reaching overhead'] })),
    0.65,
  ],
  [
    'reach-limited',
    'and a short back muscle',
    and(limited('shoulder-flexion'), alone('limited', 'lat-length')),
    0.65,
  ],
  ['movement-painful', 'one', alone('painful', 'hip-strength'), 0.75],
  ['movement-painful', 'three', alone('painful', 'hip-strength', 'hip-rotation', 'rib-breath'), 0.85],
  ['rib-linked', 'and stiff ribs', and(said({ H03: ['side ribs'] }), alone('limited', 'rib-breath')), 0.75],
  ['rib-linked', 'and side bend', and(said({ H03: ['side ribs'] }), limited('lateral-flexion')), 0.65],
  ['neck-shoulder-linked', 'and turning', and(said({ H03: ['neck'] }), limited('neck-rotation')), 0.75],
  ['neck-shoulder-linked', 'and the phone', said({ H03: ['neck'], H05: ['phone'] }), 0.65],
  ['load-related', 'and hard to steer', and(said({ H05: ['lifting'] }), limited('hip-hinge')), 0.8],
  ['neck-turn-limited', 'by far', turned('neck-rotation', 40, 42), 0.65],
  ['neck-turn-limited', 'within the error', turned('neck-rotation', 55, 56), 0.45],
  ['neck-turn-limited', 'by own judgement', limited('neck-rotation'), 0.55],
  ['neck-turn-uneven', 'by far', turned('neck-rotation', 50, 80), 0.55],
  ['neck-turn-uneven', 'within the error', turned('neck-rotation', 62, 80), 0.4],
  ['control-low', 'within the error', valued('hip-hinge', 1), 0.4],
  ['control-low', 'reaching, within the error', valued('wall-angel', 1), 0.4],
  ['control-low', 'by own judgement', limited('hip-hinge'), 0.5],
  ['control-low', 'reaching, by own judgement', limited('wall-angel'), 0.5],
  ['control-low', 'both', limited('hip-hinge', 'wall-angel'), 0.55],
  ['legs-tire', 'by far', valued('chair-stand-30s', 9), 0.7],
  ['legs-tire', 'within the error', valued('chair-stand-30s', 13), 0.5],
  ['chest-short', 'plainly', alone('limited', 'chest-length'), 0.5],
  ['chest-short', 'hurts', alone('painful', 'chest-length'), 0.4],
  [
    'chest-short',
    'and rounded',
    and(alone('limited', 'chest-length'), said({ H13: ['stuck_or_rounded'] })),
    0.6,
  ],
  ['lat-short', 'hurts', alone('painful', 'lat-length'), 0.4],
  ['lat-short', 'and reach', and(alone('limited', 'lat-length'), limited('shoulder-flexion')), 0.65],
  ['neck-shoulder-tight', 'hurts', alone('painful', 'upper-trapezius-length'), 0.4],
  [
    'neck-shoulder-tight',
    'and marked',
    and(alone('limited', 'upper-trapezius-length'), said({ H03: ['neck'] })),
    0.6,
  ],
  ['hip-flexors-short', 'hurts', alone('painful', 'hip-flexor-length'), 0.35],
  ['hip-flexors-short', 'and sits', and(alone('limited', 'hip-flexor-length'), said({ B01: 6 })), 0.55],
  ['blades-tire', 'by far', valued('scapular-hold', 5), 0.55],
  ['blades-tire', 'within the error', valued('scapular-hold', 15), 0.35],
  ['blades-tire', 'by own judgement', limited('scapular-hold'), 0.45],
  ['blades-tire', 'twice', and(valued('scapular-hold', 5), alone('limited', 'shoulder-blade-strength')), 0.7],
  ['blades-tire', 'and evening', and(valued('scapular-hold', 5), EVENING), 0.65],
  ['trunk-tires', 'within the error', valued('prone-endurance', 10), 0.3],
  ['trunk-tires', 'by own judgement', limited('prone-endurance'), 0.4],
  ['trunk-tires', 'twice', and(limited('prone-endurance'), alone('limited', 'trunk-endurance')), 0.55],
  ['trunk-tires', 'and evening', and(alone('limited', 'trunk-endurance'), EVENING), 0.6],
  ['hips-weak', 'hurts', alone('painful', 'hip-strength'), 0.4],
  ['hips-weak', 'and stands', and(alone('limited', 'hip-strength'), valued('chair-stand-30s', 5)), 0.65],
  [
    'ribs-stiff',
    'and breath',
    and(alone('limited', 'rib-breath'), said({ H05: ['deep breath or cough'] })),
    0.65,
  ],
  ['ribs-stiff', 'and fast', and(alone('limited', 'rib-breath'), valued('breathing-rate', 24)), 0.55],
  ['hips-turn-less', 'hurts', alone('painful', 'hip-rotation'), 0.35],
  [
    'hips-turn-less',
    'and twisting',
    and(alone('limited', 'hip-rotation'), said({ H05: ['twisting'] })),
    0.55,
  ],
  ['breath-fast', 'by far', valued('breathing-rate', 24), 0.6],
  ['breath-fast', 'within the error', valued('breathing-rate', 22), 0.4],
  ['breath-fast', 'and stress', and(valued('breathing-rate', 24), said({ B11: 8 })), 0.7],
  ['upright-limited', 'by far', valued('occiput-wall', 8), 0.6],
  ['upright-limited', 'within the error', valued('occiput-wall', 6), 0.4],
  [
    'upright-limited',
    'and rounded',
    and(valued('occiput-wall', 8), said({ H13: ['stuck_or_rounded'] })),
    0.7,
  ],
  ['long-driving', 'and driving hurts', said({ B04: 3, H05: ['driving'] }), 0.75],
  ['phone-hours', 'and the phone hurts', said({ B05: 3, H05: ['phone'] }), 0.65],
  ['heavy-days', 'and lifting hurts', said({ B06: 12, H05: ['lifting'] }), 0.65],
  ['poor-sleep', 'and short nights', said({ YF06: 6, B10: 5 }), 0.75],
]

describe('how sure a finding is', () => {
  it.each(CASES)('%s, %s', (id, _what, given, confidence) => {
    expect(sure(id, given)).toBe(confidence)
  })

  const rows = content.findings.flatMap(({ id, more = [] }) =>
    more.map((row, index) => ({ id, index, because: row.because })),
  )
  it.each(rows)('a case would miss row $index of $id, $because', ({ id, index }) => {
    const without = structuredClone(content)
    without.findings.find((finding) => finding.id === id)?.more?.splice(index, 1)
    const missed = CASES.filter(([own]) => own === id).some(
      ([, , given, confidence]) => findingIn(without, id, given)?.confidence !== confidence,
    )
    expect(missed).toBe(true)
  })

  it('says why it is less sure, with the error beside the number', () => {
    const close = findingIn(content, 'rotation-limited', turned('seated-rotation', 25, 27))
    expect(close?.because.map((because) => explain(because))).toEqual([
      'You turned 25° to the left and 27° to the right (give or take 10°). That is less than most people of your age.',
      'What was measured lies close to the limit, within what such a measurement can be wrong by. So this is less sure.',
    ])
  })

  it('needs no more than the person’s own flag for each of the twelve burdens', () => {
    expect(content.yellowFlags).toHaveLength(12)
    const facts = (own: unknown) => JSON.stringify(own)
    // One is a note for the therapist alone: "it changes nothing in your care" is kept.
    for (const { id, counted } of content.yellowFlags.filter((flag) => flag.asked.by !== 'computed'))
      expect(content.findings.some(({ when }) => facts(when).includes(`"${id}"`))).toBe(counted)
  })

  it('takes an open claim for nothing but a note to the therapist', () => {
    const of = (answers: Given['answers']) =>
      evaluate(intakeOf({ answers: { ...answers, H01: 'more than 12 weeks' } }), content, triageOf(), NOW)
        .result
    const [without, withClaim] = [of({ YF01: 8, YF10: 'no' }), of({ YF01: 8, YF10: 'yes' })]
    expect(withClaim).toEqual({ ...without, yellowFlags: ['YF01', 'YF10'] })
  })
})
