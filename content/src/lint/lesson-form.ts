import type { Lesson } from '@dorsal/care'
import type { LintRule } from './rule.ts'

const wordsOf = (text: string): number => text.trim().split(/\s+/).length
const LONGEST_SENTENCE = 34

function faultsOf({ passages, action, hook, check, dose, help, title }: Lesson): string[] {
  const ids = passages.map(({ id }) => id)
  const values = check.options.map(({ value }) => value)
  const texts = [title, hook, action, check.question, check.why, ...passages.map(({ text }) => text)]
  const words = texts.reduce((all, text) => all + wordsOf(text), 0)
  const sentences = [...texts, help ?? ''].flatMap((text) => text.split(/[.!?:;]\s/))
  return [
    ...(texts.some((text) => text.trim() === '') ? ['has an empty text'] : []),
    ...(new Set(ids).size < ids.length ? ['has two passages of one id'] : []),
    ...(passages.length < 2 ? ['has fewer than two passages'] : []),
    ...(passages.every(({ claim }) => claim === null)
      ? ['claims nothing, so there is nothing to learn']
      : []),
    ...(values.length < 2 || new Set(values).size < values.length ? ['its question has no choice'] : []),
    ...(values.includes(check.answer) ? [] : ['the answer to its question is none of its options']),
    ...(dose.phases.length === 0 ? ['is meant for no phase'] : []),
    ...(words > 300 ? [`has ${words} words, more than two minutes`] : []),
    ...(sentences.some((sentence) => wordsOf(sentence) > LONGEST_SENTENCE)
      ? ['has a sentence that is too long']
      : []),
  ]
}

/** A lesson can be read in two minutes and its question answered. */
export const lessonForm: LintRule = {
  id: 'lesson-form',
  kind: 'lessons',
  check: ({ lessons }) =>
    lessons.flatMap((lesson) => faultsOf(lesson).map((message) => ({ where: lesson.id, message }))),
}
