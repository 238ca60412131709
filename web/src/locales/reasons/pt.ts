import type { Sayings } from '@dorsal/care'

export const PT: Sayings = { lang: 'pt', sentences: {}, words: {} }
