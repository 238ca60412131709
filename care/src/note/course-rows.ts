import { changeOf } from '../outcome/change.ts'
import type { Measure } from '../outcome/measure.ts'
import { scoreOf } from '../outcome/scoring.ts'
import {
  all,
  dayIn,
  type Drafted,
  type DraftInput,
  from,
  fromIntake,
  intakeAt,
  round1,
  row,
  type RowRule,
} from './draft-input.ts'
import type { NoteKind } from './note.ts'
import type { NoteSource } from './source.ts'

const MEANINGS = {
  'much-better': 'much better',
  better: 'better',
  'about-the-same': 'about the same',
  worse: 'worse',
  'not-known': 'what counts as a change is not known',
} as const

type Told = { value: number; at: string; source: NoteSource }

/** Usual pain (NPRS average) at the start and in each check-in that was asked for it, oldest first. */
function pains({ record }: DraftInput): Told[] {
  const start = record.intake?.measures.nprs
  const first =
    start === undefined
      ? []
      : [
          {
            value: start.average,
            at: intakeAt(record),
            source: fromIntake(record, 'measures', 'nprs', 'average'),
          },
        ]
  const later = record.checkIns.flatMap(({ id, at, answers }): Told[] => {
    const value = answers['nprs']?.['nprs_avg']
    return typeof value === 'number'
      ? [{ value, at, source: from('check-in', id, at, 'answers', 'nprs', 'nprs_avg') }]
      : []
  })
  return [...first, ...later]
}

function painRows(given: DraftInput): Drafted[] {
  const told = pains(given)
  const [first, last] = [told[0], told.at(-1)]
  if (first === undefined || last === undefined)
    return [
      row('pain', [fromIntake(given.record, 'measures', 'nprs')], 'note.not-asked', { topic: 'Usual pain' }),
    ]
  if (first === last)
    return [row('pain', [first.source], 'note.pain-once', { value: first.value, day: dayIn(first.at) })]
  const measure = given.content.measures.find(({ id }) => id === 'nprs')
  const meaning = measure && changeOf(measure, first.value, last.value)?.meaning
  return [
    row('pain', [first.source, last.source], 'note.pain-change', {
      first: first.value,
      firstDay: dayIn(first.at),
      last: last.value,
      day: dayIn(last.at),
      meaning: MEANINGS[meaning ?? 'not-known'],
    }),
  ]
}

const MOMENTS: Partial<Record<NoteKind, readonly Measure['schedule'][number][]>> = {
  evaluation: ['baseline'],
  progress: ['weekly', 'every-2-weeks', 'every-4-weeks'],
  discharge: ['discharge'],
}
/** What the shorter papers tell of function. */
const SHORT: readonly string[] = ['peg']
/** Pain has a sentence of its own, and activities one each. */
const APART: readonly string[] = ['nprs', 'psfs', 'effort', 'adherence', 'ae']

function measuresFor({ kind, content }: DraftInput): Measure[] {
  const moments = MOMENTS[kind]
  return content.measures.filter(
    ({ id, core, schedule }) =>
      core &&
      !APART.includes(id) &&
      (moments === undefined ? SHORT.includes(id) : schedule.some((moment) => moments.includes(moment))),
  )
}

function scored(measure: Measure, { record }: DraftInput): Told[] {
  return record.checkIns.flatMap(({ id, at, answers }): Told[] => {
    const given = answers[measure.id]
    const value = given === undefined ? null : scoreOf(measure, given).value
    return value === null
      ? []
      : [{ value: round1(value), at, source: from('check-in', id, at, 'answers', measure.id) }]
  })
}

function measureRow(measure: Measure, given: DraftInput): Drafted {
  const { id, name, range, better } = measure
  const told = scored(measure, given)
  const [first, last] = [told[0], told.at(-1)]
  const latest = given.record.checkIns.at(-1)
  if (first === undefined || last === undefined)
    return row(
      `measure.${id}`,
      [from('check-in', latest?.id ?? null, latest?.at ?? null, 'answers', id)],
      'note.not-asked',
      {
        topic: name,
      },
    )
  const [min, max] = range ?? [0, 0]
  const scale = range === null ? {} : { min, max }
  const content = from('content', id, null, 'range')
  const tail = range === null ? '' : better === 'lower' ? '-lower' : '-higher'
  if (first === last)
    return row(`measure.${id}`, [first.source, content], `note.score${tail}`, {
      measure: name,
      value: first.value,
      day: dayIn(first.at),
      ...scale,
    })
  const meaning = changeOf(measure, first.value, last.value)?.meaning ?? 'not-known'
  return row(`measure.${id}`, [first.source, last.source, content], `note.score-change${tail}`, {
    measure: name,
    first: first.value,
    firstDay: dayIn(first.at),
    last: last.value,
    day: dayIn(last.at),
    meaning: MEANINGS[meaning],
    ...scale,
  })
}

const measureRows = (given: DraftInput): Drafted[] =>
  measuresFor(given).map((measure) => measureRow(measure, given))

/** Each of the person's own activities (PSFS) at the start and when it was last asked. */
function activityRows({ record }: DraftInput): Drafted[] {
  const { course, checkIns } = record
  if (course === null || course.activities.length === 0)
    return [row('activities', [fromIntake(record, 'goals')], 'note.not-asked', { topic: 'Own activities' })]
  return course.activities.map(({ text: activity, now: first }, index) => {
    const start = from('course', null, course.startedAt, 'activities', String(index))
    const told = checkIns.findLast(({ answers }) => {
      const scores = answers['psfs']?.['psfs_score']
      return Array.isArray(scores) && typeof scores[index] === 'number'
    })
    const scores = told?.answers['psfs']?.['psfs_score']
    const last = Array.isArray(scores) ? scores[index] : undefined
    if (told === undefined || typeof last !== 'number')
      return first === null
        ? row(`activity.${index}`, [start], 'note.goal-unscored', { activity })
        : row(`activity.${index}`, [start], 'note.goal-not-again', { activity, first })
    const source = from('check-in', told.id, told.at, 'answers', 'psfs', 'psfs_score', String(index))
    const day = dayIn(told.at)
    return first === null
      ? row(`activity.${index}`, [start, source], 'note.goal-later', { activity, last, day })
      : row(`activity.${index}`, [start, source], 'note.goal-change', { activity, first, last, day })
  })
}

function sessionsDone({ record, since, kind }: DraftInput): Drafted[] {
  const { reports, plan } = record
  const before = kind === 'progress' ? since : null
  const begin = before ?? intakeAt(record)
  const begun = before === null ? from('course', null, begin, 'startedAt') : from('note', null, before)
  const counted = reports
    .map(({ report }) => report)
    .filter(({ startedAt, sets }) => sets.length > 0 && Date.parse(startedAt) >= Date.parse(begin))
  const asked =
    plan === null ? [] : [from('plan', String(plan.version), plan.at, 'cadence', 'homeSessionsPerWeek')]
  const perWeek = plan?.cadence.homeSessionsPerWeek
  if (counted.length === 0)
    return [
      row('sessions', [begun, ...asked], 'note.sessions-none', {
        since: dayIn(begin),
      }),
    ]
  const sources = counted.slice(-390).map(({ id, startedAt }) => from('session', id, startedAt))
  return [
    row(
      'sessions',
      [...sources, begun, ...asked],
      perWeek === undefined ? 'note.sessions' : 'note.sessions-of',
      {
        done: sources.length,
        since: dayIn(begin),
        ...(perWeek === undefined ? {} : { perWeek }),
      },
    ),
    ...counted
      .filter(({ stop }) => stop !== null)
      .map(({ id, startedAt, stop }) =>
        row(`stopped.${id}`, [from('session', id, startedAt, 'stop')], 'note.session-stopped', {
          day: dayIn(startedAt),
          rule: record.texts[stop?.rule ?? ''] ?? stop?.rule ?? '',
        }),
      ),
  ]
}

function eventRows({ record, content }: DraftInput): Drafted[] {
  const { checkIns } = record
  const asked = checkIns.filter(({ answers, event }) => event !== null || answers['ae'] !== undefined)
  const events = asked.filter(({ event }) => event !== null)
  if (asked.length === 0)
    return [
      row('events', [from('check-in', null, null, 'event')], 'note.not-asked', { topic: 'Side effects' }),
    ]
  if (events.length === 0)
    return [
      row(
        'events',
        asked.slice(-400).map(({ id, at }) => from('check-in', id, at, 'event')),
        'note.events-none',
        { asked: Math.min(400, asked.length) },
      ),
    ]
  return events.flatMap(({ id, at, event }) => {
    if (event === null) return []
    const how = content.outcome.severities.find(({ value }) => value === event.severity)?.text
    const kinds = event.kinds.map(
      (kind) => content.outcome.events.find((one) => one.id === kind)?.text ?? kind,
    )
    return [
      row(`event.${id}`, [from('check-in', id, at, 'event')], 'note.event', {
        day: dayIn(at),
        what: all(kinds.length === 0 ? ['not said'] : kinds),
        severity: how ?? event.severity,
      }),
    ]
  })
}

const flareRows = ({ record }: DraftInput): Drafted[] =>
  (record.course?.flares ?? []).map(({ began, ended }, index) =>
    row(
      `flare.${index}`,
      [from('course', null, began, 'flares', String(index))],
      ended === null ? 'note.flare-open' : 'note.flare',
      { day: dayIn(began), ...(ended === null ? {} : { ended: dayIn(ended) }) },
    ),
  )

/** Sentences on how it went: pain, daily life, what was done, what went wrong. */
export const COURSE_RULES: readonly RowRule[] = [
  { in: { progress: 'subjective', discharge: 'subjective', 'gp-letter': 'function' }, rows: painRows },
  { in: { progress: 'subjective', discharge: 'subjective' }, rows: flareRows },
  { in: { progress: 'subjective', discharge: 'subjective', 'gp-letter': 'function' }, rows: eventRows },
  {
    in: { progress: 'goals', discharge: 'goals', 'gp-letter': 'function' },
    rows: activityRows,
  },
  {
    in: {
      evaluation: 'function',
      'plan-of-care': 'function',
      progress: 'function',
      discharge: 'function',
      'gp-letter': 'function',
    },
    rows: measureRows,
  },
  { in: { progress: 'objective', discharge: 'objective', 'gp-letter': 'function' }, rows: sessionsDone },
]
