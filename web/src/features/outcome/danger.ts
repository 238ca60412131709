import {
  type Because,
  type CardId,
  cardOf,
  type Disposition,
  highest,
  type PatientContent,
  type RedFlag,
  screen,
} from '@dorsal/care'
import type { TriageResult } from '@dorsal/care'

type Content = Pick<PatientContent, 'redFlags' | 'version'>

const result = (
  { version }: Content,
  found: { disposition: Disposition; card: CardId | null; rules: string[]; because: Because[] },
): TriageResult => ({ ...found, precautionTags: [], contentVersion: version })

/** What warning signs come to that were answered with yes. Null: nothing that holds. */
export function dangerOfItems(items: readonly RedFlag[], content: Content): TriageResult | null {
  const disposition = highest(items.map((item) => item.disposition))
  if (disposition === 'none' || disposition === 'caution') return null
  const worst = items.filter((item) => item.disposition === disposition)
  return result(content, {
    disposition,
    card: worst.find(({ card }) => card === 'emergency')?.card ?? worst[0]?.card ?? cardOf(disposition),
    rules: items.map(({ id }) => id),
    because: items.map(({ id, question }) => ({ id: 'triage.yes', values: { rule: id, question } })),
  })
}

/** What written words come to by the rules on this device: the same as the server's, and at once. `asks`: to be asked first. */
export function readWords(
  text: string,
  content: Content,
  lang: string,
): { danger: TriageResult | null; asks: RedFlag[] } {
  const found = screen(text, content.redFlags, lang)
  const asks = found.ask ? content.redFlags.items.filter(({ id }) => found.asks.includes(id)) : []
  if (found.disposition === 'none' || found.disposition === 'caution') return { danger: null, asks }
  const { patterns } = content.redFlags
  const card = patterns.find(
    ({ id, disposition }) => found.rules.includes(id) && disposition === found.disposition,
  )?.card
  const because = found.spans.map(({ rule, start, end }) => ({
    id: 'triage.text',
    values: { rule, words: text.slice(start, end) },
  }))
  const { disposition, rules } = found
  return { danger: result(content, { disposition, card: card ?? cardOf(disposition), rules, because }), asks }
}
