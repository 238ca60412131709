import { evaluate, explain, type Intake } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { alone, limited, valued } from './evidence.ts'
import { content, DESK, type Given, intakeOf, NOW, planOf, triageOf } from './people.ts'

const test = (left: number | null, right: number | null, more: object = {}) => ({
  left,
  right,
  source: 'camera' as const,
  ...more,
})
const nprs = (now: number, average: number, worst: number): Given => ({
  measures: { nprs: { now, average, worst } },
})
const evaluated = (given: Given) => evaluate(intakeOf(given), content, triageOf(), NOW).result

/** Somebody for each working pattern, and somebody between two. */
const PEOPLE: Readonly<Record<string, Given>> = {
  P1: DESK,
  P2: {
    answers: {
      H04: ['stiff'],
      H05: ['twisting'],
      H07: 'worst in the morning (stiff less than 30 min)',
      H06: ['heat'],
    },
    movementTests: { 'seated-rotation': test(20, 38) },
  },
  P3: {
    answers: {
      H04: ['sharp with movement'],
      H02: 'lifting or effort',
      H07: 'with certain movements only',
      H05: ['lifting', 'twisting'],
    },
  },
  P4: {
    answers: { H03: ['neck', 'shoulder'], H05: ['phone'] },
    movementTests: { 'shoulder-flexion': test(120, 150) },
  },
  P5: { answers: { H03: ['side ribs'], H05: ['deep breath or cough'], B11: 8 } },
  P6: nprs(8, 7, 9),
  P7: { answers: { H01: 'more than 12 weeks', YF01: 8, YF06: 7 } },
  P8: { answers: {} },
}

/** Somebody for each finding. */
const FINDINGS: Readonly<Record<string, Given>> = {
  'neck-turn-limited': { movementTests: { 'neck-rotation': test(40, 42) } },
  'neck-turn-uneven': { movementTests: { 'neck-rotation': test(80, 62) } },
  'control-low': limited('wall-angel'),
  'legs-tire': valued('chair-stand-30s', 9),
  'chest-short': alone('limited', 'chest-length'),
  'lat-short': alone('painful', 'lat-length'),
  'neck-shoulder-tight': alone('limited', 'upper-trapezius-length'),
  'hip-flexors-short': alone('limited', 'hip-flexor-length'),
  'blades-tire': valued('scapular-hold', 8),
  'trunk-tires': alone('limited', 'trunk-endurance'),
  'hips-weak': alone('limited', 'hip-strength'),
  'ribs-stiff': alone('limited', 'rib-breath'),
  'hips-turn-less': alone('limited', 'hip-rotation'),
  'breath-fast': valued('breathing-rate', 24),
  'upright-limited': valued('occiput-wall', 7),
  'long-driving': { answers: { B04: 2 } },
  'phone-hours': { answers: { B05: 3 } },
  'heavy-days': { answers: { B06: 10 } },
  'short-nights': { answers: { B10: 5 } },
  'activity-limited': { goals: [{ text: 'lift my child', now: 4 }] },
  'little-confidence': { answers: { YF02: 8 } },
  'low-mood': { answers: { YF03: 3 } },
  uneasy: { answers: { YF04: 3 } },
  'expects-the-worst': { answers: { YF05: 7 } },
  'poor-sleep': { answers: { YF06: 6 } },
  'work-far-away': { answers: { YF07: 4 } },
  'waits-for-others': { answers: { YF08: 'yes' } },
  'alone-with-it': { answers: { YF09: 'no' } },
  'many-places': {
    answers: { H03: ['neck', 'shoulder', 'arm', 'leg', 'low back', 'mid-spine'] },
  },
  'low-expectation': { answers: { YF12: 3 } },
  'sitting-related': DESK,
  'evening-fatigue': { answers: { H13: ['evening_fatigue'] } },
  'long-sitting': { answers: { B01: 6 } },
  'stuck-rounded': { answers: { H13: ['stuck_or_rounded'] } },
  'rotation-limited': { movementTests: { 'seated-rotation': test(25, 27) } },
  'rotation-uneven': { movementTests: { 'seated-rotation': test(31, 45) } },
  'rotation-typical': { movementTests: { 'seated-rotation': test(36, 38) } },
  'side-bend-limited': { movementTests: { 'lateral-flexion': test(15, 22) } },
  'reach-limited': { movementTests: { 'shoulder-flexion': test(140, 150) } },
  'movement-painful': { movementTests: { 'seated-rotation': test(36, 38, { pain: 5 }) } },
  'morning-stiffness': { answers: { H07: 'worst in the morning (stiff less than 30 min)' } },
  stiff: { answers: { H04: ['stiff'] } },
  'movement-provoked': { answers: { H04: ['sharp with movement'], H05: ['lifting'] } },
  'load-related': { answers: { H02: 'lifting or effort' } },
  'neck-shoulder-linked': { answers: { H03: ['neck'] } },
  'rib-linked': { answers: { H03: ['side ribs'] } },
  'high-pain': nprs(7, 5, 8),
  persistent: { answers: { H01: 'comes and goes for years' } },
  'low-activity': { answers: { B09: 1 } },
  stress: { answers: { B11: 7 } },
  'worry-about-moving': { answers: { YF01: 7 } },
}

describe('the evaluation', () => {
  it.each(content.patterns.map((pattern) => pattern.id))('finds the working pattern %s', (id) => {
    expect(evaluated(PEOPLE[id] ?? {}).pattern).toBe(id)
  })

  it.each(content.findings.map((finding) => finding.id))('finds %s, and only where it is so', (id) => {
    const has = (given: Given) => evaluated(given).findings.some((finding) => finding.id === id)
    expect(has(FINDINGS[id] ?? {})).toBe(true)
    expect(has({ answers: {} })).toBe(false)
  })

  it('says what speaks for it in the person’s own words, and what against', () => {
    const result = evaluated({ ...DESK, answers: { ...DESK.answers, H04: ['sharp with movement'] } })
    expect(result.because.map((one) => explain(one))).toContain(
      'You said it gets worse with sitting and desk work.',
    )
    expect(result.because.map((one) => explain(one))).toContain(
      'You said it eases with walking and changing position.',
    )
    expect(result.against.map((one) => explain(one))).toEqual(['You said it is sharp with movement.'])
  })

  it('leaves it to a therapist when two patterns fit about equally', () => {
    const both: Intake['answers'] = {
      ...PEOPLE.P5?.answers,
      H05: ['deep breath or cough', 'lifting'],
      H04: ['sharp with movement'],
      H02: 'lifting or effort',
      B08: ['yard work'],
    }
    const result = evaluated({ answers: both })
    expect(result.pattern).toBe('P8')
    expect(result.because.map((one) => one.id)).toEqual(['pattern.two-fit', 'pattern.therapist-decides'])
    expect(result.confidence).toBeLessThan(0.4)
  })

  it.each([
    [nprs(2, 3, 5), 'low', 1],
    [nprs(2, 4, 5), 'moderate', 2],
    [nprs(2, 2, 8), 'moderate', 2],
    [nprs(2, 7, 8), 'high', 3],
    [nprs(8, 5, 8), 'high', 3],
    [{ ...nprs(2, 5, 6), goals: [{ text: 'work', now: 1 }] }, 'high', 3],
    [{ ...nprs(1, 2, 3), goals: [{ text: 'work', now: 3 }] }, 'moderate', 2],
    [{ measures: {} }, 'moderate', 2],
  ] as const)('sets the visits by how severe it is: %#', (given, severity, visits) => {
    const plan = planOf(given as Given)
    expect([plan.evaluation.severity, plan.cadence.clinicVisitsPerWeek]).toEqual([severity, visits])
  })

  it('judges movement by age, and a self-rating without degrees', () => {
    const limited = (yearOfBirth: number, result: Intake['movementTests'][string]) =>
      evaluated({ yearOfBirth, movementTests: { 'seated-rotation': result } }).findings.some(
        (finding) => finding.id === 'rotation-limited',
      )
    expect([limited(2000, test(33, 40)), limited(1950, test(33, 40))]).toEqual([true, false])
    expect(limited(2000, { left: null, right: null, source: 'self', rating: 'limited' })).toBe(true)
    expect(limited(2000, { left: null, right: null, source: 'self', rating: 'full' })).toBe(false)
    expect(limited(2000, { left: null, right: null, source: 'self' })).toBe(false)
  })

  it('names the yellow flags that hold', () => {
    expect(evaluated(PEOPLE.P7 ?? {}).yellowFlags).toEqual(['YF01', 'YF06'])
  })
})
