import type { CardId, SafetyCard } from '@dorsal/care'

export type CardWords = Pick<SafetyCard, 'title' | 'lead' | 'steps' | 'after'>

const NONE: CardWords = { title: '', lead: null, steps: [], after: [] }

/** The governed words of a card. Content has them for every card; its linter refuses a table without. */
export function cardWords(cards: readonly SafetyCard[], id: CardId): CardWords {
  return cards.find((card) => card.id === id) ?? NONE
}
