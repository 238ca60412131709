import { type Happening, type Line, round1 } from './trend.ts'

/** One week of bars: how many were done of how many planned. */
export type Bar = { from: string; to: string; done: number; planned: number }

/** One of several pictures above one another on the same time: lines, or bars. `none`: what is said where there is nothing yet. */
export type Panel = {
  title: string
  max: number
  lines: readonly Line[]
  bars?: readonly Bar[]
  none: string
}

/** Something that happened, with a sign and words of its own. */
export type Marked = { at: string; sign: string; label: string }

/** A row of the table: when, what, and how much, in words. */
export type Told = { at: string; what: string; value: string }

const said = (value: number, error: number | null) =>
  error === null ? round1(value) : `${round1(value)} ± ${round1(error)}`

/** Everything that is drawn as rows, the newest first: values with what they may be off by, weeks, and what happened. */
export function toldIn(
  panels: readonly Panel[],
  marks: readonly Marked[],
  spans: readonly Happening[],
): Told[] {
  const values = panels.flatMap(({ title, lines, bars = [] }) => [
    ...lines.flatMap(({ label, points }) =>
      points.map(({ at, value, error }) => ({ at, what: `${title}, ${label}`, value: said(value, error) })),
    ),
    ...bars.map(({ from, done, planned }) => ({ at: from, what: title, value: `${done} / ${planned}` })),
  ])
  const happened = [
    ...marks.map(({ at, label }) => ({ at, what: label, value: '' })),
    ...spans.map(({ label, from }) => ({ at: from, what: label, value: '' })),
  ]
  return [...values, ...happened].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

/** Marks that would stand on one another (nearer than `room` in pixels) as one, with all of their signs. */
export function gathered(
  marks: readonly Marked[],
  xOf: (at: string) => number,
  room: number,
): { x: number; signs: string; labels: string[] }[] {
  const inTime = [...marks].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const groups: { x: number; signs: string[]; labels: string[] }[] = []
  for (const { at, sign, label } of inTime) {
    const last = groups.at(-1)
    const x = xOf(at)
    if (last === undefined || x - last.x >= room) groups.push({ x, signs: [sign], labels: [label] })
    else {
      last.labels.push(label)
      if (!last.signs.includes(sign)) last.signs.push(sign)
    }
  }
  return groups.map(({ x, signs, labels }) => ({ x, labels, signs: signs.join('') }))
}
