import { type Content, evaluate, type PatternId } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { alone, and, full, limited, pain, said, turned, valued } from './evidence.ts'
import { content, type Given, intakeOf, NOW, triageOf } from './people.ts'

const EVENING = said({ H07: 'builds up to evening' })
const SITS = said({ H05: ['sitting'] })
const MOVES = said({ H06: ['walking or moving'] })
const MORNING = said({ H07: 'worst in the morning (stiff less than 30 min)' })
const SHARP = said({ H04: ['sharp with movement'] })

/** What somebody says or shows, and the evidence that it gives to a pattern, worked out by hand from its rows. */
const CASES: readonly [PatternId, string, Given, number][] = [
  ['P1', 'worse sitting', SITS, 2],
  ['P1', 'worse at the desk', said({ H05: ['desk or laptop'] }), 2],
  ['P1', 'worse driving', said({ H05: ['driving'] }), 2],
  ['P1', 'eases moving', MOVES, 2],
  ['P1', 'evening', EVENING, 1.5],
  ['P1', 'long sitting', said({ B01: 6 }), 1],
  ['P1', 'sitting without a break', said({ B02: 61 }), 1],
  ['P1', 'turns as usual', full('seated-rotation'), 0.5],
  ['P1', 'blades tire in a test', limited('scapular-hold'), 1],
  ['P1', 'blades tire alone', alone('limited', 'shoulder-blade-strength'), 1],
  ['P1', 'trunk tires', alone('limited', 'trunk-endurance'), 0.5],
  ['P1', 'trunk tires in a test', limited('prone-endurance'), 0.5],
  ['P1', 'long driving', said({ B04: 2 }), 0.5],
  ['P1', 'standing still', said({ H05: ['standing still'] }), 0.5],
  ['P1', 'rounded', said({ H13: ['stuck_or_rounded'] }), 0.5],
  ['P1', 'against: pain of six', pain(6, 0, 6), -1],
  ['P1', 'against: pain of seven', pain(0, 7, 7), -2.5],
  ['P1', 'against: pain of seven now', pain(7, 0, 7), -2.5],
  ['P1', 'against: limited turning', limited('seated-rotation'), -1],
  ['P1', 'against: sharp', SHARP, -1],
  ['P1', 'against: morning', MORNING, -0.5],
  ['P1', 'against: blades last', alone('pass', 'shoulder-blade-strength'), -0.5],
  ['P1', 'against: blades last in a test', full('scapular-hold'), -0.5],
  ['P2', 'stiff', said({ H04: ['stiff'] }), 2],
  ['P2', 'twisting', said({ H05: ['twisting'] }), 1.5],
  ['P2', 'turning clearly limited', limited('seated-rotation'), 2.5],
  ['P2', 'turning limited within the error of the camera', turned('seated-rotation', 25, 27), 1.5],
  ['P2', 'turning uneven and limited', turned('seated-rotation', 10, 38), 4],
  ['P2', 'side bend limited', limited('lateral-flexion'), 1],
  ['P2', 'reach limited', limited('shoulder-flexion'), 1],
  ['P2', 'morning', MORNING, 1],
  ['P2', 'eases with heat', said({ H06: ['heat'] }), 0.5],
  ['P2', 'turning with the low back still', limited('lumbar-locked-rotation'), 0.5],
  ['P2', 'short chest', alone('limited', 'chest-length'), 0.5],
  ['P2', 'a chest that hurts when it is stretched', alone('painful', 'chest-length'), 0.5],
  ['P2', 'short broad back muscle', alone('painful', 'lat-length'), 0.5],
  ['P2', 'a wide gap to the wall', valued('occiput-wall', 8), 0.5],
  ['P2', 'against: pain of six', pain(6, 0, 6), -1],
  ['P2', 'against: pain of seven', pain(0, 7, 7), -2.5],
  ['P2', 'against: pain of seven now', pain(7, 0, 7), -2.5],
  ['P2', 'against: sharp', SHARP, -0.5],
  ['P2', 'against: sitting and evening', and(EVENING, SITS), -1],
  ['P2', 'against: driving and tired at night', said({ H05: ['driving'], H13: ['evening_fatigue'] }), -1],
  ['P2', 'evening alone', EVENING, 0],
  ['P2', 'against: turns as usual', full('seated-rotation'), -0.5],
  ['P3', 'sharp', SHARP, 2],
  ['P3', 'lifting', said({ H05: ['lifting'] }), 1.5],
  ['P3', 'began with lifting', said({ H02: 'lifting or effort' }), 1.5],
  ['P3', 'bending', said({ H05: ['bending'] }), 1],
  ['P3', 'reaching', said({ H05: ['reaching overhead'] }), 1],
  ['P3', 'began with sport', said({ H02: 'sport or training' }), 1.5],
  ['P3', 'chores', said({ B08: ['cleaning'] }), 0.5],
  ['P3', 'a bag on one shoulder', said({ B08: ['bag on one shoulder'] }), 0.5],
  ['P3', 'carrying a child', said({ B08: ['child carrying'] }), 0.5],
  ['P3', 'certain movements', said({ H07: 'with certain movements only' }), 1],
  ['P3', 'bending hard to steer', limited('hip-hinge'), 1.5],
  ['P3', 'reaching hard to steer', limited('wall-angel'), 1.5],
  ['P3', 'hips tire', alone('limited', 'hip-strength'), 0.5],
  ['P3', 'hips turn less', alone('limited', 'hip-rotation'), 0.5],
  ['P3', 'turning the hips hurts', alone('painful', 'hip-rotation'), 0.5],
  ['P3', 'lifts often', said({ B06: 10 }), 0.5],
  ['P3', 'a turning sport', said({ B07: ['rotation'] }), 0.5],
  ['P3', 'against: pain of six', pain(6, 0, 6), -1],
  ['P3', 'against: pain of seven', pain(0, 7, 7), -2.5],
  ['P3', 'against: pain of seven now', pain(7, 0, 7), -2.5],
  ['P3', 'against: sitting', SITS, -0.5],
  ['P3', 'against: morning', MORNING, -0.5],
  ['P3', 'against: steers well', full('hip-hinge', 'wall-angel'), -0.5],
  ['P4', 'neck', said({ H03: ['neck'] }), 2],
  ['P4', 'arm', said({ RF62: 'yes' }), 2],
  ['P4', 'reach limited', limited('shoulder-flexion'), 1.5],
  ['P4', 'phone', said({ H05: ['phone'] }), 1],
  ['P4', 'reaching', said({ H05: ['reaching overhead'] }), 1],
  ['P4', 'head turns less', limited('neck-rotation'), 1],
  ['P4', 'neck to shoulder tight', alone('limited', 'upper-trapezius-length'), 0.5],
  ['P4', 'neck to shoulder hurts when stretched', alone('painful', 'upper-trapezius-length'), 0.5],
  ['P4', 'hours on the phone', said({ B05: 3 }), 0.5],
  ['P4', 'against: pain of six', pain(6, 0, 6), -1],
  ['P4', 'against: pain of seven', pain(0, 7, 7), -2.5],
  ['P4', 'against: pain of seven now', pain(7, 0, 7), -2.5],
  ['P4', 'against: sitting, moving, evening', and(EVENING, SITS, MOVES, said({ H05: ['sitting'] })), -1],
  [
    'P4',
    'against: desk, changing, tired at night',
    said({ H05: ['desk or laptop'], H06: ['changing position'], H13: ['evening_fatigue'] }),
    -1,
  ],
  ['P4', 'against: neck and reach as usual', full('neck-rotation', 'shoulder-flexion'), -0.5],
  ['P5', 'deep breath', said({ H05: ['deep breath or cough'] }), 2.5],
  ['P5', 'ribs', said({ H03: ['side ribs'] }), 1.5],
  ['P5', 'side bend limited', limited('lateral-flexion'), 1],
  ['P5', 'stress', said({ B11: 7 }), 0.5],
  ['P5', 'ribs move little', alone('limited', 'rib-breath'), 1.5],
  ['P5', 'fast breath', valued('breathing-rate', 24), 0.5],
  ['P5', 'against: pain of six', pain(6, 0, 6), -1],
  ['P5', 'against: pain of seven', pain(0, 7, 7), -2.5],
  ['P5', 'against: pain of seven now', pain(7, 0, 7), -2.5],
  ['P5', 'against: sitting, moving, evening', and(EVENING, SITS, MOVES), -1],
  [
    'P5',
    'against: desk, changing, tired at night',
    said({ H05: ['desk or laptop'], H06: ['changing position'], H13: ['evening_fatigue'] }),
    -1,
  ],
  ['P5', 'against: ribs move', alone('pass', 'rib-breath'), -0.5],
  ['P6', 'pain now of five', pain(5, 4.5, 5), 0.5],
  ['P6', 'pain now of six', pain(6, 4.5, 6), 1.5],
  ['P6', 'pain now of seven', pain(7, 4.5, 7), 3],
  ['P6', 'pain of five', pain(0, 5, 5), 0.5],
  ['P6', 'pain of six', pain(0, 6, 6), 1.5],
  ['P6', 'pain of seven', pain(0, 7, 7), 3],
  ['P6', 'pain peaks', pain(0, 4.5, 9), 1],
  ['P6', 'nothing eases', said({ H06: ['nothing'] }), 1],
  ['P6', 'tests hurt', alone('painful', 'hip-strength', 'hip-rotation'), 0.5],
  ['P6', 'against: pain of four', pain(0, 4, 4), -1],
  ['P6', 'against: pain of three', pain(0, 3, 3), -2],
  ['P6', 'against: eases easily', MOVES, -0.5],
  ['P7', 'for long', said({ H01: 'more than 12 weeks' }), 2],
  ['P7', 'for years', said({ H01: 'comes and goes for years' }), 2],
  ['P7', 'two burdens', said({ YF01: 7, YF05: 7 }), 2],
  ['P7', 'four burdens', said({ YF01: 7, YF05: 7, YF06: 6, YF09: 'no' }), 3.5],
  ['P7', 'against: few burdens', said({ YF01: 2, YF05: 2, YF06: 2 }), -3],
  ['P7', 'few burdens and one', said({ YF01: 2, YF05: 2, YF06: 2, YF09: 'no' }), -3],
  ['P7', 'few burdens and two', said({ YF01: 2, YF05: 7, YF06: 7, YF07: 2, YF08: 2 }), 2],
  ['P7', 'against: recent', said({ H01: '6-12 weeks' }), -1],
]

function scoreIn(own: Content, pattern: PatternId, given: Given): number {
  const { candidates } = evaluate(intakeOf({ measures: {}, ...given }), own, triageOf(), NOW).result
  return candidates?.find((one) => one.pattern === pattern)?.score ?? Number.NaN
}

describe('the evidence for each pattern', () => {
  it.each(CASES)('%s: %s', (pattern, _what, given, score) => {
    expect(scoreIn(content, pattern, given)).toBe(score)
  })

  it('is zero for everybody of whom nothing is known', () => {
    for (const { id } of content.patterns) expect(scoreIn(content, id, {})).toBe(0)
  })

  const rows = content.patterns.flatMap((pattern) =>
    (['for', 'against'] as const).flatMap((way) =>
      pattern[way].map((row, index) => ({ id: pattern.id, way, index, because: row.because })),
    ),
  )
  it.each(rows)('a case would miss $id $way $index, $because', ({ id, way, index }) => {
    const without = structuredClone(content)
    without.patterns.find((pattern) => pattern.id === id)?.[way].splice(index, 1)
    const missed = CASES.filter(([pattern]) => pattern === id).some(
      ([pattern, , given, score]) => scoreIn(without, pattern, given) !== score,
    )
    expect(missed).toBe(true)
  })
})
