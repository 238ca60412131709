import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STAFF_ROLES, type StaffRole } from '../access/principal.ts'
import { certifiedUntil } from './certified.ts'
import { NOTE_SENTENCES } from './note.because.ts'
import { NOTE_KINDS, NOTE_STATES, type NoteLine, type NoteState, signedText } from './note.ts'
import { day, NOW, START, treatment, uuid } from './note-fixture.ts'
import { faultsOfTreatment, speaksAgainst, TREATMENT_PRECAUTIONS } from './precaution.ts'
import { faultsOfNote, NOTE_TRANSITIONS, NOTE_WRITERS, type NoteAct, transition } from './state.ts'
import { carriedOver, segmentsOf, TECHNIQUE_IDS, TECHNIQUES } from './treatment.ts'

const ids = (...given: Parameters<typeof faultsOfTreatment>): string[] =>
  faultsOfTreatment(...given).map(({ because }) => because.id)
const therapist = { tags: [], role: 'therapist' as const }

describe('the record of a treatment', () => {
  it('is complete with technique, place, grade, side, minutes and response', () => {
    expect(ids(treatment(), therapist)).toEqual([])
  })

  it.each([
    [{ segments: [] }, 'treatment.needs-segments'],
    [{ grade: null }, 'treatment.needs-grade'],
    [{ side: null }, 'treatment.needs-side'],
    [{ minutes: null }, 'treatment.needs-minutes'],
    [{ response: null }, 'treatment.needs-response'],
    [{ grade: 'V' as const }, 'treatment.no-such-grade'],
  ])('%j lacks something', (more, id) => {
    expect(ids(treatment(more), therapist)).toEqual([id])
  })

  it('asks no grade of what has none', () => {
    expect(ids(treatment({ technique: 'heat', grade: null, side: null }), therapist)).toEqual([])
    expect(ids(treatment({ technique: 'heat', grade: 'I', side: null }), therapist)).toEqual([
      'treatment.no-such-grade',
    ])
  })

  it('with a thrust where bones may be fragile is refused with the reason, until a therapist writes why', () => {
    const thrust = treatment({ technique: 'thrust', grade: 'V', minutes: null })
    const fragile = { tags: ['bone_fragile'], role: 'therapist' as const }
    expect(ids(thrust, fragile)).toEqual(['treatment.against-bone_fragile'])
    expect(ids({ ...thrust, override: 'because' }, fragile)).toEqual(['treatment.against-bone_fragile'])
    expect(ids({ ...thrust, override: '          .' }, fragile)).toEqual(['treatment.against-bone_fragile'])
    const why = 'Bone density was normal in May'
    expect(ids({ ...thrust, override: why }, fragile)).toEqual([])
    expect(ids({ ...thrust, override: why }, { ...fragile, role: 'assistant' })).toEqual([
      'treatment.against-bone_fragile',
    ])
    expect(ids(thrust, { ...fragile, tags: ['reflux'] })).toEqual([])
  })

  it('without a grade is held to the strictest', () => {
    expect(speaksAgainst({ technique: 'joint-mobilisation', grade: null }, ['bone_fragile'])).toEqual([
      'bone_fragile',
    ])
    expect(speaksAgainst({ technique: 'joint-mobilisation', grade: 'II' }, ['bone_fragile'])).toEqual([])
  })

  it('has a reason in words for each precaution and each thing that can be missing', () => {
    for (const { tag } of TREATMENT_PRECAUTIONS)
      expect(NOTE_SENTENCES).toHaveProperty([`treatment.against-${tag}`])
    for (const technique of TECHNIQUE_IDS)
      for (const field of TECHNIQUES[technique].needs)
        expect(NOTE_SENTENCES).toHaveProperty([`treatment.needs-${field}`])
  })

  it('carried over keeps what was done, asks anew how it went, and counts for nothing until confirmed', () => {
    const before = treatment({ override: 'Bone density was normal in May', words: 'liked it' })
    const [carried] = carriedOver({ noteId: uuid(1), at: START, treatments: [before] }, (n) => uuid(900 + n))
    if (carried === undefined) throw new Error('nothing carried over')
    expect(carried).toEqual({
      ...before,
      id: uuid(900),
      painBefore: null,
      painAfter: null,
      response: null,
      words: null,
      override: null,
      carried: { noteId: uuid(1), at: START },
      confirmed: false,
    })
    expect(ids({ ...carried, response: 'same' }, therapist)).toEqual(['treatment.not-confirmed'])
    expect(ids({ ...carried, response: 'same', confirmed: true }, therapist)).toEqual([])
  })
})

describe('levels as they are typed', () => {
  it.each([
    ['T4 T5', ['T4', 'T5'], []],
    ['t4-t6, R7', ['T4', 'T5', 'T6', 'R7'], []],
    ['T4-6', ['T4', 'T5', 'T6'], []],
    ['upper-back; T4 T4', ['upper-back', 'T4'], []],
    ['C7-T2', ['C7', 'T1', 'T2'], []],
    ['T13 somewhere T6-T4', [], ['T13', 'somewhere', 'T6-T4']],
    ['', [], []],
  ])('%j', (typed, segments, unknown) => {
    expect(segmentsOf(typed)).toEqual({ segments, unknown })
  })
})

const ACTS: readonly NoteAct[] = ['save', 'sign', 'co-sign', 'addend']
const note = (
  state: NoteState,
  kind: (typeof NOTE_KINDS)[number] = 'daily',
  signer: string | null = null,
) => ({
  kind,
  state,
  signed: signer === null ? null : { staffId: signer },
})
const by = (role: StaffRole, staffId = uuid(1)) => ({ role, staffId })

describe('the states of a note', () => {
  it.each<[NoteState, NoteAct, StaffRole, NoteState | null]>([
    ['draft', 'save', 'therapist', 'draft'],
    ['draft', 'save', 'assistant', 'draft'],
    ['draft', 'sign', 'therapist', 'signed'],
    ['draft', 'sign', 'clinic-admin', 'signed'],
    ['draft', 'sign', 'assistant', 'awaiting-co-sign'],
    ['draft', 'addend', 'therapist', null],
    ['awaiting-co-sign', 'co-sign', 'therapist', 'co-signed'],
    ['awaiting-co-sign', 'co-sign', 'assistant', null],
    ['signed', 'co-sign', 'therapist', null],
    ['signed', 'addend', 'therapist', 'signed'],
    ['awaiting-co-sign', 'addend', 'assistant', 'awaiting-co-sign'],
    ['draft', 'sign', 'front-desk', null],
    ['draft', 'save', 'benefit-manager', null],
  ])('%s, %s by %s: %s', (state, act, role, to) => {
    expect(transition(note(state), act, by(role))?.to ?? null).toBe(to)
  })

  it('never lead back to a draft, and no signed note is saved or signed again, by nobody', () => {
    for (const kind of NOTE_KINDS)
      for (const role of STAFF_ROLES)
        for (const state of NOTE_STATES.filter((one) => one !== 'draft')) {
          expect(transition(note(state, kind), 'save', by(role))).toBeNull()
          expect(transition(note(state, kind), 'sign', by(role))).toBeNull()
          for (const act of ACTS) expect(transition(note(state, kind), act, by(role))?.to).not.toBe('draft')
        }
    for (const row of NOTE_TRANSITIONS) if (row.to === 'draft') expect(row.from).toEqual(['draft'])
  })

  it('let nobody sign a second time for themselves', () => {
    expect(transition(note('awaiting-co-sign', 'daily', uuid(1)), 'co-sign', by('therapist'))).toBeNull()
    expect(transition(note('awaiting-co-sign', 'daily', uuid(2)), 'co-sign', by('therapist'))).not.toBeNull()
  })

  it('leave judging, planning and ending care to therapists', () => {
    for (const kind of NOTE_KINDS) {
      expect(NOTE_WRITERS[kind]).toContain('therapist')
      expect(transition(note('draft', kind), 'sign', by('assistant')) !== null).toBe(kind === 'daily')
    }
  })
})

const line = (more: Partial<NoteLine> = {}): NoteLine => ({
  id: 'ask',
  section: 'assessment',
  text: 'Much easier today.',
  drafted: 'To be written.',
  sources: [{ kind: 'author', id: null, at: null, part: [] }],
  ask: true,
  ...more,
})

describe('signing', () => {
  it.each([
    [{ lines: [], treatments: [] }, ['note.sign.empty']],
    [{ lines: [line({ text: ' ' })], treatments: [] }, ['note.sign.empty', 'note.sign.open']],
    [{ lines: [line({ text: 'To be written.' })], treatments: [] }, ['note.sign.open']],
    [{ lines: [line()], treatments: [] }, []],
    [{ lines: [line()], treatments: [treatment({ side: null })] }, ['treatment.needs-side']],
  ])('case %#', (body, expected) => {
    expect(faultsOfNote(body, therapist).map(({ because }) => because.id)).toEqual(expected)
  })

  it('is over a text that does not depend on the order of keys, and changes with every word', () => {
    const told = {
      id: uuid(1),
      patientId: uuid(2),
      kind: 'daily' as const,
      lang: 'en',
      body: { lines: [line()], treatments: [treatment()] },
    }
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, member]): [string, unknown] => [key, turned(member)]),
      )
    }
    expect(signedText(turned(told) as typeof told)).toBe(signedText(told))
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(text !== line().text)
        const other = { ...told, body: { ...told.body, lines: [line({ text })] } }
        expect(signedText(other)).not.toBe(signedText(told))
      }),
      { numRuns: 50 },
    )
  })
})

describe('the plan of care', () => {
  it.each([
    [null, 'none', null],
    [START, 'running', day(90)],
  ] as const)('signed %s is %s', (signedAt, state, dueAt) => {
    expect(certifiedUntil(signedAt, 90, NOW)).toEqual({ state, since: signedAt, dueAt })
  })

  it.each([
    [75.9, 'running'],
    [76, 'due'],
    [90, 'due'],
    [90.001, 'overdue'],
  ])('on day %s is %s', (days, state) => {
    expect(certifiedUntil(START, 90, day(days)).state).toBe(state)
  })
})
