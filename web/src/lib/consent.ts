import type { ConsentGiven } from '@dorsal/care'
import { useRef } from 'react'
import { call } from './api.ts'
import { languageNow } from './language.ts'
import { newId } from './new-id.ts'
import { nowInstant } from './time.ts'

/**
 * Gives the person's agreement to what is kept. Asked once more (what came after it failed), it sends the very same agreement: the same
 * id with another moment would be another one, and refused.
 */
export function useConsent(version: string): () => Promise<void> {
  const given = useRef<ConsentGiven>(null)
  return async () => {
    if (given.current?.version !== version)
      given.current = { id: newId(), version, lang: languageNow(), agreedAt: nowInstant() }
    await call('giveConsent', { body: given.current })
  }
}
