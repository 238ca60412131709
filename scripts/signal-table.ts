/** Writes docs/motion-signals.md from the angle table; a test beside it holds the two together. */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { SIGNALS } from '../motion/src/angles/angles.ts'
import type { SignalRow } from '../motion/src/angles/row.ts'

const FILE = new URL('../docs/motion-signals.md', import.meta.url)

const HEAD = `# What the camera measures

One row a signal, written from the angle table of the engine (\`motion/src/angles\`) by \`node scripts/signal-table.ts\`; edit the table there.

- **kind**: an *angle*, *ratio* or *rate* may be shown as a number, always with its error. A *trend* stands in for something that no landmark shows: it is only ever told as more, less or the same as the same person's own earlier value.
- **error**: expected error of the number by view, in the signal's unit; "in space" where depth was measured (depth sensor, several cameras, optical capture), from any view. From a view that is not named no number is shown. Of a trend: the smallest change that is more than the tremble of the landmarks.
- **gate**: when it is withheld, besides landmarks that are hidden. Of paired limbs the side that is hidden is left out; from the side the far limb is.
- **rest**: the value of somebody at rest.

| signal | definition | plane | view | landmarks | unit | sign | rest | kind | error | gate | source |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
`

/** Left and right of a landmark as one. */
const sides = (names: readonly string[]): string =>
  [
    ...new Set(
      names.map((name) =>
        names.includes(name.replace(/[LR]$/, 'L')) && names.includes(name.replace(/[LR]$/, 'R'))
          ? name.replace(/[LR]$/, '')
          : name,
      ),
    ),
  ].join(', ')

function errorOf(row: SignalRow): string {
  if (row.kind === 'trend') return `change of ${row.change}`
  const views = Object.entries(row.error).map(([view, error]) => `${view} ${error}`)
  return [...views, ...(row.spaceError === undefined ? [] : [`in space ${row.spaceError}`])].join(', ')
}

function lineOf(id: string, row: SignalRow): string {
  const cells = [
    `\`${id}\``,
    row.definition,
    row.plane,
    row.views.join(', '),
    sides(row.landmarks),
    row.unit,
    row.sign,
    String(row.rest),
    row.kind,
    errorOf(row),
    row.gate,
    row.source,
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`
}

/** The whole document. */
export const signalTable = (): string =>
  `${HEAD}${Object.entries(SIGNALS)
    .map(([id, row]) => lineOf(id, row))
    .join('\n')}\n`

/** The document as it is kept. */
export const keptTable = (): string => readFileSync(FILE, 'utf8')

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(FILE, signalTable())
