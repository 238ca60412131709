/** One value of a trend; `error`: what it may be off by, drawn as a bar. */
export type Point = { at: string; value: number; error: number | null }

/** `dots`: apart from one another, where a line between them would say too much. */
export type Line = {
  label: string
  points: readonly Point[]
  look: 'first' | 'second' | 'third'
  dots?: boolean
}

/** What usually happens: a band with the typical value in it. */
export type Band = {
  label: string
  points: readonly { at: string; low: number; typical: number; high: number }[]
}

/** A span of time (a flare-up) or, without `to`, a moment (the next phase). */
export type Happening = { label: string; from: string; to: string | null }

export type TrendParts = {
  lines: readonly Line[]
  band: Band | null
  happenings: readonly Happening[]
}

export const round1 = (value: number): string => String(Math.round(value * 10) / 10)

/** A day in the reader's own way of writing, short enough to stand below a chart. */
export const dayAt = (time: number, locale: string): string =>
  new Date(time).toLocaleDateString(locale, { day: 'numeric', month: 'short' })

const dayKey = (at: string): string => new Date(at).toDateString()

/** The lines as rows of a table, one a day, oldest first: each value with what it may be off by; more than one of a day beside one another. */
export function rowsOf(lines: readonly Line[]): { at: string; values: string[] }[] {
  const all = lines
    .flatMap(({ points }) => points.map(({ at }) => at))
    .sort((a, b) => Date.parse(a) - Date.parse(b))
  const days = new Map(all.toReversed().map((at) => [dayKey(at), at]))
  return [...days].toReversed().map(([day, at]) => ({
    at,
    values: lines.map(({ points }) => {
      const values = points
        .filter((point) => dayKey(point.at) === day)
        .map(({ value, error }) => `${round1(value)}${error === null ? '' : ` ± ${round1(error)}`}`)
      return values.length === 0 ? '–' : values.join(', ')
    }),
  }))
}

const WEEK = 7 * 86_400_000

/** First and last moment of all that is drawn and of `span`; never less than a week. */
export function domainOf(
  { lines, band, happenings }: TrendParts,
  span: readonly string[] = [],
): [number, number] {
  const all = [
    ...span,
    ...lines.flatMap(({ points }) => points.map(({ at }) => at)),
    ...(band?.points ?? []).map(({ at }) => at),
    ...happenings.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ].map((at) => Date.parse(at))
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return [first, Math.max(last, first + WEEK)]
}
