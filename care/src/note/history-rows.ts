import type { Answer } from '../intake/intake.ts'
import { all, type Drafted, type DraftInput, fromIntake, row, type RowRule } from './draft-input.ts'
import type { NoteKind, SectionId } from './note.ts'

/** What of the history is written down, under which heading, and whether the letter has it too. Ids: questions of the intake. */
const ASKED: readonly { question: string; topic: string; letter?: true; own?: true }[] = [
  { question: 'H01', topic: 'Duration', letter: true },
  { question: 'H02', topic: 'Onset', letter: true },
  { question: 'H03', topic: 'Location', letter: true },
  { question: 'H04', topic: 'Quality', letter: true },
  { question: 'H05', topic: 'Made worse by', letter: true },
  { question: 'H06', topic: 'Eased by', letter: true },
  { question: 'H07', topic: 'Over the day' },
  { question: 'H13', topic: 'Typical signs' },
  { question: 'H08', topic: 'Earlier episodes', own: true },
  { question: 'H09', topic: 'Tried so far' },
  { question: 'H10', topic: 'Medicines and conditions', own: true },
  { question: 'H12', topic: 'Own explanation and worries', own: true },
  { question: 'B13', topic: 'Work' },
  { question: 'B01', topic: 'At a desk or screen a day' },
  { question: 'B02', topic: 'Longest sitting without a break' },
  { question: 'B04', topic: 'Driving a day' },
  { question: 'B06', topic: 'Heavy lifting a day' },
  { question: 'B08', topic: 'Activities of the week' },
  { question: 'B09', topic: 'Active days a week' },
  { question: 'B10', topic: 'Sleep a night' },
]

function answered(
  { record }: DraftInput,
  { question, topic, own }: (typeof ASKED)[number],
  answer: Answer,
): Drafted {
  const sources = [fromIntake(record, 'answers', question)]
  const id = `history.${question}`
  const one = (value: string | number): string => record.texts[`${question}.${value}`] ?? String(value)
  if (typeof answer === 'number') {
    const unit = record.texts[`${question}.unit`] ?? ''
    return row(id, sources, 'note.answer-number', { topic, answer, unit })
  }
  if (own === true) return row(id, sources, 'note.answer-own', { topic, answer: String(answer) })
  const words = typeof answer === 'string' ? one(answer) : all(answer.map(one))
  return row(id, sources, 'note.answer', { topic, answer: words })
}

function historyRows(given: DraftInput): Drafted[] {
  const { record, kind } = given
  const { intake } = record
  if (intake === null) return [row('history', [fromIntake(record)], 'note.no-intake')]
  return ASKED.filter(({ letter }) => kind !== 'gp-letter' || letter === true).map((asked) => {
    const answer = intake.answers[asked.question]
    const empty = answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)
    return empty
      ? row(`history.${asked.question}`, [fromIntake(record, 'answers', asked.question)], 'note.not-asked', {
          topic: asked.topic,
        })
      : answered(given, asked, answer)
  })
}

function personRows({ record }: DraftInput): Drafted[] {
  const { intake } = record
  if (intake === null) return []
  const { yearOfBirth: year, sex } = intake
  return [
    row('person.born', [fromIntake(record, 'yearOfBirth')], 'note.born', { year }),
    sex == null
      ? row('person.sex', [fromIntake(record, 'sex')], 'note.not-asked', { topic: 'Sex' })
      : row('person.sex', [fromIntake(record, 'sex')], 'note.answer', { topic: 'Sex', answer: sex }),
  ]
}

function painRows({ record }: DraftInput): Drafted[] {
  const sources = [fromIntake(record, 'measures', 'nprs')]
  const pain = record.intake?.measures.nprs
  if (pain === undefined) return [row('pain.start', sources, 'note.not-asked', { topic: 'Pain' })]
  const { now, average, worst } = pain
  return [row('pain.start', sources, 'note.pain-start', { now, average, worst })]
}

const isFlag = (id: string): boolean => /^RF\d/.test(id)

/** Numbers are answers, not yes or no: they are told as they are, never as "denied". */
function flagRows({ record }: DraftInput): Drafted[] {
  const { intake, decisions, texts, triage } = record
  if (intake === null) return [row('flags', [fromIntake(record)], 'note.no-intake')]
  const flags = Object.entries(intake.answers).filter(([id]) => isFlag(id))
  const source = (id: string) => fromIntake(record, 'answers', id)
  const denied = flags.filter(([, answer]) => answer === 'no')
  const raised = flags.filter(([, answer]) => answer !== 'no')
  const cleared = decisions.filter(({ kind }) => kind === 'clearance')
  return [
    denied.length === 0
      ? row('flags.denied', [fromIntake(record, 'answers')], 'note.not-asked', { topic: 'Warning signs' })
      : row(
          'flags.denied',
          denied.slice(0, 400).map(([id]) => source(id)),
          'note.flags-denied',
          { count: Math.min(denied.length, 400) },
        ),
    ...raised.map(([id, answer]) =>
      row(`flags.${id}`, [source(id)], 'note.flag-raised', {
        question: texts[id] ?? id,
        answer: typeof answer === 'number' ? answer : String(answer),
      }),
    ),
    ...(triage?.rules ?? [])
      .filter((rule) => !raised.some(([id]) => id === rule))
      .map((rule, index) =>
        row(
          `flags.rule.${rule}`,
          [{ kind: 'triage' as const, id: null, at: null, part: ['rules', String(index)] }],
          'note.flag-standing',
          {
            question: texts[rule] ?? rule,
          },
        ),
      ),
    ...cleared.map((decision, index) =>
      row(
        `flags.cleared.${index}`,
        [{ kind: 'decision' as const, id: `clearance ${decision.at}`, at: decision.at, part: [] }],
        'note.flag-cleared',
        { day: decision.at.slice(0, 10) },
      ),
    ),
  ]
}

function goalRows({ record }: DraftInput): Drafted[] {
  const activities = record.course?.activities ?? record.intake?.goals ?? []
  const source = (index: number, key: string) =>
    record.course === null
      ? fromIntake(record, 'goals', String(index), key)
      : {
          kind: 'course' as const,
          id: null,
          at: record.course.startedAt,
          part: ['activities', String(index), key],
        }
  if (activities.length === 0)
    return [row('goals', [fromIntake(record, 'goals')], 'note.not-asked', { topic: 'Own activities' })]
  return activities.map(({ text, now }, index) =>
    now === null
      ? row(`goals.${index}`, [source(index, 'text'), source(index, 'now')], 'note.goal-unscored', {
          activity: text,
        })
      : row(`goals.${index}`, [source(index, 'text'), source(index, 'now')], 'note.goal', {
          activity: text,
          now,
        }),
  )
}

const only = (section: SectionId, ...kinds: NoteKind[]): RowRule['in'] =>
  Object.fromEntries(kinds.map((kind) => [kind, section]))

/** Sentences on who the person is, what they told and which warning signs were asked for. */
export const HISTORY_RULES: readonly RowRule[] = [
  { in: only('subjective', 'evaluation', 'gp-letter'), rows: personRows },
  { in: only('subjective', 'evaluation', 'gp-letter'), rows: historyRows },
  { in: only('subjective', 'evaluation', 'gp-letter'), rows: painRows },
  { in: only('warning-signs', 'evaluation', 'gp-letter'), rows: flagRows },
  { in: only('goals', 'evaluation', 'plan-of-care'), rows: goalRows },
]
