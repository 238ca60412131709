import type { LintRule } from './rule.ts'

/** Languages in which every concept must have words: a concept without any would be deaf there. */
const LANGS = ['en', 'es', 'pt']

/** Names of concepts in a slot or exception: `chest|heart`. */
const namesIn = (slot: string): string[] => slot.split('|')

/** A pattern of concepts names only concepts that have words, in every language that is screened. */
export const textConcepts: LintRule = {
  id: 'text-concepts',
  kind: 'red-flags/patterns',
  check({ redFlags }) {
    const words = new Set((redFlags.concepts ?? []).map(({ id, lang }) => `${lang} ${id}`))
    return redFlags.patterns.flatMap(({ id, lang, all = [], unless }) => {
      const names = [...all, ...(unless === undefined ? [] : [unless])].flatMap(namesIn)
      const langs = lang === '*' ? LANGS : [lang]
      return names.flatMap((name) => {
        const deaf = langs.filter((one) => !words.has(`${one} ${name}`) && !words.has(`* ${name}`))
        return deaf.length === 0
          ? []
          : [{ where: id, message: `names the concept ${name}, which has no words in ${deaf.join(', ')}` }]
      })
    })
  },
}
