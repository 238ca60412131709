import type { LibraryExercise } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Where an exercise's evidence comes from, as a therapist says it. */
export const EVIDENCE: Readonly<Record<LibraryExercise['evidence'], MessageDescriptor>> = {
  thoracic: msg`evidence for the mid-back`,
  borrowed: msg`evidence borrowed from neck or low back`,
  weak: msg`weak evidence`,
}
