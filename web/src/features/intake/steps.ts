import {
  type Facts,
  factsOf,
  openQuestions,
  openRedFlags,
  type PatientContent,
  type Question,
  type RedFlag,
  type RedFlagGate,
} from '@dorsal/care'
import type { Draft } from '../../lib/draft.ts'
import { isRated, ratedGoals } from './answers.ts'

export type Section = 'you' | 'danger' | 'pain' | 'day' | 'health' | 'goals' | 'setup'

/** One screen of the intake. `id` stands in the address; it names a question, never an answer. */
export type Step =
  | { id: string; section: Section; kind: 'born' | 'sex' | 'scales' | 'goals' }
  | { id: string; section: Section; kind: 'item'; item: RedFlag; askedBecauseOf: string | null }
  | { id: string; section: Section; kind: 'gate'; gate: RedFlagGate }
  | { id: string; section: Section; kind: 'questions'; questions: Question[] }

const SECTION_OF: Readonly<Record<Question['section'], Section>> = {
  history: 'pain',
  habits: 'day',
  setup: 'setup',
}

/** Numbers that follow one another share a screen, up to this many; everything else is asked alone. */
const NUMBERS_PER_SCREEN = 3

/**
 * Questions in their order, put together to screens. What stands between two of them in `all` parts them also while it is not
 * asked, so that no field goes away under the hands of whoever fills in the one before.
 */
export function screensOf(
  questions: readonly Question[],
  all: readonly Question[] = questions,
): Question[][] {
  const screens: Question[][] = []
  const at = (question: Question | undefined) => all.findIndex((other) => other.id === question?.id)
  for (const question of questions) {
    const last = screens.at(-1)
    const joins =
      question.type === 'number' &&
      last?.[0]?.type === 'number' &&
      last.length < NUMBERS_PER_SCREEN &&
      at(question) === at(last.at(-1)) + 1
    if (joins) last.push(question)
    else screens.push([question])
  }
  return screens
}

/** The facts that gates and rules may look at, while the person is still answering. */
export function factsOfDraft(draft: Draft, now: string): Facts {
  const { now: today, average, worst } = draft.pain
  const known = today !== null && average !== null && worst !== null
  return factsOf(
    {
      ...(draft.yearOfBirth !== null && { yearOfBirth: draft.yearOfBirth }),
      sex: draft.sex,
      answers: draft.answers,
      goals: ratedGoals(draft.goals),
      measures: known ? { nprs: { now: today, average, worst } } : {},
    },
    now,
  )
}

/**
 * All screens of the intake as far as the answers so far let one see, in order. The emergency items stand at the front and behind
 * no gate; an item that a text calls for follows that text at once.
 */
export function stepsOf(content: PatientContent, draft: Draft, now: string): Step[] {
  const facts = factsOfDraft(draft, now)
  const asked = new Map(draft.asked.map((entry) => [entry.item, entry.after]))
  const items = openRedFlags(content.redFlags, facts, [...asked.keys()])
  const byId = new Map(content.redFlags.items.map((item) => [item.id, item]))
  const isEmergency = (item: RedFlag) => item.disposition === 'emergency_now'

  const itemStep = (item: RedFlag, section: Section): Step => ({
    id: item.id,
    section,
    kind: 'item',
    item,
    askedBecauseOf: null,
  })
  const asks = (after: string, section: Section): Step[] =>
    draft.asked
      .filter((entry) => entry.after === after)
      .flatMap((entry) => {
        const item = byId.get(entry.item)
        return item
          ? [{ id: `${after}.${item.id}`, section, kind: 'item' as const, item, askedBecauseOf: after }]
          : []
      })
  const questionSteps = (section: Question['section']): Step[] =>
    screensOf(
      openQuestions(content.questions, facts).filter((question) => question.section === section),
      content.questions,
    ).flatMap((questions) => {
      const place = SECTION_OF[section]
      const step: Step = { id: questions[0]!.id, section: place, kind: 'questions', questions }
      return [step, ...questions.flatMap((question) => asks(question.id, place))]
    })
  const lower = items.filter((item) => !isEmergency(item) && !asked.has(item.id))
  const afterGates: Step[] = content.redFlags.gates.map((gate) => ({
    id: gate.id,
    section: 'health',
    kind: 'gate',
    gate,
  }))

  return [
    { id: 'born', section: 'you', kind: 'born' },
    { id: 'sex', section: 'you', kind: 'sex' },
    ...items.filter(isEmergency).map((item) => itemStep(item, 'danger')),
    ...questionSteps('history'),
    { id: 'scales', section: 'pain', kind: 'scales' },
    ...questionSteps('habits'),
    ...afterGates,
    ...lower.map((item) => itemStep(item, 'health')),
    { id: 'goals', section: 'goals', kind: 'goals' },
    ...asks('goals', 'goals'),
    ...questionSteps('setup'),
  ]
}

/** Whether a screen has what it needs; an optional one is complete once it was passed. */
export function isComplete(step: Step, draft: Draft): boolean {
  switch (step.kind) {
    case 'born':
      return draft.yearOfBirth !== null
    case 'sex':
      return draft.done.includes(step.id)
    case 'goals':
      return draft.done.includes(step.id) && draft.goals.every(isRated)
    case 'scales':
      return draft.pain.now !== null && draft.pain.average !== null && draft.pain.worst !== null
    case 'item':
      return (
        draft.answers[step.item.id] !== undefined &&
        (step.askedBecauseOf === null || draft.done.includes(step.id))
      )
    case 'gate':
      return draft.answers[step.gate.id] !== undefined
    case 'questions':
      return step.questions.every(
        (question) =>
          draft.answers[question.id] !== undefined || (question.optional && draft.done.includes(step.id)),
      )
  }
}

/** Where to go on: the first screen that still misses something, or null when all are complete. */
export function firstOpen(steps: readonly Step[], draft: Draft): Step | null {
  return steps.find((step) => !isComplete(step, draft)) ?? null
}
