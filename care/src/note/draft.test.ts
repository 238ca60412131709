import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain } from '../because.ts'
import type { MovementTestResult } from '../intake/intake.ts'
import { scoreOf } from '../outcome/scoring.ts'
import type { DraftInput } from './draft-input.ts'
import { draftNote } from './draft.ts'
import { NOTE_SENTENCES } from './note.because.ts'
import { type DraftRow, NOTE_KINDS, NOTE_SECTIONS, NoteDraft, type NoteKind } from './note.ts'
import {
  checkIn,
  CONTENT,
  day,
  input,
  intake,
  NOW,
  record,
  report,
  START,
  treatment,
} from './note-fixture.ts'
import { type NoteSource, partOf } from './source.ts'

const said = ({ because }: Pick<DraftRow, 'because'>): string =>
  explain(because, { lang: 'en', sentences: NOTE_SENTENCES, words: {} })
const linesOf = (given: Partial<DraftInput>): string[] => draftNote(input(given)).rows.map(said)
const one = (given: Partial<DraftInput>, id: string): string => {
  const rows = draftNote(input(given)).rows.filter((row) => row.id === id)
  expect(rows, id).toHaveLength(1)
  return rows.map(said).join()
}

/** Every number and word that stands somewhere in a record, however deep. */
function leaves(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

function contentPart({ id, part }: NoteSource): unknown {
  const item = [...CONTENT.measures, ...CONTENT.movementTests].find((each) => each.id === id)
  return part.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], item)
}

function sourcesSay(given: DraftInput, row: DraftRow): (string | number)[] {
  return row.sources.flatMap((source) => {
    const part = source.kind === 'content' ? contentPart(source) : partOf(source, given)
    const measure = CONTENT.measures.find(({ id }) => id === source.part[1])
    const score =
      measure && part !== undefined && source.kind === 'check-in'
        ? scoreOf(measure, part as never).value
        : null
    return [...leaves(part), ...(score === null ? [] : [score]), ...(source.at === null ? [] : [source.at])]
  })
}

/** Values that say how many records there are, and so stand in none of them. */
const COUNTS: ReadonlySet<string> = new Set(['count', 'done', 'asked'])

/** Numbers of a row that none of its sources holds: as they are, rounded to 0-2 digits, or as the count of its sources. */
function invented(given: DraftInput, row: DraftRow): string[] {
  const held = sourcesSay(given, row)
  const names = [
    ...Object.values(given.record.texts),
    ...[...CONTENT.measures, ...CONTENT.movementTests].map(({ name }) => name),
  ]
  const numbers = held.filter((value) => typeof value === 'number')
  const texts = held.filter((value) => typeof value === 'string')
  const rounded = new Set(
    numbers.flatMap((value) => [1, 10, 100].map((tenth) => String(Math.round(value * tenth) / tenth))),
  )
  const counts = [...new Set(row.sources.map((source) => source.kind))].map(
    (kind) => row.sources.filter((source) => source.kind === kind).length,
  )
  return Object.entries(row.because.values ?? {}).flatMap(([key, value]) => {
    if (typeof value === 'number' && COUNTS.has(key)) return counts.includes(value) ? [] : [`${key} ${value}`]
    if (typeof value === 'number') return rounded.has(String(value)) ? [] : [String(value)]
    if (names.includes(value) || texts.some((text) => text.includes(value))) return []
    return (value.match(/-?\d+(?:\.\d+)?/g) ?? []).filter(
      (digits) =>
        !rounded.has(digits) &&
        !texts.some((text) => text.includes(digits)) &&
        !names.some((name) => value.includes(name) && name.includes(digits)),
    )
  })
}

const scale = fc.integer({ min: 0, max: 10 })
const degrees = fc.option(fc.double({ min: -80, max: 80, noNaN: true }))
const result: fc.Arbitrary<MovementTestResult> = fc.record({
  left: degrees,
  right: degrees,
  value: fc.option(fc.double({ min: 0, max: 90, noNaN: true })),
  source: fc.constantFrom('camera' as const, 'self' as const),
  error: fc.option(fc.integer({ min: 1, max: 20 })),
  rating: fc.option(fc.constantFrom('full' as const, 'limited' as const)),
})
const anyInput: fc.Arbitrary<DraftInput> = fc
  .record({
    kind: fc.constantFrom(...NOTE_KINDS),
    nprs: fc.option(fc.record({ now: scale, average: scale, worst: scale })),
    first: fc.option(result),
    again: fc.option(result),
    painAgain: fc.option(scale),
    activity: fc.option(scale),
    activityNow: fc.option(scale),
    reps: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
    sessions: fc.integer({ min: 0, max: 5 }),
    whole: fc.boolean(),
    since: fc.option(fc.constantFrom(day(3), day(40))),
    event: fc.boolean(),
    treated: fc.boolean(),
  })
  .map((g): DraftInput => {
    const full = record()
    const sets = report(1, START).sets
    return input({
      kind: g.kind,
      since: g.since,
      treatments: g.treated ? [treatment()] : [],
      record: record({
        intake: g.whole
          ? intake({
              measures: g.nprs === null ? {} : { nprs: g.nprs },
              movementTests: g.first === null ? {} : { 'seated-rotation': g.first },
            })
          : null,
        plan: g.whole ? full.plan : null,
        course: full.course && {
          ...full.course,
          activities: [{ text: 'Lift 20 kg', now: g.activity }],
        },
        reports: Array.from({ length: g.sessions }, (_, n) => ({
          receivedAt: day(n),
          report: report(n, day(n), {
            sets: g.reps.flatMap((doneReps, set) =>
              sets.slice(0, 1).map((each) => ({ ...each, set, doneReps })),
            ),
          }),
        })),
        checkIns: [
          checkIn(7, day(30), {
            answers: {
              nprs: { nprs_avg: g.painAgain },
              peg: { peg1: g.painAgain, peg2: 4, peg3: g.activityNow },
              psfs: { psfs_score: [g.activityNow] },
            },
            event: g.event ? { severity: 1, kinds: ['more-pain'], text: null } : null,
            ...(g.again === null
              ? {}
              : { tests: { movementTests: { 'seated-rotation': g.again }, selfTests: {} } }),
          }),
        ],
      }),
    })
  })

describe('any draft of any record', () => {
  it('holds no number that its sources do not hold', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const bad = draftNote(given).rows.flatMap((row) => invented(given, row).map((n) => `${row.id}: ${n}`))
        expect(bad).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('notices an invented number (the check has teeth)', () => {
    const given = input({ kind: 'progress' })
    const row = draftNote(given).rows.find(({ id }) => id === 'pain')
    if (row === undefined) throw new Error('no sentence on pain')
    expect(invented(given, row)).toEqual([])
    const lie = { ...row, because: { ...row.because, values: { ...row.because.values, last: 1 } } }
    expect(invented(given, lie)).toEqual(['1'])
  })

  it('has a source for each sentence, words for it, a section of its kind, and ids that are its own', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { rows } = NoteDraft.parse(draftNote(given))
        expect(new Set(rows.map(({ id, section }) => `${section} ${id}`)).size).toBe(rows.length)
        for (const row of rows) {
          expect(row.sources.length, row.id).toBeGreaterThan(0)
          expect(Object.hasOwn(NOTE_SENTENCES, row.because.id), row.because.id).toBe(true)
          expect(said(row), row.because.id).not.toMatch(/\{\w+\}|undefined|NaN|null/)
          expect(NOTE_SECTIONS[given.kind]).toContain(row.section)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('never tells an angle without its error', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        for (const line of draftNote(given).rows.map(said))
          for (const [angle] of line.matchAll(/-?[\d.]+°(?! ±)(?<!± [\d.]+°)[^,;.)]*/g))
            expect(angle, line).toContain('(error not known')
      }),
      { numRuns: 200 },
    )
  })

  it('is the same for the same record', () => {
    for (const kind of NOTE_KINDS) expect(draftNote(input({ kind }))).toEqual(draftNote(input({ kind })))
  })
})

describe('an evaluation', () => {
  it.each([
    ['history.H01', 'Duration: 6 to 12 weeks ago.'],
    ['history.H02', 'Onset: not asked.'],
    ['history.H03', 'Location: between blades and mid-spine.'],
    ['history.H08', 'Earlier episodes, in their own words: “twice in 2019”'],
    ['history.B01', 'At a desk or screen a day: 9 hours.'],
    ['pain.start', 'Pain at the start (0 to 10): now 3, average 5, worst 8.'],
    ['flags.denied', 'Warning signs asked for and answered with no: 2.'],
    ['flags.RF30', 'Warning sign: “Do you have a fever?” Answer: unsure.'],
    [
      'flags.cleared.0',
      'A clinician cleared warning signs on 2026-10-02; reason and name are in that decision.',
    ],
    ['test.seated-rotation', 'Seated rotation: left 33° ± 5°, right 42° ± 5°, by camera.'],
    ['test.extension', 'Leaning back: done, by camera; it shows a trend only, so no angle is told.'],
    ['self-test.calf-length', 'Calf length, alone and by own judgement: limited, worse side: left.'],
    [
      'measure.peg',
      'PEG: 5.7 on 2026-10-01, 3.3 on 2026-10-29 (what counts as a change is not known; scale 0 to 10, lower is better).',
    ],
    ['measure.sleep', 'Sleep: not asked.'],
    ['pattern', 'Working pattern by rules, not a diagnosis: Desk pattern (confidence 0.61 of 1).'],
    ['precautions', 'Precautions: bone fragile.'],
    ['goals.0', 'Activity that matters: “Sit through a film”, 4 of 10 at the start (10: as before).'],
    ['component.stretching', 'stretching: Seated turn.'],
  ])('%s', (id, text) => {
    expect(one({}, id)).toBe(text)
  })

  it('says of each thing that was left out that it was, and invents nothing for it', () => {
    const bare = record({
      intake: intake({ answers: {}, measures: {}, movementTests: {}, goals: [], sex: null }),
    })
    const given = { record: { ...bare, checkIns: [], course: null } }
    expect(one(given, 'pain.start')).toBe('Pain: not asked.')
    expect(one(given, 'flags.denied')).toBe('Warning signs: not asked.')
    expect(one(given, 'test.seated-rotation')).toBe('Seated rotation: not measured.')
    expect(one(given, 'person.sex')).toBe('Sex: not asked.')
    expect(one(given, 'goals')).toBe('Own activities: not asked.')
  })

  it('takes the error of the camera where the result has none, and tells where nobody knows it', () => {
    const turn = (source: 'camera' | 'self') =>
      record({ intake: intake({ movementTests: { 'seated-rotation': { left: 30, right: null, source } } }) })
    expect(one({ record: turn('camera') }, 'test.seated-rotation')).toBe(
      'Seated rotation: left 30° ± 7°, right not measured, by camera.',
    )
    expect(one({ record: turn('self') }, 'test.seated-rotation')).toBe(
      'Seated rotation: left 30° (error not known), right not measured, as they measured it.',
    )
  })

  it('of somebody who has not finished the questions says so', () => {
    const lines = linesOf({ record: record({ intake: null, plan: null, course: null }) })
    expect(lines).toContain('The intake questions are not finished: not asked.')
    expect(lines).toContain('There is no plan yet: not evaluated.')
  })
})

describe('a daily note', () => {
  it.each([
    ['session', 'Last session at home on 2026-10-07, with camera.'],
    ['session.pain', 'Pain (0 to 10): before 3, after 2.'],
    ['exercise.ex-turn', 'Seated turn: 9 and 7 of 10 repetitions, counted by camera.'],
    ['range.ex-turn', 'Seated turn: furthest left 32° ± 8°, right 36° ± 8°, by camera.'],
    ['within.0', 'Made easier in the session: Seated turn, range.'],
    ['session.words', 'In their own words: “Felt fine after 5 minutes”'],
    ['morning', 'The morning after, 2026-10-08: better, pain 2 (0 to 10).'],
    [
      'change.00000000-0000-7000-8000-000000000400.0',
      'Change of the plan: Seated turn, repetitions from 10 to 12 (listed for co-sign).',
    ],
  ])('%s', (id, text) => {
    expect(one({ kind: 'daily' }, id)).toBe(text)
  })

  it('says nothing of a session from before the last note', () => {
    const since = day(20)
    expect(one({ kind: 'daily', since }, 'session')).toBe(
      'No session at home was reported since the last note.',
    )
    expect(linesOf({ kind: 'daily', since }).join()).not.toContain('repetitions')
  })

  it('never makes an unanswered pain a number', () => {
    const quiet = report(9, day(9), {
      before: { answers: {}, pain: null, sinceLast: null },
      painAfter: null,
      effort: null,
    })
    const given = {
      kind: 'daily' as const,
      record: record({ reports: [{ receivedAt: day(9), report: quiet }] }),
    }
    expect(one(given, 'session.pain')).toBe('Pain (0 to 10): before not asked, after not asked.')
    expect(one(given, 'session.effort')).toBe('Effort (0 to 10): not asked.')
  })
})

describe('a note of progress, of discharge, a letter', () => {
  it.each<[NoteKind, string, string]>([
    ['progress', 'pain', 'Usual pain (0 to 10): 5 on 2026-10-01, 2 on 2026-10-29 (better).'],
    ['progress', 'activity.0', '“Sit through a film”: 4 of 10 at the start, 7 of 10 on 2026-10-29.'],
    [
      'progress',
      'test.seated-rotation.left',
      'Seated rotation, left: 33° ± 5° on 2026-10-01, 52° ± 5° on 2026-10-29 (more).',
    ],
    [
      'progress',
      'test.seated-rotation.right',
      'Seated rotation, right: 42° ± 5° on 2026-10-01, 44° ± 5° on 2026-10-29 (no change beyond the error).',
    ],
    ['discharge', 'sessions', 'Sessions at home since 2026-10-01: 3; the plan asks for 4 a week.'],
    ['discharge', 'events', 'Check-ins that asked for side effects: 1; none was told.'],
    ['discharge', 'flare.0', 'Flare-up from 2026-10-11 to 2026-10-14.'],
    ['gp-letter', 'pain', 'Usual pain (0 to 10): 5 on 2026-10-01, 2 on 2026-10-29 (better).'],
    [
      'gp-letter',
      'pattern',
      'Working pattern by rules, not a diagnosis: Desk pattern (confidence 0.61 of 1).',
    ],
  ])('%s: %s', (kind, id, text) => {
    expect(one({ kind }, id)).toBe(text)
  })

  it('counts sessions from the last note, and those before it no more', () => {
    expect(one({ kind: 'progress', since: day(3) }, 'sessions')).toContain('since 2026-10-04: 2;')
  })

  it('tells hands-on work, and what of it was not recorded', () => {
    const bare = treatment({ grade: null, minutes: null, response: null, painBefore: null })
    const lines = linesOf({ kind: 'progress', treatments: [bare] })
    expect(lines).toContain(
      'joint mobilisation, T4 and T5, grade not recorded, side: central, minutes: not recorded.',
    )
    expect(lines).toContain(
      'Response to joint mobilisation: not recorded; pain (0 to 10) before not asked, after 3.',
    )
  })

  it.each(NOTE_KINDS)('%s leaves exactly one sentence to whoever signs', (kind) => {
    const asks = draftNote(input({ kind, now: NOW })).rows.filter(({ ask }) => ask)
    expect(asks.map(({ section, sources }) => [section, sources[0]?.kind])).toEqual([
      ['assessment', 'author'],
    ])
  })
})
