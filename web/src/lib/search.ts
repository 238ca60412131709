import { type Lesson, type LibraryExercise, plainWords, slipsBetween, slipsForgiven } from '@dorsal/care'

/** One thing that can be found: its words by how much a hit in them counts. */
export type Findable<T> = { item: T; fields: readonly { words: readonly string[]; weight: number }[] }

const PREFIX = 3
const WITHIN = 2
const SLIP = 1
/** Parts of words shorter than this are in too many of them. */
const WITHIN_FROM = 4

function hit(asked: string, word: string): number {
  if (word.startsWith(asked)) return PREFIX
  if (asked.length >= WITHIN_FROM && word.includes(asked)) return WITHIN
  const slips = slipsForgiven(asked)
  if (slips === 0) return 0
  const begun = word.slice(0, asked.length)
  return [word, begun].some((one) => slipsBetween(asked, one, slips) <= slips) ? SLIP : 0
}

/** How much a hit counts that shows what a thing is about: a beginning of a word in its name. */
const ABOUT = PREFIX * 4

/**
 * What fits a search, best first; everything, in its own order, for an empty one. Each word that was asked for is found somewhere, whole, as
 * a beginning, or with a slip of the finger; after those comes what lacks one of several words but has another in its name: who looks for
 * a "stiff neck" is shown what is for the neck.
 */
export function found<T>(things: readonly Findable<T>[], query: string): T[] {
  const asked = plainWords(query)
  const rated = things.map(({ item, fields }) => {
    const each = asked.map((one) =>
      Math.max(0, ...fields.flatMap(({ words, weight }) => words.map((word) => hit(one, word) * weight))),
    )
    const lacks = each.filter((rating) => rating === 0).length
    const fits = lacks === 0 || (lacks === 1 && Math.max(...each) >= ABOUT)
    return { item, lacks, rating: fits ? each.reduce((a, b) => a + b, 1) : 0 }
  })
  return rated
    .filter(({ rating }) => rating > 0)
    .sort((a, b) => a.lacks - b.lacks || b.rating - a.rating)
    .map(({ item }) => item)
}

/** An exercise by its name first, then by what it is for, its steps and cues; `labels`: names of its part, position and kit. */
export function findableExercise(
  exercise: LibraryExercise,
  labels: readonly string[],
): Findable<LibraryExercise> {
  const { name, purpose, steps, faults, variants } = exercise
  const rest = [...steps, ...faults.flatMap((fault) => [fault.name, fault.cue])]
  const more = [variants.easier ?? '', variants.harder ?? '']
  return {
    item: exercise,
    fields: [
      { words: plainWords(name), weight: 4 },
      { words: [...labels, purpose].flatMap(plainWords), weight: 2 },
      { words: [...rest, ...more].flatMap(plainWords), weight: 1 },
    ],
  }
}

/** A lesson by its title first, then by its words. */
export function findableLesson(lesson: Lesson): Findable<Lesson> {
  const { title, hook, passages, action } = lesson
  return {
    item: lesson,
    fields: [
      { words: plainWords(title), weight: 4 },
      { words: plainWords(hook), weight: 2 },
      { words: [action, ...passages.map(({ text }) => text)].flatMap(plainWords), weight: 1 },
    ],
  }
}
