import { highest, rankOf } from './rank.ts'
import {
  type CardId,
  type Disposition,
  type RedFlagTable,
  type ScreenResult,
  type TextModel,
} from './red-flag.ts'
import { type Judgement, judge } from './text/classifier.ts'
import { featuresOf } from './text/features.ts'
import { floorMatches } from './text/floor.ts'
import { type Reading, readText } from './text/grammar.ts'

/** A danger found in a text. `ask`: not said outright; the check questions `asks` settle it, and unanswered it counts as said. */
export type TextHit = {
  rule: string
  disposition: Disposition
  card: CardId
  ask: boolean
  asks: readonly string[]
  start: number
  end: number
}

/** The rule of a text that the screen cannot read. */
export const UNREADABLE = 'unsupported-language'
/** The rules of what the classifier finds: a danger, an emergency. */
export const LEARNED = 'learned'
export const LEARNED_EMERGENCY = 'learned-emergency'

/** So many groups of danger are asked about when the classifier suspects something. */
const MOST_GROUPS = 2
/** The group of thoughts of self-harm, as the classifier names it: a faint suspicion is enough to ask. */
const SELF_HARM = 'RF12'

type Found = Omit<TextHit, 'start' | 'end'> & { from: number; to: number }

/** Whether the classifier, which has read the whole text, holds what a concept rule found for a danger too; without one it counts. */
function agrees(disposition: Disposition, model: TextModel | undefined, judged: Judgement | null): boolean {
  if (model === undefined || judged === null) return true
  return judged.flag >= (disposition === 'emergency_now' ? model.sureEmergency : model.sure)
}

/**
 * What the grammar found. A concept rule by itself comes to a question, and to a level where the classifier agrees; the plain patterns, thoughts of self-harm and a table without a classifier need no second opinion.
 */
function fromGrammar(
  { text, layout, matches }: Reading,
  table: RedFlagTable,
  judged: Judgement | null,
): Found[] {
  return [...matches, ...floorMatches(text.text, layout, table.patterns)].flatMap(
    ({ row, words, weight }) => {
      if (weight === null) return []
      const { id: rule, disposition, card, asks } = row
      const ends = words.flatMap((word) => [word.from, word.to])
      const [first, last] = [layout.tokens.list[Math.min(...ends)], layout.tokens.list[Math.max(...ends)]]
      const from = text.starts[first?.start ?? 0] ?? 0
      const to = text.ends[(last?.end ?? text.text.length) - 1] ?? 0
      const alone = row.pattern !== undefined || card === 'self-harm'
      const ask = weight === 'ask' || !(alone || agrees(disposition, table.textModel, judged))
      return [{ rule, disposition, card, ask, asks, from, to }]
    },
  )
}

/** What the classifier adds: an emergency at any time, another danger only where the grammar found nothing to go by. */
function fromClassifier(
  { flag, emergency, groups }: Judgement,
  model: TextModel,
  to: number,
  known: boolean,
): Found[] {
  const likely = groups.filter(([name]) => (model.asks[name] ?? []).length > 0)
  const selfHarm = (groups.find(([name]) => name === SELF_HARM)?.[1] ?? 0) >= model.askSelfHarm
  const grave = selfHarm || emergency >= model.askEmergency
  if (!grave && (known || flag < model.ask)) return []
  const named = [...(selfHarm ? [SELF_HARM] : []), ...likely.slice(0, MOST_GROUPS).map(([name]) => name)]
  const asks = [...new Set(named.flatMap((name) => model.asks[name] ?? []))]
  if (!grave)
    return [
      {
        rule: LEARNED,
        disposition: 'see_clinician_first',
        card: 'clinician-first',
        ask: true,
        asks,
        from: 0,
        to,
      },
    ]
  const card = named[0] === SELF_HARM ? 'self-harm' : 'emergency'
  const ask = emergency < model.level
  return [{ rule: LEARNED_EMERGENCY, disposition: 'emergency_now', card, ask, asks, from: 0, to }]
}

/** One hit a rule: the gravest first, what the grammar names before what the classifier suspects, said before asked. */
function strongest(hits: readonly TextHit[]): TextHit[] {
  const best = new Map<string, TextHit>()
  for (const hit of hits) {
    const known = best.get(hit.rule)
    if (known === undefined || (known.ask && !hit.ask)) best.set(hit.rule, hit)
  }
  return [...best.values()].sort(
    (a, b) =>
      rankOf(b.disposition) - rankOf(a.disposition) ||
      Number(learned(a)) - Number(learned(b)) ||
      Number(a.ask) - Number(b.ask) ||
      a.start - b.start,
  )
}

const learned = ({ rule }: TextHit): boolean => rule === LEARNED || rule === LEARNED_EMERGENCY

/**
 * Every danger in a text as a person wrote or said it, one a rule; `turns` is what was said before it. Grammar and classifier both
 * read it, and either may raise the level. A text in a language that the screen cannot read asks all emergency items.
 */
export function hitsOf(
  written: string,
  table: RedFlagTable,
  lang: string,
  turns: readonly string[] = [],
): TextHit[] {
  if (written.trim() === '' && turns.length === 0) return []
  const { whole, languages, reading } = readText(written, table, lang, turns)
  const model = table.textModel
  const judged = model === undefined ? null : judge(model, featuresOf(reading))
  const read = fromGrammar(reading, table, judged)
  const found = [...read]
  if (model !== undefined && judged !== null && reading.layout.tokens.list.length > 0)
    found.push(...fromClassifier(judged, model, whole.length, read.length > 0))
  if (languages.length === 0 && whole.trim() !== '') {
    const asks = table.items.filter((item) => item.disposition === 'emergency_now').map((item) => item.id)
    found.push({
      rule: UNREADABLE,
      disposition: 'emergency_now',
      card: 'emergency',
      ask: true,
      asks,
      from: 0,
      to: whole.length,
    })
  }
  // Places are those in the text itself; what stands in what was said before it is shown by the whole text.
  const before = whole.endsWith(written) ? whole.length - written.length : 0
  const hits = found.map(({ from, to, ...hit }): TextHit => {
    const [start, end] = [from - before, Math.min(to - before, written.length)]
    return end > Math.max(0, start)
      ? { ...hit, start: Math.max(0, start), end }
      : { ...hit, start: 0, end: written.length }
  })
  return strongest(hits)
}

/**
 * The red-flag screen over one text, deterministic. Answers with a level (something is said outright), with `ask` (put the
 * questions `asks`; unanswered they count as yes), both, or neither. `spans` are places in the text as it was written. `turns`: what
 * was said before it, in order; a turn that begins with "Q:" was a question to the person.
 */
export function screen(
  text: string,
  table: RedFlagTable,
  lang: string,
  turns: readonly string[] = [],
): ScreenResult {
  const hits = hitsOf(text, table, lang, turns)
  const disposition = highest(hits.filter((hit) => !hit.ask).map((hit) => hit.disposition))
  const open = hits.filter((hit) => hit.ask && rankOf(hit.disposition) > rankOf(disposition))
  return {
    disposition,
    ask: open.length > 0,
    rules: hits.map((hit) => hit.rule),
    asks: [...new Set([...open, ...hits].flatMap((hit) => hit.asks))],
    spans: hits.map(({ start, end, rule }) => ({ start, end, rule })),
  }
}
