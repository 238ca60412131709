/**
 * One number that decides something. `path`: where it stands in its item, `of`: the fact that it is compared with (null: it is a setting),
 * `to`: the other end of a band (null: open; left out: no band). `source`: what stands behind it, as the item says; empty: nothing is said.
 */
export type Threshold = {
  path: string
  of: string | null
  is: 'equals' | 'at-least' | 'at-most'
  value: number
  to?: number | null
  unit: Unit
  source: readonly string[]
}

/** Units in which content counts. `none`: a plain number whose unit the name of its field does not tell. */
export type Unit =
  | 'of-10'
  | 'days'
  | 'working-days'
  | 'weeks'
  | 'months'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'share'
  | 'percent'
  | 'per-week'
  | 'per-day'
  | 'times'
  | 'years'
  | 'degrees'
  | 'none'

/** By the name of the field or fact; the first that fits counts. */
const UNITS: readonly { name: RegExp; unit: Unit }[] = [
  { name: /workingdays/i, unit: 'working-days' },
  { name: /share/i, unit: 'share' },
  { name: /percent/i, unit: 'percent' },
  { name: /perweek|daysperweek/i, unit: 'per-week' },
  { name: /perday/i, unit: 'per-day' },
  { name: /days?$|days\b|ondays?|flare\.free/i, unit: 'days' },
  { name: /months?/i, unit: 'months' },
  { name: /weeks?/i, unit: 'weeks' },
  { name: /hours/i, unit: 'hours' },
  { name: /minutes/i, unit: 'minutes' },
  { name: /seconds/i, unit: 'seconds' },
  { name: /\bage\b/i, unit: 'years' },
  { name: /flexion|rotation|extension|angle|sideDifference/i, unit: 'degrees' },
  { name: /pain|nprs|effort|psfs|confidence|UpTo|Rise|judgeChange|neverFrom/, unit: 'of-10' },
  { name: /sets|reps|sessions|exercises|maxChanges|itemCount|sizeAtLeast|atLeast|needs/i, unit: 'times' },
]

const unitOf = (name: string, last: string): Unit =>
  (UNITS.find(({ name: fits }) => fits.test(last)) ?? UNITS.find(({ name: fits }) => fits.test(name)))
    ?.unit ?? 'none'

/** What decides nothing: which edition of an item it is, and how its picture is drawn. */
const NO_THRESHOLD = new Set(['version', 'figure', 'order', 'level'])

type Where = { path: readonly string[]; source: readonly string[] }
type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isBand = (value: unknown): value is [number, number | null] =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'number' &&
  (typeof value[1] === 'number' || value[1] === null)

/** What an object says of where its numbers come from: its references, its sources, or how it was checked. */
function sourceIn(value: Fields): readonly string[] {
  const said = [value['references'], value['sources'], value['check']].flat()
  return said.filter((one): one is string => typeof one === 'string')
}

const COMPARED = { is: 'equals', atLeast: 'at-least', atMost: 'at-most', sizeAtLeast: 'at-least' } as const

/**
 * Every number of an item that decides something, in the order in which it stands there. Total: an item that nobody thought of shows its
 * numbers too, with the path where they stand; so nothing is signed that was not to be seen.
 */
export function thresholdsOf(item: unknown): Threshold[] {
  return walk(item, { path: [], source: [] })
}

function walk(value: unknown, where: Where): Threshold[] {
  const { path, source } = where
  const last = path.findLast((part) => !/^\d+$/.test(part)) ?? ''
  const row = { path: path.join('.'), of: null, is: 'equals', source } as const
  const unit = unitOf(path.join('.'), last)
  if (typeof value === 'number') return [{ ...row, value, unit }]
  if (isBand(value)) return [{ ...row, value: value[0], to: value[1], unit }]
  if (Array.isArray(value))
    return value.flatMap((one: unknown, at) => {
      const id = isFields(one) && typeof one['id'] === 'string' ? one['id'] : String(at)
      return walk(one, { path: [...path, id], source })
    })
  if (!isFields(value)) return []
  const own = sourceIn(value)
  const here = own.length > 0 ? own : source
  if (typeof value['fact'] === 'string') return compared(value, value['fact'], { path, source: here })
  return Object.entries(value)
    .filter(([name]) => !NO_THRESHOLD.has(name))
    .flatMap(([name, one]) => walk(one, { path: [...path, name], source: here }))
}

/** A comparison of a condition. Only one with a number is a threshold. */
function compared(value: Fields, of: string, { path, source }: Where): Threshold[] {
  return Object.entries(COMPARED).flatMap(([field, is]): Threshold[] => {
    const limit = value[field]
    if (typeof limit !== 'number') return []
    return [{ path: path.join('.'), of, is, value: limit, unit: unitOf(of, of), source }]
  })
}
