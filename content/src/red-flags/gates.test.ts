import { factsOf, openRedFlags, type RedFlagTable, triage, type TriageIntake } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const content = loadContent()
const table = content.redFlags

type Answers = NonNullable<TriageIntake['answers']>
const openIn = (answers: Answers, rows: RedFlagTable = table, yearOfBirth = 1996): string[] =>
  openRedFlags(rows, factsOf({ yearOfBirth, answers }, NOW)).map(({ id }) => id)
/** Items that answers open, those that have an answer themselves left out. */
const opened = (answers: Answers, rows: RedFlagTable = table, yearOfBirth = 1996): string[] => {
  const always = openIn({}, rows)
  return openIn(answers, rows, yearOfBirth).filter((id) => !always.includes(id) && !(id in answers))
}

/** The published gates: what choosing each answer opens. */
const OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  G1: {
    cancer: 'RF22',
    recent_treatment: 'RF24 RF26 RF50',
    spine_fusion: 'RF50',
    injects_or_dialysis: 'RF24',
    weak_immune: 'RF24 RF53',
    diabetes: 'RF53',
    steroids: 'RF23 RF24 RF53 RF60',
    blood_thinners: 'RF29 RF71',
    strong_medicine: 'RF70',
    device: 'RF68',
    unsure: 'RF22 RF24 RF29 RF50 RF53 RF68 RF70 RF71',
    none: '',
  },
  G2: {
    weak_bones: 'RF23 RF45 RF60',
    steroid_tablets: 'RF23 RF60',
    sudden_start: 'RF23',
    shape: 'RF45',
    morning_stiffness: 'RF44',
    fall_or_unsteady: 'RF64',
    rib: 'RF65',
    shoulder: 'RF66',
    very_flexible: 'RF67',
    unsure: 'RF23 RF44 RF45 RF60 RF64 RF65 RF66 RF67',
    none: '',
  },
  G3: {
    heart_or_lung: 'RF47 RF52',
    effort: 'RF47',
    pressure: 'RF61',
    clot_risk: 'RF26',
    unsure: 'RF26 RF47 RF52 RF61',
    none: '',
  },
  G4: {
    band: 'RF28 RF46',
    rash: 'RF28',
    neck_arm: 'RF62',
    dizzy: 'RF69',
    unsure: 'RF28 RF46 RF62 RF69',
    none: '',
  },
  G5: { meals: 'RF48', kidney: 'RF27', pregnancy: 'RF51 RF63', unsure: 'RF27 RF48 RF51 RF63', none: '' },
  G6: { six_weeks: 'RF49', unsure: 'RF49', none: '' },
}

/** What another answer opens, whatever was chosen in the gates. Yes and unsure alike. */
const IMPLIED: readonly (readonly [string, string])[] = [
  ['RF41', 'RF22'],
  ['RF20', 'RF24 RF27'],
  ['RF21', 'RF24'],
  ['RF42', 'RF24'],
  ['RF53', 'RF24 RF60'],
  ['RF50', 'RF24 RF26'],
  ['RF60', 'RF23 RF45 RF53'],
  ['RF71', 'RF29'],
  ['RF45', 'RF60'],
  ['RF52', 'RF47'],
  ['RF47', 'RF52'],
  ['RF28', 'RF46'],
  ['RF63', 'RF51'],
]
const SAID: readonly (readonly [string, Answers, string])[] = [
  ['a fall', { H02: 'fall or accident' }, 'RF23 RF29 RF64 RF65'],
  ['lifting', { H02: 'lifting or effort' }, 'RF23'],
  ['suddenly', { H02: 'suddenly, no clear cause' }, 'RF23 RF29'],
  ['an illness', { H02: 'illness' }, 'RF24'],
  ['a birth', { H02: 'after pregnancy or birth' }, 'RF51 RF63'],
  ['a stiff morning', { H07: 'worst in the morning (more than 30 min)' }, 'RF44'],
  ['ribs', { H03: ['side ribs'] }, 'RF28 RF46 RF65'],
  ['shoulder', { H03: ['shoulder'] }, 'RF66'],
  ['chest', { H03: ['front chest'] }, 'RF26 RF47 RF48'],
  ['arm', { H03: ['arm'] }, 'RF62'],
  ['neck', { H03: ['neck'] }, 'RF62'],
  ['flank', { H03: ['lower ribs back'] }, 'RF27'],
  ['overhead', { H05: ['reaching overhead'] }, 'RF66'],
  ['uphill', { H05: ['walking uphill'] }, 'RF47'],
  ['breath', { H05: ['deep breath or cough'] }, 'RF26'],
  ['meals', { H05: ['meals'] }, 'RF48'],
  ['electric', { H04: ['electric or band-like'] }, 'RF46'],
  ['burning', { H04: ['burning'] }, 'RF28 RF46'],
  ['treated for six weeks', { H09: ['physiotherapy'], H01: '6-12 weeks' }, 'RF49'],
  ['not treated yet', { H09: ['nothing yet'], H01: '6-12 weeks' }, ''],
  ['treated for a short time', { H09: ['physiotherapy'], H01: 'less than 6 weeks' }, ''],
  ['no treatment named', { H09: [], H01: '6-12 weeks' }, ''],
]

const words = (ids: string): string[] => ids.split(' ').filter(Boolean)

describe('each answer of the gates', () => {
  const rows = Object.entries(OPTIONS).flatMap(([gate, options]) =>
    Object.entries(options).map(([value, ids]) => ({ gate, value, ids })),
  )

  it('has its case', () => {
    expect(table.gates.map(({ id, options }) => [id, options.map(({ value }) => value)])).toEqual(
      Object.entries(OPTIONS).map(([id, options]) => [id, Object.keys(options)]),
    )
  })

  it.each(rows)('$gate $value opens just $ids', ({ gate, value, ids }) => {
    expect(opened({ [gate]: [value] })).toEqual(words(ids))
  })
})

describe('what other answers imply', () => {
  it.each(IMPLIED.flatMap(([id, ids]) => ['yes', 'unsure'].map((said) => [id, said, ids] as const)))(
    '%s %s opens %s',
    (id, said, ids) => {
      expect(opened({ [id]: said })).toEqual(words(ids))
      expect(opened({ [id]: 'no' })).toEqual([])
    },
  )

  it.each(SAID)('%s opens what goes with it', (_what, answers, ids) => {
    expect(opened(answers)).toEqual(words(ids))
  })

  it('age opens its own from 65 on', () => {
    const at = (yearOfBirth: number) => opened({}, table, yearOfBirth)
    expect(at(1961)).toEqual(['RF23', 'RF45', 'RF60', 'RF64'])
    expect(at(1962)).toEqual([])
  })

  it.each<[string, Answers]>([
    ['deep and constant', { H04: ['deep constant'] }],
    ['nothing makes it worse', { H05: ['nothing clear'] }],
    ['nothing eases it', { H06: ['nothing'] }],
    ['worse at night', { H07: 'worse at night' }],
  ])('%s asks for RF42, even if it were not put to everybody', (_what, answers) => {
    const gated = { ...table, items: table.items.map((item) => ({ ...item, gate: item.gate ?? 'G0' })) }
    expect(openIn(answers, gated)).toContain('RF42')
    expect(openIn({}, gated)).not.toContain('RF42')
  })

  const rows = table.gates.flatMap(({ id, impliedBy }) => impliedBy.map((_row, index) => ({ id, index })))
  it.each(rows)('row $index of $id is missed by a case', ({ id, index }) => {
    const less = {
      ...table,
      // Items that are put to everybody hide what a row opens: here only rows open anything.
      items: table.items.map((item) => ({
        ...item,
        gate: item.gate ?? 'G0',
        disposition: 'caution' as const,
      })),
    }
    const gates = less.gates.map((gate) =>
      gate.id === id ? { ...gate, impliedBy: gate.impliedBy.filter((_row, at) => at !== index) } : gate,
    )
    const cases: [Answers, number][] = [
      ...IMPLIED.map(([item]): [Answers, number] => [{ [item]: 'yes' }, 1996]),
      ...SAID.map(([, answers]): [Answers, number] => [answers, 1996]),
      [{ H04: ['deep constant'] }, 1996],
      [{ H05: ['nothing clear'] }, 1996],
      [{ H06: ['nothing'] }, 1996],
      [{ H07: 'worse at night' }, 1996],
      [{ G1: ['steroids'] }, 1996],
      [{ G1: ['recent_treatment'] }, 1996],
      [{}, 1950],
    ]
    const missed = cases.some(
      ([answers, born]) =>
        openIn(answers, { ...less, gates }, born).length < openIn(answers, less, born).length,
    )
    expect(missed).toBe(true)
  })
})

/** When an item is put again, apart from the intake. */
const ASKED: Readonly<Record<string, string>> = {
  'pre-session': 'RF02 RF03 RF05 RF54',
  weekly: 'RF06 RF07 RF08 RF09 RF10 RF20 RF21 RF25',
  monthly: 'RF40 RF42',
  week6: 'RF49',
  message: 'RF12',
  'if-phq2': 'RF12',
}
/** Which tag an item puts on the plan. */
const TAGS: Readonly<Record<string, string>> = {
  bone_fragile: 'RF23 RF43 RF45 RF53 RF60 RF71',
  inflammatory_spine: 'RF44',
  trunk_nerve_symptoms: 'RF46',
  recent_spine_surgery: 'RF50',
  pregnancy_2_3: 'RF51 RF63',
  heart_lung_unstable: 'RF52',
  bp_uncontrolled: 'RF52 RF61',
  eye_pressure: 'RF61',
  arm_nerve_symptoms: 'RF62',
  balance_risk: 'RF64',
  rib_injury: 'RF65',
  shoulder_overhead_pain: 'RF66',
  shoulder_instability: 'RF66',
  hypermobile: 'RF67',
  implanted_device: 'RF68',
  epilepsy: 'RF68',
  skin_sensation: 'RF68',
  vertigo: 'RF69',
}

describe('the published items', () => {
  it('are put again when they are, and all of them at the intake', () => {
    for (const { id, askAt } of table.items) {
      const again = Object.keys(ASKED).filter((when) => words(ASKED[when] ?? '').includes(id))
      expect([id, ...askAt.toSorted()]).toEqual([id, ...['intake', ...again].toSorted()])
    }
  })

  it('put their tags on the plan', () => {
    for (const { id, precautionTags } of table.items) {
      const tags = Object.keys(TAGS).filter((tag) => words(TAGS[tag] ?? '').includes(id))
      expect([id, ...precautionTags.toSorted()]).toEqual([id, ...tags.toSorted()])
    }
  })
})

const emergency = table.items.filter(({ disposition }) => disposition === 'emergency_now')
const rulesOf = (answers: Answers, yearOfBirth = 1996) =>
  triage(
    {
      yearOfBirth,
      answers: { ...Object.fromEntries(emergency.map(({ id }) => [id, 'no'])), ...answers },
    },
    content,
    NOW,
  ).result.rules

describe('each part of a combination counts', () => {
  it.each([
    'H02: fall or accident',
    'H02: lifting or effort',
    'H02: suddenly, no clear cause',
    'H02: sport or training',
    'RF23: yes',
  ])('CB4 by %s, and by each weakness of the bones', (start) => {
    const [id = '', value = ''] = start.split(': ')
    for (const weak of ['RF45', 'RF53', 'RF60'])
      expect(rulesOf({ [weak]: 'yes', [id]: value }, 1961)).toContain('CB4')
    expect(rulesOf({ RF60: 'yes', [id]: value }, 1962)).not.toContain('CB4')
    expect(rulesOf({ [id]: value }, 1961)).not.toContain('CB4')
  })

  it('CB1 by each cancer, CB2 by any two, CB3 and CB5 from an age on', () => {
    for (const cancer of ['RF22', 'RF41']) expect(rulesOf({ [cancer]: 'yes', RF46: 'yes' })).toContain('CB1')
    const four = ['RF20', 'RF24', 'RF42', 'RF53']
    for (const one of four)
      for (const other of four)
        expect(rulesOf({ [one]: 'yes', [other]: 'yes' }).includes('CB2')).toBe(one !== other)
    for (const one of ['RF40', 'RF41', 'RF42'])
      for (const other of ['RF40', 'RF41', 'RF42'])
        expect(rulesOf({ [one]: 'yes', [other]: 'yes' }).includes('CB3')).toBe(one !== other)
    expect([1976, 1977].map((born) => rulesOf({ RF41: 'yes' }, born).includes('CB3'))).toEqual([true, false])
    expect([1981, 1982].map((born) => rulesOf({ RF47: 'yes' }, born).includes('CB5'))).toEqual([true, false])
  })

  it('pain of nine, in each way that it can be told', () => {
    expect(rulesOf({ RF54: 'yes' })).toContain('RF54')
    expect([rulesOf({ RF54: 9 }), rulesOf({ RF54: 8 })]).toEqual([['RF54'], []])
  })
})
