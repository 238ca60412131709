import {
  changeOf,
  curveFor,
  cutoffsReached,
  dueMeasures,
  expectedAt,
  type Fact,
  gateState,
  type GivenAnswers,
  lessonsFor,
  type Measure,
  type PhaseGate,
  PhaseId,
  scoreOf,
} from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const content = loadContent()
const { outcome, programme } = content

function measure(id: string): Measure {
  const found = content.measures.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no measure ${id}`)
  return found
}

describe('the shipped measures', () => {
  it('are seventeen, each asked, scored or computed, and none that may not be shipped', () => {
    expect(content.measures).toHaveLength(17)
    expect(content.notShipped.length).toBeGreaterThanOrEqual(6)
  })

  it.each<[string, GivenAnswers, number | null]>([
    ['nprs', { nprs_avg: 5, nprs_worst: 8, nprs_now: 3 }, 5],
    ['nprs', { nprs_worst: 8 }, null],
    ['peg', { peg1: 6, peg2: 5, peg3: 4 }, 5],
    ['peg', { peg1: 6, peg2: 5 }, null],
    ['psfs', { psfs_score: [3, 4, 8] }, 5],
    ['psfs', { psfs_score: [3, null, null] }, 3],
    ['pgic', { pgic1: 2 }, 2],
    ['pgic', { pgic1: 8 }, null],
    ['groc', { groc1: -7 }, -7],
    ['phq2', { phq2_1: 1, phq2_2: 2 }, 3],
    ['phq2', { phq2_1: 3 }, null],
    ['gad2', { gad2_1: 0, gad2_2: 0 }, 0],
    ['sleep', { sleep1: 7 }, 7],
    ['work', { work1: 8, work2: 3 }, 8],
    ['work', { work2: 3 }, null],
    ['conf2', { conf1: 4, conf2: 5 }, 9],
    ['satisfaction', { sat1: 9, rec1: 8 }, 8.5],
    ['satisfaction', { sat1: 9 }, null],
    ['effort', { eff1: 6 }, 6],
    ['fear', { fear1: 7 }, 7],
    ['meds', { med1: 7, care1: ['none'] }, 7],
    ['meds', { med1: 8 }, null],
    ['ae', { ae1: 3 }, null],
    ['energy', { energy1: 4 }, 4],
    ['adherence', {}, null],
  ])('%s of %j is %s', (id, answers, value) => {
    expect(scoreOf(measure(id), answers).value).toBe(value)
  })

  it.each([
    ['phq2', 3, ['positive']],
    ['phq2', 2, []],
    ['gad2', 3, ['positive']],
    ['conf2', 8, ['low']],
    ['conf2', 9, []],
    ['fear', 7, ['high']],
    ['ae', 2, ['clinician']],
    ['ae', 3, ['clinician', 'serious']],
    ['pgic', 2, ['much-better']],
    ['pgic', 6, ['worse']],
    ['work', 5, ['poor']],
    ['satisfaction', 4, ['low']],
    ['adherence', 49, ['low']],
  ])('%s of %d reaches %j', (id, value, ids) => {
    expect(cutoffsReached(measure(id), value).map((cutoff) => cutoff.id)).toEqual(ids)
  })

  it.each([
    ['nprs', 6, 4, 'much-better'],
    ['nprs', 6, 5, 'better'],
    ['peg', 6, 5, 'better'],
    ['peg', 6, 4, 'much-better'],
    ['peg', 6, 5.1, 'about-the-same'],
    ['psfs', 4, 6, 'better'],
    ['psfs', 4, 2, 'worse'],
    ['sleep', 6, 4, 'better'],
    ['conf2', 8, 11, 'better'],
    ['groc', 0, 3, 'better'],
    ['energy', 4, 6, 'better'],
    ['phq2', 4, 1, 'not-known'],
  ] as const)('%s from %d to %d is %s', (id, first, last, meaning) => {
    expect(changeOf(measure(id), first, last)?.meaning).toBe(meaning)
  })

  it('are asked when they are due: a baseline of a few minutes, a week of one', () => {
    const start = '2026-03-02T09:00:00.000Z'
    const day = (n: number) => new Date(Date.parse(start) + n * 86_400_000).toISOString()
    const due = (n: number, endedAt: string | null = null) =>
      dueMeasures(
        content.measures,
        outcome,
        { startedAt: start, endedAt, lastSessionAt: null, answered: [] },
        day(n),
      ).map(({ measureId }) => measureId)
    expect(due(0)).toEqual([
      'conf2',
      'energy',
      'fear',
      'gad2',
      'meds',
      'nprs',
      'peg',
      'phq2',
      'psfs',
      'sleep',
      'work',
    ])
    expect(due(8)).toEqual(['ae', 'energy', 'nprs', 'sleep'])
    expect(due(15)).toEqual(['ae', 'energy', 'nprs', 'peg', 'sleep'])
    expect(due(30)).toEqual(
      expect.arrayContaining([
        'ae',
        'conf2',
        'fear',
        'gad2',
        'peg',
        'pgic',
        'phq2',
        'psfs',
        'satisfaction',
        'work',
      ]),
    )
    expect(due(84 + 91, day(84))).toEqual([
      'conf2',
      'energy',
      'meds',
      'nprs',
      'peg',
      'pgic',
      'psfs',
      'sleep',
      'work',
    ])
  })
})

describe('the expected curve', () => {
  it('is there for every answer on how long the pain has lasted, and says that it is borrowed', () => {
    const durations =
      content.questions.find(({ id }) => id === 'H01')?.options.map(({ value }) => value) ?? []
    expect(durations).toHaveLength(4)
    for (const duration of durations) {
      const curve = curveFor(outcome.curves, 'nprs', duration)
      expect([duration, curve?.grade]).toEqual([duration, 'borrowed'])
      expect(curve?.label).toMatch(/low-back pain/)
      expect(curve?.note).toMatch(/not a promise/)
    }
  })

  it('gives the studied means: 23 of 52 after six weeks when it is new, 33 of 51 when it lasts', () => {
    const at = (duration: string) => {
      const curve = curveFor(outcome.curves, 'nprs', duration)
      return curve === null ? null : (expectedAt(curve, 5, 6)?.typical ?? null)
    }
    expect(at('less than 6 weeks')).toBeCloseTo((5 * 23) / 52, 1)
    expect(at('more than 12 weeks')).toBeCloseTo((5 * 33) / 51, 1)
  })
})

/** A course in which everything that a gate may ask for is so. */
const GOOD: { [id: string]: Fact } = {
  'screen.clear': true,
  'baseline.done': true,
  'clinician.agreed': true,
  'phase.exit-met': true,
  'phase.days': 30,
  'nprs.average': 2,
  'nprs.drop-share': 0.6,
  'nprs.low-weeks': 2,
  'flare.free-days': 20,
  'adherence.percent': 90,
  'adherence.month-percent': 90,
  'sessions.easy': 5,
  'psfs.gain': 4,
  'psfs.mean': 9,
  'strength.moderate-weeks': 2,
  'rotation.typical': true,
  pgic: 1,
  'confidence.flare': 8,
}

/** The gate with one criterion taken out of the course: what only it looks at is made not so. */
function withoutOne(gate: PhaseGate, id: string): boolean {
  const gone = {
    ...gate,
    criteria: gate.criteria.map((row) => (row.id === id ? { ...row, when: { any: [] } } : row)),
  }
  return gateState(gone, GOOD).passed
}

describe('the gates of the phases', () => {
  const gates = programme.phases.flatMap(({ id, entry, exit }) => [
    [`${id} entry`, entry] as const,
    ...(id === 'maintenance' ? [] : [[`${id} exit`, exit] as const]),
  ])

  it.each(gates)('%s opens to a good course, and to nothing known never', (_, gate) => {
    expect(gateState(gate, GOOD)).toMatchObject({ open: [], passed: true })
    expect(gateState(gate, {}).passed).toBe(false)
  })

  it.each(gates)('%s: every criterion that must be met keeps it shut', (_, gate) => {
    for (const id of gate.all) expect([id, withoutOne(gate, id)]).toEqual([id, false])
  })

  it('of the early phase: the first two and one of the others, and a week at least', () => {
    const exit = programme.phases[0]?.exit
    if (exit === undefined) throw new Error('no phase')
    const facts = { ...GOOD, 'sessions.easy': 0 }
    expect(gateState(exit, facts)).toMatchObject({ met: ['pain', 'settled', 'done'], passed: true })
    expect(gateState(exit, { ...facts, 'adherence.percent': 40 }).passed).toBe(false)
    expect(gateState(exit, { ...facts, 'phase.days': 6 }).passed).toBe(false)
  })

  it('of discharge: three of five, pain or function among them', () => {
    const { gate } = programme.discharge
    const none = { ...GOOD, 'nprs.low-weeks': 0, 'psfs.gain': 0, 'psfs.mean': 3 }
    expect(gateState(gate, none)).toMatchObject({ met: ['change', 'flare', 'home'], passed: false })
    expect(gateState(gate, { ...none, 'psfs.mean': 8 }).passed).toBe(true)
    expect(gateState(gate, { ...none, 'psfs.mean': 8, pgic: 4, 'confidence.flare': 3 }).passed).toBe(false)
  })
})

describe('the lessons', () => {
  it('are twenty-seven, every claim graded and cited, and every phase has some', () => {
    expect(content.lessons).toHaveLength(27)
    for (const phase of PhaseId.options)
      expect(
        lessonsFor(content.lessons, { pattern: 'P8', phase, facts: {}, read: [] }).length,
        phase,
      ).toBeGreaterThan(1)
  })

  it('are dosed: what answers something that was said goes first, what was read is not given again', () => {
    const given = (facts: { [id: string]: Fact }, read: string[] = []) =>
      lessonsFor(content.lessons, { pattern: 'P1', phase: 'early', facts, read }).map(({ id }) => id)
    expect(given({ B01: 9 })[0]).toBe('desk')
    expect(given({})).not.toContain('desk')
    expect(given({})[0]).toBe('what-is-mid-back-pain')
    expect(given({}, ['what-is-mid-back-pain'])).not.toContain('what-is-mid-back-pain')
    expect(given({ RF60: 'yes' })).toContain('osteoporosis')
    expect(given({})).not.toContain('osteoporosis')
  })

  it('every pattern has lessons in its first phase', () => {
    for (const { id } of content.patterns)
      expect(
        lessonsFor(content.lessons, { pattern: id, phase: 'early', facts: {}, read: [] }).length,
      ).toBeGreaterThan(4)
  })
})
