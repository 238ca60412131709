import type { Sayings } from '@dorsal/care'

export const ES: Sayings = { lang: 'es', sentences: {}, words: {} }
