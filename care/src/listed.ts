/** Words of a list as English says them: "a", "a and b", "a, b and c". At most three, so that a sentence stays a sentence. */
export function listed(words: readonly string[]): string {
  const few = words.slice(0, 3)
  const last = few.at(-1) ?? ''
  return few.length < 2 ? last : `${few.slice(0, -1).join(', ')} and ${last}`
}

/** What a word, a name or a title is in another language; nothing where it is not known. */
export type Lookup = (words: string) => string | undefined

/** How each language joins the last two of a list, and says how many more there are. */
const JOINS: Readonly<Record<string, { and: (next: string) => string; more: string }>> = {
  es: { and: (next) => (/^h?i(?!e)/i.test(next) ? 'e' : 'y'), more: '{count} más' },
  pt: { and: () => 'e', more: 'mais {count}' },
}

/** The members of a list as `listed` wrote it, each in the other language; nothing where one of them is not known. */
function members(list: string, lookup: Lookup): string[] | undefined {
  const whole = lookup(list)
  if (whole !== undefined) return [whole]
  for (const joint of list.matchAll(/, | and /g)) {
    const first = lookup(list.slice(0, joint.index))
    const rest = first === undefined ? undefined : members(list.slice(joint.index + joint[0].length), lookup)
    if (first !== undefined && rest !== undefined) return [first, ...rest]
  }
  return undefined
}

/**
 * A value of a reason in another language: a word, a name, or a list of them ("sitting, driving and phone"). What is not known word for
 * word, such as what the person wrote, stays as it is: nothing is half translated.
 */
export function inOtherWords(value: string, lang: string, lookup: Lookup): string {
  const joins = JOINS[lang]
  if (joins === undefined) return value
  const more = (words: string): string | undefined => {
    const count = /^(\d+) more$/.exec(words)?.[1]
    return count === undefined ? undefined : joins.more.replace('{count}', count)
  }
  const found = members(value, (words) => lookup(words) ?? more(words))
  const last = found?.at(-1)
  if (found === undefined || last === undefined) return value
  return found.length < 2 ? last : `${found.slice(0, -1).join(', ')} ${joins.and(last)} ${last}`
}
