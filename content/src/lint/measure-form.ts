import type { Content, Measure, MeasureItem } from '@dorsal/care'
import type { LintRule } from './rule.ts'

type Demand = (measure: Measure, content: Content) => string[]

function limitsOf({ answer }: MeasureItem): [number, number] | null {
  if (answer.kind === 'scale' || answer.kind === 'count') return [answer.min, answer.max]
  if (answer.kind !== 'choice') return null
  const values = answer.options.map(({ value }) => value)
  return [Math.min(...values), Math.max(...values)]
}

const scoresItsItems: Demand = ({ items, scoring }) => {
  const { method, of, needs } = scoring
  const ids = items.map(({ id }) => id)
  const missing = of.filter((id) => !ids.includes(id)).map((id) => `scores ${id}, which is none of its items`)
  if (missing.length > 0) return missing
  if (method === 'computed') return of.length > 0 ? ['is computed, and yet scores items'] : []
  if (of.length === 0) return ['scores no item']
  if (needs < 1 || needs > of.length) return [`needs ${needs} of ${of.length} answers`]
  return method === 'single' && of.length !== 1 ? ['has one score of several items'] : []
}

const rangeFits: Demand = ({ items, scoring, range }) => {
  const limits = scoring.of.flatMap((id) => items.filter((item) => item.id === id)).map(limitsOf)
  if (scoring.method === 'computed' || scoring.method === 'none' || range === null) return []
  if (limits.some((limit) => limit === null)) return ['scores words']
  const ends = [0, 1].map((end) => {
    const values = limits.map((limit) => limit?.[end] ?? 0)
    return scoring.method === 'sum'
      ? values.reduce((a, b) => a + b, 0)
      : end === 0
        ? Math.min(...values)
        : Math.max(...values)
  })
  return ends[0] === range[0] && ends[1] === range[1]
    ? []
    : [`its range is ${ends.join(' to ')}, not ${range.join(' to ')}`]
}

const changesPointTheWay: Demand = ({ changes, better }) =>
  changes.some(({ points, share }) => {
    const wrong = (value: number) => (better === 'lower' ? value >= 0 : value <= 0)
    return wrong(points) || (share !== null && wrong(share))
  })
    ? ['has an important change that points away from better']
    : []

const changesSourced: Demand = ({ changes }) =>
  changes.some(({ references }) => references.length === 0)
    ? ['has an important change without a source']
    : []

const cutoffsInRange: Demand = ({ cutoffs, range, items }) => {
  const ids = cutoffs.map(({ id }) => id)
  const [low, high] = range ??
    limitsOf(items[0] ?? ({ answer: { kind: 'text' } } as MeasureItem)) ?? [-Infinity, Infinity]
  return [
    ...(new Set(ids).size < ids.length ? ['has two limits of one id'] : []),
    ...(cutoffs.some(({ value }) => value < low || value > high) ? ['has a limit outside of its range'] : []),
  ]
}

const momentsKnown: Demand = ({ items, schedule }, { outcome }) => {
  const known = new Set(outcome.moments.map(({ moment }) => moment))
  const unknown = schedule
    .filter((moment) => !known.has(moment))
    .map((moment) => `is asked at ${moment}, which has no rule`)
  const stray = items
    .filter(({ moments }) => moments?.some((moment) => !schedule.includes(moment)) === true)
    .map(({ id }) => `its item ${id} is asked when the measure is not`)
  return [...unknown, ...stray, ...(schedule.length === 0 ? ['is never asked'] : [])]
}

const codesUsable: Demand = ({ codes, items }, { codes: table }) =>
  codes.flatMap(({ system, code, of }) => {
    const row = table.codes.find((one) => one.system === system && one.code === code)
    const parts = new Set(items.map(({ id }) => id))
    return [
      ...(system !== 'local' && row === undefined ? [`its code ${code} is not in the table of codes`] : []),
      ...(row?.state === 'refused' ? [`its code ${code} must not be used: ${row.use}`] : []),
      ...(of.endsWith('.score') || parts.has(of) || items.length === 0 || !of.includes('_')
        ? []
        : [`codes ${of}, which it has not`]),
    ]
  })

const DEMANDS = [
  scoresItsItems,
  rangeFits,
  changesPointTheWay,
  changesSourced,
  cutoffsInRange,
  momentsKnown,
  codesUsable,
]

/** A measure can be asked, scored, judged and exported as it is written. */
export const measureForm: LintRule = {
  id: 'measure-form',
  kind: 'measures',
  check: (content) =>
    content.measures.flatMap((measure) =>
      DEMANDS.flatMap((demand) =>
        demand(measure, content).map((message) => ({ where: measure.id, message })),
      ),
    ),
}
