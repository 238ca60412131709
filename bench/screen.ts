/**
 * `npm run bench:screen`: the free-text screen over the corpus, and its speed. Prints sums only, for each language, style and category: of the
 * dangers how many were answered with a level, with a question, or not at all; of the harmless texts how many raised a level, and how many a
 * question. `held-out` are styles that nothing was trained on or looked at; `train` is shown for comparison. Targets stand for held-out styles;
 * `--train-only` leaves those alone.
 */
import { type Disposition, screen } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import { type CorpusRow, corpusRows } from '../scripts/screen/corpus.ts'

type Outcome = CorpusRow & { found: Disposition; ask: boolean; ms: number }

const table = loadContent().redFlags

function outcomeOf(row: CorpusRow): Outcome {
  const start = performance.now()
  const { disposition: found, ask } = screen(row.text, table, row.lang, row.turns)
  return { ...row, found, ask, ms: performance.now() - start }
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
const silent = ({ found, ask }: Outcome) => found === 'none' && !ask
const asked = ({ found, ask }: Outcome) => found === 'none' && ask

function line(name: string, rows: readonly Outcome[]): string {
  const flagged = rows.filter((row) => row.flag)
  const grave = flagged.filter((row) => row.disposition === 'emergency_now')
  const harmless = rows.filter((row) => !row.flag)
  const of = (list: readonly Outcome[], is: (row: Outcome) => boolean) => list.filter(is).length
  const cells = [
    `${flagged.length}`,
    percent(flagged.length - of(flagged, silent), flagged.length),
    percent(of(flagged, asked), flagged.length),
    `${of(grave, silent)}/${grave.length}`,
    `${harmless.length}`,
    percent(
      of(harmless, (row) => row.found !== 'none'),
      harmless.length,
    ),
    percent(of(harmless, asked), harmless.length),
  ]
  return `${name.padEnd(26)}${cells.map((cell) => cell.padStart(11)).join('')}`
}

function by(rows: readonly Outcome[], name: (row: Outcome) => string): void {
  for (const key of [...new Set(rows.map(name))].sort())
    console.log(
      line(
        `  ${key}`,
        rows.filter((row) => name(row) === key),
      ),
    )
}

const HEAD = ['flagged', 'not silent', 'of it asked', 'emerg.silent', 'harmless', 'alarms', 'asked']

function report(part: 'train' | 'held-out'): Outcome[] {
  const rows = corpusRows(part).map(outcomeOf)
  if (rows.length === 0) {
    console.log(`${part}: no corpus`)
    return rows
  }
  console.log(`\n${part}: ${rows.length} texts`)
  console.log(`${''.padEnd(26)}${HEAD.map((head) => head.padStart(11)).join('')}`)
  console.log(line('all', rows))
  by(rows, (row) => row.lang)
  by(rows, (row) => `style ${row.style}`)
  by(rows, (row) => row.category)
  return rows
}

// A first pass, so that the lexicons are made and the code is warm before anything is timed.
for (const row of corpusRows('train').slice(0, 200)) outcomeOf(row)
const parts = process.argv.includes('--train-only') ? (['train'] as const) : (['train', 'held-out'] as const)
const rows = parts.flatMap(report)
const times = rows.map((row) => row.ms).sort((a, b) => a - b)
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
console.log(`\na message takes ${at(0.5)} ms (median), ${at(0.95)} ms (95 of 100); limit 1 ms`)
console.log('targets on held-out styles: emergencies silent 0, not silent ≥ 99 %, alarms ≤ 5 %, asked ≤ 15 %')
