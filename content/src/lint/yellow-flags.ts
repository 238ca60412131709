import type { Content, YellowFlag } from '@dorsal/care'
import { leavesOf } from './conditions.ts'
import type { LintRule } from './rule.ts'

function askedFaults({ id, asked, item }: YellowFlag, content: Content): string[] {
  const known = {
    question: content.questions.map((question) => question.id),
    computed: content.questions.map((question) => question.id),
    measure: content.measures.map((measure) => measure.id),
    item: item === null ? [] : [item.id],
  }[asked.by]
  return [
    ...(known.includes(asked.id) ? [] : [`is asked by the ${asked.by} ${asked.id}, which is not there`]),
    ...((item !== null) === (asked.by === 'item')
      ? []
      : ['has its own question and asks another, or the other way round']),
    ...(item !== null && item.id !== id ? ['its own question has another id than the flag'] : []),
  ]
}

/** A yellow flag is asked somewhere, looks at what is asked, says what is done about it, and names lessons that are there. */
export const yellowFlags: LintRule = {
  id: 'yellow-flags',
  kind: 'yellow-flags',
  check(content) {
    const lessons = new Set(content.lessons.map(({ id }) => id))
    return content.yellowFlags.flatMap((flag) => {
      const facts = leavesOf(flag.when).map(({ fact }) => fact)
      const fact = flag.asked.by === 'question' || flag.asked.by === 'computed' ? flag.asked.id : flag.id
      const found = [
        ...askedFaults(flag, content),
        ...(facts.includes(fact) ? [] : [`looks at ${facts.join(', ')}, not at ${fact}`]),
        ...(flag.action.trim() === '' ? ['says nothing to do about it'] : []),
        ...flag.lessons
          .filter((id) => !lessons.has(id))
          .map((id) => `names the lesson ${id}, which is not there`),
      ]
      return found.map((message) => ({ where: flag.id, message }))
    })
  },
}
