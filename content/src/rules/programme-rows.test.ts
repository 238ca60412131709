import { type Condition, type Fact, flareStep, gateState, holds, lightOf, type PhaseGate } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const { programme } = content
type Given = { [id: string]: Fact }

/** Where a row holds, and the nearest course in which it does not. Author's limits, by hand. */
type Case = { id: string; when: Condition | undefined; yes: Given[]; no: Given[] }
const decision = (id: string) => programme.decisions.find((row) => row.id === id)?.when
const review = (id: string) =>
  [...programme.flare.reviews, programme.discharge.plateau, ...programme.restart.afterGap].find(
    (row) => row.id === id,
  )?.when

const EASY: Given = {
  'light.green-in-row': 2,
  'effort.against-band': 'below',
  'reps.percent': 90,
  'form.percent': 80,
}
const FLAT: Given = { week: 4, 'nprs.drop-points': 0.9, 'psfs.gain': 0.9 }
const STUCK: Given = { week: 8, 'adherence.month-percent': 70, 'peg.gain': 0.9, 'psfs.gain': 1.9 }
const { 'form.percent': _form, ...unseen } = EASY

const ROWS: readonly Case[] = [
  { id: 'stop', when: decision('stop'), yes: [{ 'stop.fired': true }], no: [{ 'stop.fired': false }, {}] },
  {
    id: 'red',
    when: decision('red'),
    yes: [{ light: 'red' }, { 'form.percent': 39 }],
    no: [{ light: 'amber' }, { 'form.percent': 40 }, {}],
  },
  {
    id: 'unseen',
    when: decision('unseen'),
    yes: [{ 'tracking.low': true }],
    no: [{ 'tracking.low': false }],
  },
  {
    id: 'amber-twice',
    when: decision('amber-twice'),
    yes: [{ 'light.amber-in-row': 2 }],
    no: [{ 'light.amber-in-row': 1 }],
  },
  { id: 'amber', when: decision('amber'), yes: [{ light: 'amber' }], no: [{ light: 'green' }, {}] },
  {
    id: 'above-band',
    when: decision('above-band'),
    yes: [{ light: 'green', 'effort.against-band': 'above' }],
    no: [
      { light: 'green', 'effort.against-band': 'in' },
      { light: 'red', 'effort.against-band': 'above' },
    ],
  },
  {
    id: 'green-easy',
    when: decision('green-easy'),
    yes: [EASY, unseen],
    no: [
      { ...EASY, 'light.green-in-row': 1 },
      { ...EASY, 'effort.against-band': 'in' },
      { ...EASY, 'reps.percent': 89 },
      { ...EASY, 'form.percent': 79 },
    ],
  },
  {
    id: 'green-in-band',
    when: decision('green-in-band'),
    yes: [{ light: 'green', 'effort.against-band': 'in' }],
    no: [{ light: 'green' }, { 'effort.against-band': 'in' }],
  },
  { id: 'long-gap', when: decision('long-gap'), yes: [{ 'gap.days': 14 }], no: [{ 'gap.days': 13 }, {}] },
  { id: 'gap', when: decision('gap'), yes: [{ 'gap.days': 7 }], no: [{ 'gap.days': 6 }, {}] },
  {
    id: 'low-adherence',
    when: decision('low-adherence'),
    yes: [{ 'adherence.week-percent': 49 }],
    no: [{ 'adherence.week-percent': 50 }, {}],
  },
  {
    id: 'getting-worse',
    when: decision('getting-worse'),
    yes: [{ 'nprs.rise-weeks': 2 }],
    no: [{ 'nprs.rise-weeks': 1 }],
  },
  {
    id: 'no-change',
    when: decision('no-change'),
    yes: [FLAT],
    no: [
      { ...FLAT, week: 3 },
      { ...FLAT, 'nprs.drop-points': 1 },
      { ...FLAT, 'psfs.gain': 1 },
    ],
  },
  {
    id: 'strong-flare',
    when: review('strong-flare'),
    yes: [
      { 'flare.on': true, 'nprs.now': 7 },
      { 'flare.on': true, YF01: 7 },
    ],
    no: [{ 'nprs.now': 9, YF01: 9 }, { 'flare.on': true }, { 'flare.on': true, 'nprs.now': 6, YF01: 6 }],
  },
  {
    id: 'long-flare',
    when: review('long-flare'),
    yes: [{ 'flare.on': true, 'flare.days': 8 }],
    no: [{ 'flare.on': true, 'flare.days': 7 }, { 'flare.days': 8 }],
  },
  {
    id: 'many-flares',
    when: review('many-flares'),
    yes: [{ 'flare.count-28-days': 3 }],
    no: [{ 'flare.count-28-days': 2 }],
  },
  {
    id: 'two-reds',
    when: review('two-reds'),
    yes: [{ 'light.red-7-days': 2 }],
    no: [{ 'light.red-7-days': 1 }],
  },
  {
    id: 'plateau',
    when: review('plateau'),
    yes: [STUCK],
    no: [
      { ...STUCK, week: 7 },
      { ...STUCK, 'adherence.month-percent': 69 },
      { ...STUCK, 'peg.gain': 1 },
      { ...STUCK, 'psfs.gain': 2 },
    ],
  },
  {
    id: 'within',
    when: review('within'),
    yes: [{ 'episode.months-since-end': 5 }],
    no: [{ 'episode.months-since-end': 6 }, {}],
  },
  {
    id: 'beyond',
    when: review('beyond'),
    yes: [{ 'episode.months-since-end': 6 }],
    no: [{ 'episode.months-since-end': 5 }, {}],
  },
]

describe('each row of the decision table and of the reviews', () => {
  it('has its case', () => {
    const ids = [
      ...programme.decisions,
      ...programme.flare.reviews,
      programme.discharge.plateau,
      ...programme.restart.afterGap,
    ].map(({ id }) => id)
    expect(ROWS.map(({ id }) => id)).toEqual(ids)
  })

  it.each(ROWS)('$id holds at its limit and not beside it', ({ when, yes, no }) => {
    if (when === undefined) throw new Error('no such row')
    for (const facts of yes) expect([facts, holds(when, facts)]).toEqual([facts, true])
    for (const facts of no) expect([facts, holds(when, facts)]).toEqual([facts, false])
  })

  it('does what it says, and how much of it', () => {
    expect(programme.decisions.map(({ id, about, action, values }) => [id, about, action, values])).toEqual([
      ['stop', 'item', 'stop', {}],
      ['red', 'item', 'regress', { doseShare: 0.6 }],
      ['unseen', 'item', 'timer-only', {}],
      ['amber-twice', 'item', 'swap-sibling', { sessions: 2 }],
      ['amber', 'item', 'hold', { sessions: 1 }],
      ['above-band', 'item', 'reduce', { doseShare: 0.8 }],
      ['green-easy', 'item', 'progress', { maxExercises: 2, weeklyVolumeShare: 0.2 }],
      ['green-in-band', 'item', 'keep', { repsUp: 2 }],
      ['long-gap', 'plan', 'restart-week', { rescreen: 1 }],
      ['gap', 'plan', 'step-back', { steps: 1 }],
      ['low-adherence', 'plan', 'shrink', { exercises: 3, minutes: 8, messageAfterDays: 10 }],
      ['getting-worse', 'plan', 'therapist-review', { workingDays: 2 }],
      ['no-change', 'plan', 'therapist-review', { workingDays: 2 }],
    ])
    const days = [...programme.flare.reviews, programme.discharge.plateau, ...programme.restart.afterGap]
    expect(days.map(({ workingDays }) => workingDays)).toEqual([1, 2, 2, 1, 5, 0, 0])
  })
})

/** Every criterion of the gates: where it is met, and where it just is not. */
const MET: Readonly<Record<string, { yes: Given[]; no: Given[] }>> = {
  'early entry screen': { yes: [{ 'screen.clear': true }], no: [{ 'screen.clear': false }] },
  'early entry baseline': { yes: [{ 'baseline.done': true }], no: [{ 'baseline.done': false }] },
  'early exit pain': {
    yes: [{ 'nprs.average': 4 }, { 'nprs.drop-share': 0.3 }],
    no: [{ 'nprs.average': 4.1, 'nprs.drop-share': 0.29 }],
  },
  'early exit settled': { yes: [{ 'flare.free-days': 5 }], no: [{ 'flare.free-days': 4 }] },
  'early exit done': { yes: [{ 'adherence.percent': 60 }], no: [{ 'adherence.percent': 59 }] },
  'early exit easy': { yes: [{ 'sessions.easy': 3 }], no: [{ 'sessions.easy': 2 }] },
  'middle entry early': { yes: [{ 'phase.exit-met': true }], no: [{ 'phase.exit-met': false }] },
  'middle entry agreed': { yes: [{ 'clinician.agreed': true }], no: [{ 'clinician.agreed': false }] },
  'middle exit pain': {
    yes: [{ 'nprs.average': 3 }, { 'nprs.drop-share': 0.5 }],
    no: [{ 'nprs.average': 3.1, 'nprs.drop-share': 0.49 }],
  },
  'middle exit function': { yes: [{ 'psfs.gain': 2 }], no: [{ 'psfs.gain': 1.9 }] },
  'middle exit strength': { yes: [{ 'strength.moderate-weeks': 2 }], no: [{ 'strength.moderate-weeks': 1 }] },
  'middle exit turning': {
    yes: [{ 'rotation.typical': true }, { 'rotation.gained': true }],
    no: [{ 'rotation.typical': false, 'rotation.gained': false }],
  },
  'late entry middle': { yes: [{ 'phase.exit-met': true }], no: [{ 'phase.exit-met': false }] },
  'late entry agreed': { yes: [{ 'clinician.agreed': true }], no: [{ 'clinician.agreed': false }] },
  'maintenance entry done': { yes: [{ 'phase.exit-met': true }], no: [{ 'phase.exit-met': false }] },
  'maintenance exit own': { yes: [], no: [{}] },
}
const END: Readonly<Record<string, { yes: Given[]; no: Given[] }>> = {
  pain: { yes: [{ 'nprs.low-weeks': 2 }], no: [{ 'nprs.low-weeks': 1 }] },
  function: { yes: [{ 'psfs.mean': 8 }, { 'psfs.gain': 3 }], no: [{ 'psfs.mean': 7.9, 'psfs.gain': 2.9 }] },
  change: { yes: [{ pgic: 2 }], no: [{ pgic: 3 }] },
  flare: { yes: [{ 'confidence.flare': 7 }], no: [{ 'confidence.flare': 6 }] },
  home: { yes: [{ 'adherence.month-percent': 70 }], no: [{ 'adherence.month-percent': 69 }] },
}
const GATES: readonly (readonly [string, PhaseGate])[] = [
  ...programme.phases.flatMap(({ id, entry, exit }) => [
    [`${id} entry`, entry] as const,
    [`${id} exit`, exit] as const,
  ]),
  ['discharge', programme.discharge.gate],
]

describe('each criterion of the gates', () => {
  const rows = GATES.flatMap(([name, gate]) =>
    gate.criteria.map(({ id }) => ({ name, id, gate, case: MET[`${name} ${id}`] ?? END[id] })),
  )

  it('has its case', () => {
    const ends = ['late exit', 'discharge'].flatMap((name) => Object.keys(END).map((id) => `${name} ${id}`))
    expect(rows.map(({ name, id }) => `${name} ${id}`).toSorted()).toEqual(
      [...Object.keys(MET), ...ends].toSorted(),
    )
  })

  it.each(rows)('$name $id is met at its limit and not beside it', ({ id, gate, case: own }) => {
    for (const facts of own?.yes ?? []) expect(gateState(gate, facts).met).toContain(id)
    for (const facts of own?.no ?? []) expect(gateState(gate, facts).met).not.toContain(id)
    expect(gateState(gate, {}).open).toContain(id)
  })

  it('must be met, one of some, or so many of them', () => {
    expect(
      GATES.map(([name, { all, oneOf, atLeast, minDays }]) => [name, all, oneOf, atLeast, minDays]),
    ).toEqual([
      ['early entry', ['screen', 'baseline'], [], 2, 0],
      ['early exit', ['pain', 'settled'], [], 3, 7],
      ['middle entry', ['early', 'agreed'], [], 2, 0],
      ['middle exit', ['pain', 'function'], [], 3, 0],
      ['late entry', ['middle', 'agreed'], [], 2, 0],
      ['late exit', [], ['pain', 'function'], 3, 0],
      ['maintenance entry', ['done'], [], 1, 0],
      ['maintenance exit', ['own'], [], 1, 0],
      ['discharge', [], ['pain', 'function'], 3, 0],
    ])
  })

  it('of the middle exit: both that must be met and one of the others', () => {
    const exit = programme.phases[1]?.exit
    if (exit === undefined) throw new Error('no phase')
    const both = { 'nprs.average': 2, 'psfs.gain': 3 }
    expect(gateState(exit, both).passed).toBe(false)
    expect(gateState(exit, { ...both, 'strength.moderate-weeks': 2 }).passed).toBe(true)
    expect(gateState(exit, { ...both, 'rotation.gained': true }).passed).toBe(true)
  })
})

describe('the days of a flare-up', () => {
  it.each([
    [0, 'today', null, null],
    [1, 'next-days', 'early', 0.5],
    [2, 'next-days', 'early', 0.5],
    [3, 'back-up', null, 0.8],
    [7, 'back-up', null, 0.8],
    [8, 'not-back', null, 0.8],
    [60, 'not-back', null, 0.8],
  ])('day %i: %s', (day, id, phase, doseShare) => {
    expect(flareStep(content, day)).toMatchObject({ id, phase, doseShare, painCeiling: 4 })
  })

  it('the first has calm exercises of its own, the others none', () => {
    expect(programme.flare.steps.map(({ exercises }) => exercises.join(' '))).toEqual([
      'feet-up-90-90-breathing slow-breathing heat-pack ice-pack shoulder-rolls microbreak-walk',
      '',
      '',
      '',
    ])
  })
})

describe('the traffic light', () => {
  const light = (start: number | null, peak: number | null) => lightOf(start, peak, programme.trafficLight)

  it.each([
    [0, null, 'amber'],
    [0, 2, 'green'],
    [1, 3, 'green'],
    [null, 3, 'green'],
    [2, 4, 'amber'],
    [null, 4, 'amber'],
    [3, 5, 'amber'],
    [null, 5, 'amber'],
    [null, 6, 'red'],
    [3, 6, 'red'],
    [2, 5, 'red'],
    [1, 4, 'red'],
    [4, 5, 'green'],
    [4, 6, 'amber'],
    [4, 7, 'red'],
    [7, 7, 'green'],
    [7, 8, 'red'],
    [8, 8, 'red'],
    [null, 8, 'red'],
  ] as const)('from %s to %s: %s', (start, peak, expected) => {
    expect(light(start, peak)).toBe(expected)
  })
})

describe('the numbers of the programme', () => {
  it('are those of each phase', () => {
    expect(
      programme.phases.map(({ id, weekRange, effort, painCeiling, itemCount, home, visits }) => [
        id,
        weekRange,
        effort,
        painCeiling,
        itemCount,
        home.perWeek,
        home.minutes,
        visits && [visits.perWeek, visits.minutes],
      ]),
    ).toEqual([
      [
        'early',
        [0, 4],
        [1, 3],
        4,
        [6, 7],
        [5, 7],
        [15, 20],
        [
          [1, 3],
          [45, 60],
        ],
      ],
      [
        'middle',
        [3, 8],
        [3, 6],
        5,
        [6, 8],
        [3, 3],
        [20, 25],
        [
          [1, 2],
          [45, 60],
        ],
      ],
      [
        'late',
        [9, 12],
        [4, 7],
        5,
        [6, 8],
        [3, 3],
        [20, 25],
        [
          [0, 1],
          [45, 45],
        ],
      ],
      ['maintenance', [13, null], [3, 7], 5, [4, 6], [2, 2], [10, 15], null],
    ])
  })

  it('are those of the calendar, the checks and the limits of a session', () => {
    expect(programme.cadence).toEqual({
      weeks: [6, 12],
      defaultWeeks: 8,
      visits: [
        { weeks: [1, 2], everyDays: 3.5 },
        { weeks: [3, 6], everyDays: 7 },
        { weeks: [7, 12], everyDays: 14 },
      ],
      remoteVideoWeeks: [0, 2, 4, 8],
      homeDays: 5,
      homeMinutes: [15, 20],
      reminders: { perDay: 1, perWeek: 5 },
    })
    expect(programme.discharge.checkMonths).toEqual([3, 6, 12])
    expect(programme.progressOrder).toEqual(['reps', 'sets', 'hold', 'tempo', 'load', 'exercise'])
    expect(programme.withinSession.maxChanges).toBe(4)
  })
})
