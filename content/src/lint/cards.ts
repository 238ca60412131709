import { CardId } from '@dorsal/care'
import type { LintRule } from './rule.ts'

/** Each card that a screen can come to has its fixed words, once, and says what to do. */
export const cards: LintRule = {
  id: 'cards',
  kind: 'red-flags/cards',
  check({ redFlags }) {
    const own = redFlags.cards
    const found = CardId.options.flatMap((id) => {
      const times = own.filter((card) => card.id === id).length
      return times === 1 ? [] : [{ where: id, message: times === 0 ? 'has no words' : 'has its words twice' }]
    })
    const empty = own.filter(
      ({ title, steps, after }) => title.trim() === '' || steps.length + after.length === 0,
    )
    return [...found, ...empty.map(({ id }) => ({ where: id, message: 'does not say what to do' }))]
  },
}
