import { type CardId, DISPOSITIONS, type Disposition } from './red-flag.ts'

/** Place of a disposition in the order from nothing found (0) to stop (4). */
export function rankOf(disposition: Disposition): number {
  return DISPOSITIONS.indexOf(disposition)
}

/** The highest of some dispositions; `none` of nothing. */
export function highest(dispositions: Iterable<Disposition>): Disposition {
  let top: Disposition = 'none'
  for (const disposition of dispositions) if (rankOf(disposition) > rankOf(top)) top = disposition
  return top
}

const CARD_OF: Readonly<Record<Disposition, CardId | null>> = {
  emergency_now: 'emergency',
  same_day_urgent: 'same-day',
  see_clinician_first: 'clinician-first',
  caution: 'caution',
  none: null,
}

/** The card of a disposition where the rule has none of its own (combinations, unsure answers). */
export function cardOf(disposition: Disposition): CardId | null {
  return CARD_OF[disposition]
}

/**
 * Which card goes first among rules of the same rank. A bodily emergency goes before self-harm, because minutes count and both
 * cards show the emergency number; the rules still name both, so that the crisis line can be shown with it.
 */
const FIRST: readonly CardId[] = [
  'emergency',
  'self-harm',
  'same-day',
  'under-18',
  'clinician-first',
  'caution',
  'stop-session',
]

/** The card that is shown first of those that rules asked for; null without any. */
export function firstCard(cards: readonly CardId[]): CardId | null {
  return FIRST.find((card) => cards.includes(card)) ?? null
}
