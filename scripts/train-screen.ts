/**
 * `npm run train:screen`: trains the classifier of the free-text screen on `content/corpus/train` and writes its weights to
 * `content/data/red-flags/text-model.json`, and the everyday words that are no typing errors beside the concepts. Deterministic:
 * the same corpus and content give the same file. Thresholds are chosen on styles that neither the classifier nor, as far as that can be
 * undone, the word lists have seen. Prints what the screen does on such styles.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { judge, type TextModel } from '@dorsal/care'
import { corpusRows } from './screen/corpus.ts'
import { everydayWords } from './screen/everyday-words.ts'
import { classOf, GROUPS } from './screen/groups.ts'
import { isGrave } from './screen/model.ts'
import { modelBeside } from './screen/model-beside.ts'
import { type ReadRow, readingsOf, type View } from './screen/readings.ts'
import { type Judged, outcomeOf, type Thresholds, thresholdsFor } from './screen/thresholds.ts'

const DATA = new URL('../content/data/red-flags/', import.meta.url).pathname
/** Styles are left out of the training in so many lots. */
const LOTS = 4

function judged(row: ReadRow, view: View, model: TextModel): Judged {
  const { flag: danger, emergency, groups } = judge(model, view.features)
  const selfHarm = groups.find(([name]) => name === 'RF12')?.[1] ?? 0
  return { view, flag: row.flag, grave: isGrave(row), danger, emergency, selfHarm }
}

const share = (list: readonly Judged[], is: (row: Judged) => boolean): string =>
  `${((100 * list.filter(is).length) / Math.max(1, list.length)).toFixed(1).padStart(5)} %`

function report(name: string, rows: readonly Judged[], at: Thresholds): void {
  const [flagged, harmless] = [rows.filter((row) => row.flag), rows.filter((row) => !row.flag)]
  const emergencies = flagged.filter((row) => row.grave)
  const silent = (row: Judged) => outcomeOf(row, at) === null
  console.log(
    `${name.padEnd(18)} silent: dangers ${share(flagged, silent)}, emergencies ${share(emergencies, silent)}; ` +
      `harmless: alarms ${share(harmless, (row) => outcomeOf(row, at) === 'level')}, asked ${share(harmless, (row) => outcomeOf(row, at) === 'ask')}`,
  )
}

const corpus = corpusRows('train')
for (const [lang, words] of everydayWords(corpus))
  writeFileSync(
    path.join(DATA, 'concepts', `${lang}-words.json`),
    `[\n  ${JSON.stringify({ id: 'cue.word', lang, forms: words.join(', ') })}\n]\n`,
  )
const rows = readingsOf(corpus, DATA)
const classes = [...new Set([...Object.keys(GROUPS), ...rows.map(classOf)])]
const styles = [...new Set(rows.map((row) => row.style))]

const lots = Array.from({ length: LOTS }, (_, lot) => new Set(styles.filter((__, i) => i % LOTS === lot)))
const [whole, ...models] = await Promise.all([
  modelBeside(rows, classes),
  ...lots.map((left) =>
    modelBeside(
      rows.filter(({ style }) => !left.has(style)),
      classes,
    ),
  ),
])
const [unseen, known] = [new Map<ReadRow, Judged>(), new Map<ReadRow, Judged>()]
for (const [lot, model] of models.entries())
  for (const row of rows.filter(({ style }) => lots[lot]?.has(style))) {
    unseen.set(row, judged(row, row.unseen, model))
    known.set(row, judged(row, row.known, model))
  }
const thresholds = thresholdsFor([...unseen.values()])
const { version: _, ...model } = { ...whole, ...thresholds }
const version = createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 12)
const text = `${JSON.stringify({ version, ...model })}\n`
writeFileSync(path.join(DATA, 'text-model.json'), text)

console.log(
  `${rows.length} texts, ${styles.length} styles; ${(text.length / 1000).toFixed(0)} kB, version ${version}`,
)
console.log(JSON.stringify(thresholds))
console.log('each style left out of the training:')
for (const style of styles)
  report(
    style,
    [...unseen].filter(([row]) => row.style === style).map(([, one]) => one),
    thresholds,
  )
report('all', [...unseen.values()], thresholds)
report('all, lists know it', [...known.values()], thresholds)
