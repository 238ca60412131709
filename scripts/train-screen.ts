/**
 * `npm run train:screen`: trains the classifier of the free-text screen on `content/corpus/train` and writes its weights to
 * `content/data/red-flags/text-model.json`, and the everyday words that are no typing errors beside the concepts. Deterministic:
 * the same corpus and content give the same file. Thresholds are chosen on styles that the classifier did not see, each left out in turn.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { featuresOf, readText, type TextModel } from '@dorsal/care'
import { readContent } from '@dorsal/content'
import { type CorpusRow, corpusRows } from './screen/corpus.ts'
import { everydayWords } from './screen/everyday-words.ts'
import { packed, type Row, train, type Trained } from './screen/logistic.ts'

const DATA = new URL('../content/data/red-flags/', import.meta.url).pathname
/** Share of harmless texts that may be asked about; the rest is what the grammar asks. */
const MAY_ASK = 0.09
const MAY_ASK_EMERGENCY = 0.05
/** Share of harmless texts that the classifier alone may call an emergency. */
const MAY_ALARM = 0.002
const BITS = { flag: 15, emergency: 15, group: 12 }

/** Which check questions a group of dangers asks; emergencies stand for themselves. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['RF01', 'RF02', 'RF03', 'RF04', 'RF05', 'RF06', 'RF07', 'RF08', 'RF09', 'RF10', 'RF11', 'RF12'].map(
      (id) => [id, [id]],
    ),
  ),
  infection: ['RF20', 'RF21', 'RF24', 'RF27'],
  growth: ['RF22', 'RF40', 'RF41', 'RF42'],
  bones: ['RF23', 'RF45', 'RF60', 'RF43'],
  nerves: ['RF25', 'RF46', 'RF62', 'RF28'],
  vessels: ['RF26', 'RF29', 'RF47', 'RF52', 'RF71'],
}
const groupOf = (category: string): string | undefined =>
  Object.entries(GROUPS).find(([name, asks]) => name === category || asks.includes(category))?.[0]

function heads(rows: readonly (Row & CorpusRow)[]): { flag: Trained; emergency: Trained } {
  return {
    flag: train(
      rows,
      BITS.flag,
      (row) => row.flag,
      (row) => (row.disposition === 'emergency_now' ? 1.5 : 1),
    ),
    emergency: train(
      rows,
      BITS.emergency,
      (row) => row.disposition === 'emergency_now',
      () => 1,
    ),
  }
}

/** The chance that only a share of some chances reaches. */
function cut(chances: readonly number[], share: number): number {
  const sorted = [...chances].sort((a, b) => b - a)
  return Math.min(0.999, Math.round(1000 * (sorted[Math.floor(sorted.length * share)] ?? 0.5)) / 1000)
}

const rows = corpusRows('train')
for (const [lang, words] of everydayWords(rows))
  writeFileSync(
    path.join(DATA, 'concepts', `${lang}-words.json`),
    `[\n  ${JSON.stringify({ id: 'cue.word', lang, forms: words.join(', ') })}\n]\n`,
  )

const table = readContent(path.join(DATA, '..')).redFlags
const read = rows.map((row) => {
  const { reading } = readText(row.text, table, row.lang, row.turns)
  return {
    ...row,
    ...featuresOf(reading),
    level: reading.matches.some(({ weight }) => weight === 'said'),
    asked: reading.matches.some(({ weight }) => weight === 'ask'),
  }
})

const unseen = new Map<CorpusRow, { flag: number; emergency: number }>()
for (const style of new Set(read.map((row) => row.style))) {
  const { flag, emergency } = heads(read.filter((row) => row.style !== style))
  for (const row of read)
    if (row.style === style) unseen.set(row, { flag: flag.chance(row), emergency: emergency.chance(row) })
}
const harmless = read.filter((row) => !row.flag && !row.level)
const of = (row: CorpusRow) => unseen.get(row) ?? { flag: 0, emergency: 0 }
const ask = cut(
  harmless.map((row) => of(row).flag),
  MAY_ASK,
)
const askEmergency = cut(
  harmless.map((row) => of(row).emergency),
  MAY_ASK_EMERGENCY,
)
const level = cut(
  harmless.map((row) => of(row).emergency),
  MAY_ALARM,
)

const whole = heads(read)
const grouped = read.filter((row) => row.flag && groupOf(row.category) !== undefined)
const model: Omit<TextModel, 'version'> = {
  heads: [
    packed('flag', whole.flag),
    packed('emergency', whole.emergency),
    ...Object.keys(GROUPS).map((name) =>
      packed(
        name,
        train(
          grouped,
          BITS.group,
          (row) => groupOf(row.category) === name,
          () => 1,
        ),
      ),
    ),
  ],
  ask,
  askEmergency,
  level,
  asks: Object.fromEntries(Object.entries(GROUPS).map(([name, asks]) => [name, [...asks]])),
}
const version = createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 12)
const file = path.join(DATA, 'text-model.json')
const text = `${JSON.stringify({ version, ...model })}\n`
writeFileSync(file, text)

/** On styles left out of the training: what the classifier alone, and what both together come to. */
const of3 = (list: typeof read, is: (row: (typeof read)[number]) => boolean) => {
  const share = list.length === 0 ? 0 : (100 * list.filter(is).length) / list.length
  return `${list.filter(is).length} of ${list.length} (${share.toFixed(1)} %)`
}
const suspects = (row: CorpusRow) => of(row).flag >= ask || of(row).emergency >= askEmergency
const flagged = read.filter((row) => row.flag)
const emergencies = flagged.filter((row) => row.disposition === 'emergency_now')
const benign = read.filter((row) => !row.flag)
const silent = (row: (typeof read)[number]) => !row.level && !row.asked && !suspects(row)
console.log(
  `${read.length} texts, ${new Set(read.map((row) => row.style)).size} styles; ${(text.length / 1000).toFixed(0)} kB, version ${version}`,
)
console.log(`asks from ${ask} (emergency ${askEmergency}), level from ${level}`)
console.log(`on styles left out: classifier alone silent on ${of3(flagged, (row) => !suspects(row))} dangers`)
console.log(
  `with the grammar: silent on ${of3(flagged, silent)} dangers, ${of3(emergencies, silent)} emergencies`,
)
console.log(
  `harmless: ${of3(benign, (row) => row.level)} false alarms, ${of3(benign, (row) => !row.level && !silent(row))} asked`,
)
