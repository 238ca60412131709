import { type Content, type Exercise, inOtherWords } from '@dorsal/care'
import { dictionaryOf, LANGUAGES, type Language, loadContent } from '@dorsal/content'
import type { FastifyRequest } from 'fastify'
import { textsOf } from '../patient/texts.ts'

/** The first of the asked-for languages that there is; English where there is none. Devices send the one that they show. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  const asked = (headers['accept-language'] ?? '')
    .split(',')
    .map((tag) => tag.trim().slice(0, 2).toLowerCase())
  return asked.flatMap((base) => LANGUAGES.find((lang) => lang === base) ?? [])[0] ?? 'en'
}

type Speech = {
  words: ReadonlyMap<string, string>
  lower: ReadonlyMap<string, string>
  texts: Record<string, string>
  exercises: ReadonlyMap<string, Exercise>
}

const speeches = new WeakMap<Content, Map<Language, Speech>>()

function speechOf(content: Content, lang: Language, clinic: string | null): Speech {
  const known = speeches.get(content) ?? new Map<Language, Speech>()
  speeches.set(content, known)
  const there = known.get(lang)
  if (there !== undefined) return there
  const other = loadContent(lang, clinic)
  const words = dictionaryOf(content, other)
  const lower = new Map([...words].map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]))
  const exercises = new Map(other.exercises.map((exercise) => [exercise.id, exercise]))
  const speech = { words, lower, texts: textsOf(other), exercises }
  known.set(lang, speech)
  return speech
}

/** Reads every language once, at the start, so that nobody's first page waits for it and a fault in one is found before anybody does. */
export function prepareLanguages(content: Content, clinic: string | null): void {
  for (const lang of LANGUAGES) if (lang !== 'en') speechOf(content, lang, clinic)
}

/** What is not said to anybody but kept as it was looked at or written; ids and values are not words. */
const NOT_SAID: ReadonlySet<string> = new Set(
  'inputs outcome answers contact note engine movement rule reason words shownName'.split(' '),
)
const ID = /^[a-z0-9._-]*$/

/**
 * A reply in the person's language. Plans, sessions and reasons are composed, kept and shown to the clinic in English; here each text that
 * is one of the content's is said in the language, lists in reasons word by word, and the texts behind ids are those of the language.
 * So a change of language changes everything at once, and a decision stays one decision. What the person wrote is no text of the content.
 */
export function inLanguage(reply: unknown, lang: Language, content: Content, clinic: string | null): unknown {
  if (lang === 'en') return reply
  const { words, lower, texts, exercises } = speechOf(content, lang, clinic)
  const inReason = (value: string): string =>
    inOtherWords(value, lang, (word) => words.get(word) ?? lower.get(word))
  const said = (value: unknown, reason: boolean): unknown => {
    if (typeof value === 'string') {
      if (reason) return inReason(value)
      return ID.test(value) ? value : (words.get(value) ?? value)
    }
    if (Array.isArray(value)) return value.map((member: unknown) => said(member, reason))
    if (typeof value !== 'object' || value === null) return value
    const own = reason ? withRuleTexts(value, texts) : withExerciseTexts(value, exercises)
    return Object.fromEntries(
      Object.entries(own).map(([key, member]: [string, unknown]) => {
        if (NOT_SAID.has(key)) return [key, member]
        if (key === 'texts') return [key, { ...(member as Record<string, string>), ...texts }]
        return [key, said(member, reason || key === 'values')]
      }),
    )
  }
  return said(reply, false)
}

/** An exercise by its id and version, as much of it as is there: the same English cue may be said differently in two of them. */
function withExerciseTexts(value: object, exercises: ReadonlyMap<string, Exercise>): object {
  if ('steps' in value && 'id' in value && 'version' in value) {
    const there = exercises.get(String(value.id))
    if (there === undefined || there.version !== value.version) return value
    const { name, purpose, steps, faults, variants, lang } = there
    const said = Object.entries({ name, purpose, steps, faults, variants }).filter(([key]) => key in value)
    return { ...value, ...Object.fromEntries(said), ...(lang !== undefined && { lang }) }
  }
  if ('exerciseId' in value && 'title' in value && 'kind' in value && value.kind === 'exercise')
    return { ...value, title: exercises.get(String(value.exerciseId))?.name ?? value.title }
  return value
}

/** The words of a warning sign by its id, so that one which was found under older wording is said in the language too. */
function withRuleTexts(values: object, texts: Record<string, string>): object {
  const rule = 'rule' in values && typeof values.rule === 'string' ? values.rule : ''
  const found = { question: texts[rule], message: texts[`message.${rule}`], why: texts[rule] }
  return Object.fromEntries(
    Object.entries(values).map(([key, value]: [string, unknown]) => [
      key,
      Object.hasOwn(found, key) ? (found[key as keyof typeof found] ?? value) : value,
    ]),
  )
}
