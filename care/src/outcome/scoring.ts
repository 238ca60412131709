import type { Cutoff, Measure, MeasureItem } from './measure.ts'

/** An answer to one item: a number, values, words; of an item put for each activity a number or null an activity, in their order. */
export type Given = number | string | readonly string[] | readonly (number | null)[]
export type GivenAnswers = { readonly [itemId: string]: Given | null | undefined }

/** A score. `value` null: too few answers; nothing is ever filled in. `missing`: items of the score without a usable answer. */
export type Score = { measureId: string; version: number; value: number | null; missing: string[] }

function inRange({ answer }: MeasureItem, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false
  if (answer.kind === 'scale' || answer.kind === 'count') return value >= answer.min && value <= answer.max
  return answer.kind === 'choice' && answer.options.some((option) => option.value === value)
}

/** The numbers in an answer that the item allows; an answer outside of its scale counts as not given, and is never moved into it. */
export function numbersOf(item: MeasureItem, given: Given | null | undefined): number[] {
  const values: readonly unknown[] = item.perActivity ? (Array.isArray(given) ? given : []) : [given]
  return values.filter((value): value is number => inRange(item, value))
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/**
 * The score of a measure from its answers, by its own rule. Below `needs` answered items there is none. A sum over fewer items than all
 * is scaled up only where the measure says so (`prorate`). Measures that are computed or only kept have no score here. Total: junk counts
 * as not answered. Source: `scoring` of each measure in content.
 */
export function scoreOf(measure: Measure, answers: GivenAnswers): Score {
  const { method, of, needs, prorate } = measure.scoring
  const items = of.flatMap((id) => measure.items.filter((item) => item.id === id))
  const given = items.map((item) =>
    numbersOf(item, Object.hasOwn(answers, item.id) ? answers[item.id] : null),
  )
  const missing = items.filter((_, index) => given[index]?.length === 0).map(({ id }) => id)
  const answered = items.length - missing.length
  const score = (value: number | null): Score => ({
    measureId: measure.id,
    version: measure.version,
    value,
    missing,
  })
  if (method === 'computed' || method === 'none' || answered < Math.max(1, needs)) return score(null)
  const numbers = given.flat()
  if (method === 'mean') return score(sum(numbers) / numbers.length)
  if (method === 'single') return score(numbers[0] ?? null)
  return score(prorate ? (sum(numbers) * items.length) / answered : sum(numbers))
}

/** The limits that a score reaches: what is offered then, and whether somebody at the clinic looks. None of a missing score. */
export function cutoffsReached(measure: Measure, value: number | null): Cutoff[] {
  if (value === null) return []
  return measure.cutoffs.filter(({ side, value: limit }) =>
    side === 'at-least' ? value >= limit : value <= limit,
  )
}

/**
 * The mean change of somebody's own activities (PSFS) over those that were answered both times, so that an activity left out later does
 * not look like a change. Null when none was. Points, positive is better.
 */
export function activityChange(
  first: readonly (number | null)[],
  last: readonly (number | null)[],
): { points: number; activities: number } | null {
  const pairs = first.flatMap((before, index) => {
    const after = last[index]
    return typeof before === 'number' && typeof after === 'number' ? [after - before] : []
  })
  return pairs.length === 0 ? null : { points: sum(pairs) / pairs.length, activities: pairs.length }
}
