import {
  type Because,
  type Before,
  type CardId,
  cardOf,
  type Content,
  firstCard,
  highest,
  rankOf,
  type ReportReply,
  screen,
  type TaskNeeded,
  type TriageResult,
} from '@dorsal/care'

/** The least disposition that holds exercise until a clinician has looked. */
const HOLDS = rankOf('see_clinician_first')

const rulesIn = (because: readonly Because[]): string[] => [
  ...new Set(because.map((b) => String(b.values?.['rule'] ?? b.id))),
]

/** The warnings that the tasks of a report stand for, in the form in which they count until cleared. */
export function warningsOf(
  tasks: readonly TaskNeeded[],
  card: ReportReply['card'],
  content: Content,
): TriageResult[] {
  return tasks
    .filter((t) => rankOf(t.level) >= HOLDS)
    .map((t) => ({
      disposition: t.level,
      card: card ?? cardOf(t.level),
      rules: rulesIn(t.because),
      because: t.because,
      precautionTags: [],
      contentVersion: content.version,
    }))
}

/** What was found in something written: work for the clinic, and the card for the person. */
export type Written = { task: TaskNeeded; card: CardId | null }

/**
 * What somebody wrote, screened before anybody reads it: work for the clinic, or nothing. Words that only ask for a closer look (which
 * nobody could put to the person any more) make a task without stopping them.
 */
export function screenWritten(
  texts: readonly (string | null)[],
  content: Content,
  lang: string,
): Written | null {
  const found = texts
    .filter((text) => text !== null)
    .map((text) => ({ text, ...screen(text, content.redFlags, lang) }))
  const level = highest(found.map((f) => (f.ask && f.disposition === 'none' ? 'caution' : f.disposition)))
  if (level === 'none') return null
  const because = found.flatMap(({ text, spans }) =>
    spans.map(
      (s): Because => ({ id: 'triage.text', values: { rule: s.rule, words: text.slice(s.start, s.end) } }),
    ),
  )
  const rules = new Set(found.flatMap((f) => f.rules))
  const cards = content.redFlags.patterns
    .filter((p) => rules.has(p.id) && p.disposition === level)
    .map((p) => p.card)
  const kind = rankOf(level) >= HOLDS ? 'red-flag' : 'review'
  return { task: { kind, level, because }, card: firstCard(cards) ?? cardOf(level) }
}

/** What answers to the danger questions come to as work for the clinic; nothing where they name no danger that holds exercise. */
export function answered({ disposition: level, card, because }: Before): Written | null {
  return rankOf(level) < HOLDS ? null : { task: { kind: 'red-flag', level, because }, card }
}

/** Warning signs that the person confirmed when their words made the device ask; null when there are none. */
export function confirmed(ids: readonly string[], content: Content): Written | null {
  const items = content.redFlags.items.filter((item) => ids.includes(item.id))
  const level = highest(items.map((item) => item.disposition))
  if (level === 'none') return null
  const because = items.map(
    ({ id: rule, question }): Because => ({ id: 'triage.yes', values: { rule, question } }),
  )
  const cards = items.filter((item) => item.disposition === level).map((item) => item.card)
  const kind = rankOf(level) >= HOLDS ? 'red-flag' : 'review'
  return { task: { kind, level, because }, card: firstCard(cards) ?? cardOf(level) }
}
