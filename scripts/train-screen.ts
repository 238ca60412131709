/**
 * `npm run train:screen`: trains the classifier of the free-text screen on `content/corpus/train` and writes its weights to
 * `content/data/red-flags/text-model.json`, and the everyday words that are no typing errors beside the concepts. Deterministic:
 * the same corpus and content give the same file. Thresholds are chosen on styles that neither the classifier nor, as far as that can be
 * undone, the word lists have seen. Prints what the screen does on such styles.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Features, judge, type TextModel } from '@dorsal/care'
import { corpusRows } from './screen/corpus.ts'
import { everydayWords } from './screen/everyday-words.ts'
import { classOf, GROUPS } from './screen/groups.ts'
import { commonIn, onlyCommon } from './screen/common-features.ts'
import { type Lesson, train } from './screen/network.ts'
import { packed } from './screen/packed.ts'
import { type ReadRow, readingsOf, type View } from './screen/readings.ts'
import { type Judged, outcomeOf, type Thresholds, thresholdsFor } from './screen/thresholds.ts'

const DATA = new URL('../content/data/red-flags/', import.meta.url).pathname
/** Styles are left out of the training in so many lots. */
const LOTS = 6
/** Emergencies count so much more in the training. */
const GRAVE = 1.5

const grave = ({ disposition }: ReadRow): boolean => disposition === 'emergency_now'

/** Of three times that a text is learned from, two are as if its style were new to the lists: so it is with what people will write. */
const viewsOf = (row: ReadRow): readonly Features[] => [
  row.unseen.features,
  row.known.features,
  row.unseen.features,
]

const OPEN: Thresholds = { ask: 1, askEmergency: 1, askSelfHarm: 1, level: 1, sure: 1, sureEmergency: 1 }
const ASKS = Object.fromEntries(Object.entries(GROUPS).map(([name, asks]) => [name, [...asks]]))

function modelOf(rows: readonly ReadRow[], classes: readonly string[]): TextModel {
  const texts = rows.map((row) => ({ row, style: row.style, seen: viewsOf(row) }))
  const common = commonIn(texts)
  const lessons = texts.map(
    ({ row, seen }): Lesson => ({
      seen: seen.map((features) => onlyCommon(features, common)),
      kind: classes.indexOf(classOf(row)),
      grave: grave(row),
      counts: grave(row) ? GRAVE : 1,
    }),
  )
  const network = train(lessons, classes.length)
  return { version: '', ...packed(network, common), classes: [...classes], ...OPEN, asks: ASKS }
}

function judged(row: ReadRow, view: View, model: TextModel): Judged {
  const { flag: danger, emergency, groups } = judge(model, view.features)
  const selfHarm = groups.find(([name]) => name === 'RF12')?.[1] ?? 0
  return { view, flag: row.flag, grave: grave(row), danger, emergency, selfHarm }
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

const [unseen, known] = [new Map<ReadRow, Judged>(), new Map<ReadRow, Judged>()]
for (let lot = 0; lot < LOTS; lot += 1) {
  const left = new Set(styles.filter((_, i) => i % LOTS === lot))
  const model = modelOf(
    rows.filter((row) => !left.has(row.style)),
    classes,
  )
  for (const row of rows.filter((one) => left.has(one.style))) {
    unseen.set(row, judged(row, row.unseen, model))
    known.set(row, judged(row, row.known, model))
  }
}
const thresholds = thresholdsFor([...unseen.values()])
const { version: _, ...model } = { ...modelOf(rows, classes), ...thresholds }
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
