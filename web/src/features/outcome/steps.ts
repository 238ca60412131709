import {
  type CheckIn,
  cutoffsReached,
  type Due,
  type Given,
  type Measure,
  type MeasureItem,
  type PatientContent,
  type RedFlag,
  scoreOf,
} from '@dorsal/care'

/** Answers by question; null where it was skipped. */
export type GivenBy = { readonly [stepId: string]: Given | null }

type Content = Pick<PatientContent, 'measures' | 'outcome' | 'redFlags'>

/** One screen of a check-in. `warnings`: any of these now; `harm`: put where the mood is low; `event`: what the side effect was. */
export type Step =
  | { kind: 'item'; id: string; measure: Measure; item: MeasureItem }
  | { kind: 'activity'; id: string; measure: Measure; item: MeasureItem; index: number; text: string }
  | { kind: 'warnings'; id: 'warnings'; items: readonly RedFlag[] }
  | { kind: 'harm'; id: 'harm'; item: RedFlag }
  | { kind: 'event'; id: 'event'; options: { value: string; label: string }[] }

/** "None of these": an answer of its own, so that nothing chosen is not taken for it. */
export const NONE = 'none'
const MOOD = 'phq2'
const EVENT = { measure: 'ae', severity: 'ae.ae1', text: 'ae.ae_txt' } as const

/** How often the warning signs are asked again, by the moment of a check-in. */
const ASKED_AT: readonly (readonly [string, RedFlag['askAt'][number]])[] = [
  ['weekly', 'weekly'],
  ['every-4-weeks', 'monthly'],
]

const numberIn = (value: Given | null | undefined): number => (typeof value === 'number' ? value : 0)

/** The answers to one measure as they are sent: by item, those to activities in their order. */
export function answersOf(
  measure: Measure,
  items: readonly string[],
  given: GivenBy,
  activities: readonly string[],
): Record<string, Given | null> {
  return Object.fromEntries(
    measure.items
      .filter(({ id }) => items.includes(id))
      .map(({ id, perActivity }): [string, Given | null] => {
        const key = `${measure.id}.${id}`
        if (!perActivity) return [key, given[key] ?? null]
        const each = activities.map((_, index) => given[`${key}.${index}`])
        return [key, each.map((value) => (typeof value === 'number' ? value : null))]
      })
      .map(([key, value]) => [key.slice(measure.id.length + 1), value]),
  )
}

function warningsAt(due: readonly Due[], { redFlags }: Content): Step[] {
  const moments = new Set<string>(due.flatMap((row) => row.moments))
  const asked = ASKED_AT.filter(([moment]) => moments.has(moment)).map(([, at]) => at)
  const items = redFlags.items.filter(({ askAt }) => askAt.some((at) => asked.includes(at)))
  return items.length === 0 ? [] : [{ kind: 'warnings', id: 'warnings', items }]
}

function lowMood(measure: Measure, given: GivenBy): boolean {
  const value = scoreOf(
    measure,
    answersOf(
      measure,
      measure.items.map(({ id }) => id),
      given,
      [],
    ),
  ).value
  return measure.id === MOOD && cutoffsReached(measure, value).length > 0
}

function stepsOfMeasure(
  { items }: Due,
  measure: Measure,
  { content, given, activities }: Omit<StepsInput, 'due'>,
): Step[] {
  const steps = measure.items
    .filter(({ id }) => items.includes(id))
    .flatMap((item): Step[] => {
      const id = `${measure.id}.${item.id}`
      if (id === EVENT.text && numberIn(given[EVENT.severity]) < 1) return []
      if (!item.perActivity) return [{ kind: 'item', id, measure, item }]
      return activities.map((text, index) => ({
        kind: 'activity',
        id: `${id}.${index}`,
        measure,
        item,
        index,
        text,
      }))
    })
  const options = (content.outcome?.events ?? []).map(({ id, text }) => ({ value: id, label: text }))
  if (measure.id === EVENT.measure && numberIn(given[EVENT.severity]) >= 1 && options.length > 0)
    return steps.flatMap((step): Step[] =>
      step.id === EVENT.severity ? [step, { kind: 'event', id: 'event', options }] : [step],
    )
  const harm = content.redFlags.items.find(({ askAt }) => askAt.includes('if-phq2'))
  return lowMood(measure, given) && harm !== undefined
    ? [...steps, { kind: 'harm', id: 'harm', item: harm }]
    : steps
}

export type StepsInput = {
  due: readonly Due[]
  content: Content
  given: GivenBy
  activities: readonly string[]
}

/** The person's own activities: those of the record, or those just named. */
export function activitiesNow(known: readonly string[], given: GivenBy): string[] {
  const named = given['psfs.psfs_act']
  const own = Array.isArray(named) ? named.filter((text): text is string => typeof text === 'string') : []
  return (known.length > 0 ? [...known] : own).filter((text) => text.trim() !== '')
}

/** All screens of a check-in in their order, as far as the answers so far call for them: warning signs first, then measure by measure. */
export function stepsOf(input: StepsInput): Step[] {
  const { due, content } = input
  return [
    ...warningsAt(due, content),
    ...due.flatMap((row) => {
      const measure = content.measures.find(({ id }) => id === row.measureId)
      return measure === undefined ? [] : stepsOfMeasure(row, measure, input)
    }),
  ]
}

/** The warning signs that were not a plain "no": chosen from the list, or thoughts of harm that were told or kept back. */
export function yesIn(steps: readonly Step[], given: GivenBy): RedFlag[] {
  return steps.flatMap((step) => {
    const answer = given[step.id]
    if (step.kind === 'warnings')
      return Array.isArray(answer) ? step.items.filter(({ id }) => (answer as unknown[]).includes(id)) : []
    return step.kind === 'harm' && typeof answer === 'string' && answer !== 'no' ? [step.item] : []
  })
}

function eventIn(given: GivenBy): CheckIn['event'] {
  const severity = numberIn(given[EVENT.severity])
  if (severity < 1) return null
  const [kinds, text] = [given['event'], given[EVENT.text]]
  return {
    severity,
    kinds: Array.isArray(kinds) ? kinds.filter((kind): kind is string => typeof kind === 'string') : [],
    text: typeof text === 'string' && text.trim() !== '' ? text : null,
  }
}

/**
 * The check-in as it is sent: every measure that was put, answered or skipped, so that it is not asked again; one that was not come to
 * (`stopped` by a danger) stays due. What was written about a side effect travels with it alone.
 */
export function checkInOf(
  input: StepsInput,
  { id, at, stopped, yes }: { id: string; at: string; stopped: boolean; yes: readonly string[] },
): CheckIn {
  const { due, content, given, activities } = input
  const put = due.filter(
    ({ measureId }) => !stopped || Object.keys(given).some((key) => key.startsWith(`${measureId}.`)),
  )
  const answers = put.flatMap((row): [string, CheckIn['answers'][string]][] => {
    const measure = content.measures.find((one) => one.id === row.measureId)
    if (measure === undefined) return []
    const { ae_txt: _, ...own } = answersOf(measure, row.items, given, activities)
    return [[measure.id, own as CheckIn['answers'][string]]]
  })
  return {
    id,
    at,
    moments: [...new Set(put.flatMap(({ moments }) => moments))],
    answers: Object.fromEntries(answers),
    event: eventIn(given),
    ...(yes.length > 0 && { yes: [...yes] }),
  }
}

/** About how many minutes the screens take, said before they are begun; a screen takes some ten seconds. */
export function minutesFor(due: readonly Due[]): number {
  const items = due.reduce((sum, row) => sum + row.items.length, 0)
  return Math.max(1, Math.round((items * 10) / 60))
}
