import {
  type Disposition,
  type RedFlagTable,
  screenBefore,
  stopOf,
  type TriageIntake,
  triage as triageOf,
} from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const content = loadContent()
const table = content.redFlags
const EMERGENCY = table.items.filter((item) => item.disposition === 'emergency_now')

/** An adult with nothing to tell: every emergency item answered no. */
function intake(answers: Record<string, unknown> = {}, more: object = {}): TriageIntake {
  const no = Object.fromEntries(EMERGENCY.map((item) => [item.id, 'no']))
  return { yearOfBirth: 1996, answers: { ...no, ...answers }, ...more } as TriageIntake
}

function triage(given: TriageIntake, redFlags: RedFlagTable = table) {
  return triageOf(given, { redFlags, version: content.version }, NOW).result
}

function without(list: 'items' | 'combinations', id: string): RedFlagTable {
  return { ...table, [list]: table[list].filter((row) => row.id !== id) }
}

/** What fires an item that has no plain "yes". */
const OTHER_WAYS: Record<string, TriageIntake> = {
  RF43: intake({}, { yearOfBirth: 1955 }),
  RF54: intake({}, { measures: { nprs: { now: 5, average: 9, worst: 10 } } }),
}

/** The published table: what a yes to each item comes to. */
const PUBLISHED: Record<Disposition, string> = {
  emergency_now: 'RF01 RF02 RF03 RF04 RF05 RF06 RF07 RF08 RF09 RF10 RF11 RF12',
  same_day_urgent: 'RF20 RF21 RF22 RF23 RF24 RF25 RF26 RF27 RF28 RF29',
  see_clinician_first: 'RF40 RF41 RF42 RF44 RF45 RF46 RF47 RF48 RF49 RF50 RF51 RF52 RF53 RF54',
  caution: 'RF43 RF60 RF61 RF62 RF63 RF64 RF65 RF66 RF67 RF68 RF69 RF70 RF71',
  none: '',
}
const EXPECTED = Object.entries(PUBLISHED).flatMap(([disposition, ids]) =>
  ids
    .split(' ')
    .filter(Boolean)
    .map((id): [string, Disposition] => [id, disposition as Disposition]),
)

describe('each of the 49 items', () => {
  it('is in the published table', () => {
    expect(table.items.map((item) => item.id).sort()).toEqual(EXPECTED.map(([id]) => id).sort())
  })

  it.each(EXPECTED)('%s comes to %s, and to less when its row is deleted', (id, disposition) => {
    const given = OTHER_WAYS[id] ?? intake({ [id]: 'yes' })
    const result = triage(given)
    expect(result).toMatchObject({ disposition, rules: [id] })
    const item = table.items.find((row) => row.id === id)
    expect(result.precautionTags).toEqual(item?.precautionTags)
    expect(result.card).toBe(item?.card)
    expect(triage(given, without('items', id)).disposition).toBe('none')
  })

  it.each(EXPECTED.filter(([id]) => !(id in OTHER_WAYS)))(
    '%s unsure is on the careful side',
    (id, disposition) => {
      const result = triage(intake({ [id]: 'unsure' }))
      expect(result.rules).toEqual([id])
      expect(result.disposition).toBe(
        disposition === 'emergency_now' ? 'emergency_now' : 'see_clinician_first',
      )
      expect(triage(intake({ [id]: 'no' })).disposition).toBe('none')
    },
  )

  it('counts "prefer not to say" on self-harm as yes, with its own card', () => {
    expect(triage(intake({ RF12: 'prefer_not' }))).toMatchObject({
      disposition: 'emergency_now',
      card: 'self-harm',
    })
  })

  it.each([
    ['RF54 as a number', intake({ RF54: 9 }), ['RF54']],
    ['RF54 below nine', intake({ RF54: 8 }), []],
    ['cannot get up', intake({ H13: ['cannot_get_up'] }), ['RF54']],
    ['64 years', intake({}, { yearOfBirth: 1962 }), []],
    ['old pain at 71', intake({ H01: 'comes and goes for years' }, { yearOfBirth: 1955 }), []],
  ])('%s', (_, given, rules) => {
    expect(triage(given).rules).toEqual(rules)
  })
})

/** Each combination: answers that fire it, and the same without one part of it. */
const COMBINATIONS: [string, Disposition, TriageIntake, TriageIntake][] = [
  ['CB1', 'emergency_now', intake({ RF41: 'yes', RF46: 'yes' }), intake({ RF41: 'yes' })],
  ['CB2', 'same_day_urgent', intake({ RF42: 'yes', RF53: 'yes' }), intake({ RF53: 'yes' })],
  ['CB3', 'same_day_urgent', intake({ RF40: 'yes' }, { yearOfBirth: 1976 }), intake({ RF40: 'yes' })],
  [
    'CB4',
    'same_day_urgent',
    intake({ RF60: 'yes', H02: 'lifting or effort' }, { yearOfBirth: 1955 }),
    intake({ RF60: 'yes', H02: 'slowly, no clear cause' }, { yearOfBirth: 1955 }),
  ],
  ['CB5', 'same_day_urgent', intake({ RF47: 'yes' }, { yearOfBirth: 1981 }), intake({ RF47: 'yes' })],
  [
    'CB6',
    'see_clinician_first',
    intake({ RF60: 'unsure', RF61: 'unsure', RF64: 'unsure' }),
    intake({ RF60: 'unsure', RF61: 'unsure' }),
  ],
]

describe('each of the 6 combinations', () => {
  it('has a case', () => {
    expect(COMBINATIONS.map(([id]) => id)).toEqual(table.combinations.map((rule) => rule.id))
  })

  it.each(COMBINATIONS)(
    '%s comes to %s, and not without its row or a part of it',
    (id, disposition, given, part) => {
      expect(triage(given)).toMatchObject({ disposition })
      expect(triage(given).rules).toContain(id)
      expect(triage(given, without('combinations', id))).not.toEqual(triage(given))
      expect(triage(part).rules).not.toContain(id)
    },
  )

  it.each([
    [
      'CB1 by each nerve sign',
      'CB1',
      ['RF06', 'RF07', 'RF08', 'RF09', 'RF25', 'RF46'].map((id) => ({ RF22: 'yes', [id]: 'yes' })),
    ],
    [
      'CB2 by each pair',
      'CB2',
      [
        { RF20: 'yes', RF24: 'yes' },
        { RF24: 'yes', RF42: 'yes' },
        { RF20: 'yes', RF53: 'yes' },
      ],
    ],
    [
      'CB3 by each pair',
      'CB3',
      [
        { RF40: 'yes', RF41: 'yes' },
        { RF41: 'yes', RF42: 'yes' },
      ],
    ],
    [
      'CB5 by each risk',
      'CB5',
      [
        { RF47: 'yes', B12: 'yes' },
        { RF47: 'yes', G1: ['diabetes'] },
        { RF47: 'yes', G3: ['heart_or_lung'] },
        { RF47: 'yes', RF52: 'yes' },
      ],
    ],
  ])('%s', (_, id, cases) => {
    for (const answers of cases) expect(triage(intake(answers)).rules).toContain(id)
  })
})

describe('each of the 13 stop rules', () => {
  it.each([
    ['SS01', 'emergency', 'emergency'],
    ['SS02', 'emergency', 'emergency'],
    ['SS03', 'end-session', 'stop-session'],
    ['SS04', 'stop-exercise', null],
    ['SS05', 'stop-exercise', null],
    ['SS06', 'end-session', 'stop-session'],
    ['SS07', 'pause', null],
    ['SS08', 'pause', null],
    ['SS09', 'pause', null],
    ['SS10', 'stop-exercise', null],
    ['SS11', 'recovery-only', 'caution'],
    ['SS12', 'regress', null],
    ['SS13', 'end-session', 'stop-session'],
  ])('%s does %s with the card %s', (id, action, card) => {
    const stop = stopOf(id, table)
    expect(stop).toMatchObject({ action, card })
    const rest = { ...table, stopRules: table.stopRules.filter((rule) => rule.id !== id) }
    expect(stopOf(id, rest)).not.toEqual(stop)
  })

  it('stops for a rule that it does not know', () => {
    expect(stopOf('SS99', table)).toMatchObject({ action: 'end-session', card: 'stop-session' })
  })
})

describe('the questions before a session', () => {
  const NO = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' }
  const before = (answers: Record<string, unknown>, pain: number | null, rows = table) =>
    screenBefore(answers, pain, rows)

  it('lets a calm day through', () => {
    expect(before(NO, 3)).toMatchObject({ disposition: 'none', card: null, rules: [], recoveryOnly: false })
  })

  it.each([
    ['PS1', { ...NO, PS1: 'yes' }, 2, 'emergency_now', 'emergency'],
    ['PS2', { ...NO, PS2: 'unsure' }, 2, 'emergency_now', 'emergency'],
    ['PS3', { ...NO, PS3: 'yes' }, 2, 'same_day_urgent', 'same-day'],
    ['PS4', { ...NO, PS4: 'yes' }, 2, 'same_day_urgent', 'same-day'],
    ['PS5', NO, 9, 'see_clinician_first', 'clinician-first'],
  ])('%s', (id, answers, pain, disposition, card) => {
    const result = before(answers, pain)
    expect(result).toMatchObject({ disposition, card })
    expect(result.rules).toContain(id)
    const rest = { ...table, preSession: table.preSession.filter((item) => item.id !== id) }
    expect(before(answers, pain, rest)).not.toMatchObject({ disposition })
  })

  it.each([
    ['an accident with severe pain', { ...NO, PS3: 'yes' }, 8],
    ['a fever with severe pain', { ...NO, PS4: 'yes' }, 8],
  ])('%s is an emergency', (_, answers, pain) => {
    expect(before(answers, pain)).toMatchObject({ disposition: 'emergency_now', card: 'emergency' })
  })

  it('makes pain from 7 on a day for recovery, without that rule it does not', () => {
    expect(before(NO, 7)).toMatchObject({ recoveryOnly: true, rules: ['SS11'] })
    expect(before(NO, 6).recoveryOnly).toBe(false)
    expect(before(NO, 7, { ...table, stopRules: [] }).recoveryOnly).toBe(false)
  })

  it.each([
    ['no answers', {}, 2],
    ['junk', { PS1: 7, PS2: [], PS3: null, PS4: {} }, 2],
    ['no pain', NO, null],
    ['pain that is no number', NO, Number.NaN],
  ])('never takes %s for a no', (_, answers, pain) => {
    expect(before(answers, pain).disposition).toBe('see_clinician_first')
  })
})
