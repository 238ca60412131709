import type { MovementRating } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** The four answers of the self-report, from freest to sorest. */
export const RATING_WORDS: Record<MovementRating, { label: MessageDescriptor; hint: MessageDescriptor }> = {
  full: { label: msg`Full`, hint: msg`As far as you would expect` },
  limited: { label: msg`Limited`, hint: msg`It stops a little early` },
  'very-limited': { label: msg`Very limited`, hint: msg`It hardly moves` },
  painful: { label: msg`Painful`, hint: msg`It moves, but it hurts` },
}

export const RATINGS: MovementRating[] = ['full', 'limited', 'very-limited', 'painful']
