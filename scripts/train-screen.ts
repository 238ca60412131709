/**
 * `npm run train:screen`: trains the classifier of the free-text screen on `content/corpus/train` and writes its weights to
 * `content/data/red-flags/text-model.json`, and the everyday words that are no typing errors beside the concepts. Deterministic:
 * the same corpus and content give the same file. Thresholds are chosen on styles that the classifier did not see, each left out in turn.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  featuresOf,
  readText,
  type SeenText,
  type TextConcept,
  type TextModel,
  type TextPattern,
} from '@dorsal/care'
import { type CorpusRow, corpusRows } from './screen/corpus.ts'
import { everydayWords } from './screen/everyday-words.ts'
import { packed, train, type Trained } from './screen/logistic.ts'

const DATA = new URL('../content/data/red-flags/', import.meta.url).pathname
/** Share of harmless texts that may be asked about; the rest is what the grammar asks. */
const MAY_ASK = 0.1
const MAY_ASK_EMERGENCY = 0.068
/** Share of harmless texts that the classifier alone may call an emergency. */
const MAY_ALARM = 0.002
/** Share of harmless texts in which a concept rule may be held for a danger outright. */
const MAY_BE_SURE = 0.065
const BITS = { words: 15, grammar: 13, group: 12 }

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

type Seen = CorpusRow & SeenText & { level: boolean; asked: boolean }
type Pair = { words: Trained; grammar: Trained }

/** Two regressions for one thing, one over the words and one over what the grammar found, each trained by itself. */
function pair(rows: readonly Seen[], is: (row: Seen) => boolean, counts: (row: Seen) => number): Pair {
  return {
    words: train(rows, (row) => row.words, BITS.words, is, counts),
    grammar: train(rows, (row) => row.grammar, BITS.grammar, is, counts),
  }
}

const grave = (row: Seen): boolean => row.disposition === 'emergency_now'
const flagOf = (rows: readonly Seen[]): Pair =>
  pair(
    rows,
    (row) => row.flag,
    (row) => (grave(row) ? 1.5 : 1),
  )
const emergencyOf = (rows: readonly Seen[]): Pair => pair(rows, grave, () => 1)
const chance = ({ words, grammar }: Pair, row: Seen): number =>
  1 / (1 + Math.exp(-words.score(row.words) - grammar.score(row.grammar)))

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

/** The lists are read by themselves: a model of another form must not keep the next one from being made. */
const listOf = <T>(kind: string): T[] =>
  readdirSync(path.join(DATA, kind))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(path.join(DATA, kind, name), 'utf8')) as T[])
const table = { patterns: listOf<TextPattern>('patterns'), concepts: listOf<TextConcept>('concepts') }
const read = rows.map((row): Seen => {
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
  const others = read.filter((row) => row.style !== style)
  const [flag, emergency] = [flagOf(others), emergencyOf(others)]
  for (const row of read)
    if (row.style === style) unseen.set(row, { flag: chance(flag, row), emergency: chance(emergency, row) })
}
const harmless = read.filter((row) => !row.flag)
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

const sure = cut(
  harmless.map((row) => of(row).flag),
  MAY_BE_SURE,
)

const [flag, emergency] = [flagOf(read), emergencyOf(read)]
const grouped = read.filter((row) => row.flag && groupOf(row.category) !== undefined)
const model: Omit<TextModel, 'version'> = {
  heads: [
    packed('flag', 'words', flag.words),
    packed('flag', 'grammar', flag.grammar),
    packed('emergency', 'words', emergency.words),
    packed('emergency', 'grammar', emergency.grammar),
    ...Object.keys(GROUPS).flatMap((name) => {
      const is = (row: Seen) => groupOf(row.category) === name
      return (['words', 'grammar'] as const).map((sees) =>
        packed(
          name,
          sees,
          train(
            grouped,
            (row) => row[sees],
            sees === 'words' ? BITS.group : BITS.group - 2,
            is,
            () => 1,
          ),
        ),
      )
    }),
  ],
  ask,
  askEmergency,
  level,
  sure,
  asks: Object.fromEntries(Object.entries(GROUPS).map(([name, asks]) => [name, [...asks]])),
}
const version = createHash('sha256').update(JSON.stringify(model)).digest('hex').slice(0, 12)
const file = path.join(DATA, 'text-model.json')
const text = `${JSON.stringify({ version, ...model })}\n`
writeFileSync(file, text)

/** On styles left out of the training: what the classifier alone, and what both together come to. */
const share = (list: readonly Seen[], is: (row: Seen) => boolean) => {
  const part = list.filter(is).length
  return `${part} of ${list.length} (${((100 * part) / Math.max(1, list.length)).toFixed(1)} %)`
}
const suspects = (row: CorpusRow) => of(row).flag >= ask || of(row).emergency >= askEmergency
const flagged = read.filter((row) => row.flag)
const emergencies = flagged.filter((row) => row.disposition === 'emergency_now')
const raised = (row: Seen) => (row.level && of(row).flag >= sure) || of(row).emergency >= level
const silent = (row: Seen) => !row.level && !row.asked && !suspects(row)
console.log(
  `${read.length} texts, ${new Set(read.map((row) => row.style)).size} styles; ${(text.length / 1000).toFixed(0)} kB, version ${version}`,
)
console.log(`asks from ${ask} (emergency ${askEmergency}), level from ${level}, sure from ${sure}`)
console.log(
  `on styles left out: classifier alone silent on ${share(flagged, (row) => !suspects(row))} dangers`,
)
console.log(
  `with the grammar: silent on ${share(flagged, silent)} dangers, ${share(emergencies, silent)} emergencies`,
)
console.log(
  `harmless: ${share(harmless, raised)} false alarms, ${share(harmless, (row) => !raised(row) && !silent(row))} asked`,
)
