/** What the engine is held to, in the order in which the table begins with it. */
const GOALS = [
  'count, real sets',
  'count, synthetic people',
  'rotation, real person',
  'rotation, rendered people',
  'side bend, real person',
  'false rotation',
  'arm elevation',
  'published landmarks',
  'breathing',
  'silence',
  'cost',
] as const

/** One row: what was measured, a published or earlier measured figure beside it, what is to be reached, and what came out. */
export type Row = {
  what: string
  anchor: string
  reach?: string
  ours: string
  /** The goal that the row answers; rows without one come after those with one. */
  goal?: (typeof GOALS)[number]
}

/** Said in place of a figure where the recordings are not there. */
export const SKIPPED = 'skipped: no recordings'

const line = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`

/** The rows as one Markdown table, goals first. */
export function table(rows: readonly Row[]): string {
  const place = ({ goal }: Row): number => (goal === undefined ? GOALS.length : GOALS.indexOf(goal))
  return [
    line('what', 'anchor', 'to reach', 'ours'),
    line('---', '---', '---', '---'),
    ...rows
      .toSorted((a, b) => place(a) - place(b))
      .map(({ what, anchor, reach, ours }) => line(what, anchor, reach ?? '-', ours)),
  ].join('\n')
}
