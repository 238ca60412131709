import type { LibraryExercise } from '@dorsal/care'
import type { I18n } from '@lingui/core'
import { KIT } from './kit-words.ts'
import { PARTS, POSITIONS } from './exercise-words.ts'

/** What an exercise is for, how one is placed and what has to be at hand, in words; for reading and for searching. */
export function labelsOf({ components, position, equipment }: LibraryExercise, i18n: I18n): string[] {
  const named = [
    ...components.map((component) => PARTS[component]),
    POSITIONS[position],
    ...equipment.map((item) => KIT[item]),
  ]
  return named.flatMap((label) => (label === undefined ? [] : [i18n._(label)]))
}
