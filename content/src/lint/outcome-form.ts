import type { Content } from '@dorsal/care'
import type { LintRule } from './rule.ts'

function curveFaults(content: Content): string[] {
  const durations = new Set(
    content.questions.find(({ id }) => id === 'H01')?.options.map(({ value }) => value),
  )
  const measures = new Set(content.measures.map(({ id }) => id))
  return content.outcome.curves.flatMap(({ id, measure, durations: own, points, label, note }) => [
    ...(measures.has(measure) ? [] : [`the curve ${id} is of ${measure}, which is not there`]),
    ...own
      .filter((one) => !durations.has(one))
      .map((one) => `the curve ${id} is for "${one}", which nobody can answer`),
    ...(points.every(({ low, typical, high }) => low <= typical && typical <= high)
      ? []
      : [`the curve ${id} leaves its band`]),
    ...(points.every(({ week }, i) => i === 0 || week > (points[i - 1]?.week ?? 0))
      ? []
      : [`the weeks of the curve ${id} do not ascend`]),
    ...(label.trim() === '' || note.trim() === '' ? [`the curve ${id} does not say what it is`] : []),
  ])
}

/** The outcome rules fit the measures: a responder that can be reckoned, curves in their band and honestly labelled, ids once. */
export const outcomeForm: LintRule = {
  id: 'outcome-form',
  kind: 'outcome',
  check(content) {
    const { outcome, measures } = content
    const { responder, stopReasons, events, severities } = outcome
    const item = measures
      .find(({ id }) => id === responder.measure)
      ?.items.find(({ id }) => id === responder.item)
    const lists = [
      stopReasons.map(({ id }) => id),
      events.map(({ id }) => id),
      severities.map(({ value }) => String(value)),
    ]
    const found = [
      ...(item === undefined ? [`the responder is reckoned from ${responder.item}, which is not there`] : []),
      ...(lists.some((ids) => ids.length === 0 || new Set(ids).size < ids.length)
        ? ['a list is empty or has an id twice']
        : []),
      ...(severities.some(({ serious }) => serious) ? [] : ['no adverse event is serious']),
      ...curveFaults(content),
    ]
    return found.map((message) => ({ where: 'outcome', message }))
  },
}
