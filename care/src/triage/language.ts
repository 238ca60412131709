/** Languages in which the text screen has words of its own. */
export const SCREENED_LANGUAGES: readonly string[] = ['en', 'es', 'pt']

/** Everyday words by which a language shows; words that two languages share stand with neither or with both. */
const COMMON: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en:
      'the and my is it to of in i have has with when after from on at am are was for not but this that be been feel feels get ' +
      "pain back i'm can't hurts sitting work do so very there what if it's im dont cant u ur its just today how you your",
    es:
      'el la los las una unos unas que con por para pero muy mas estoy tengo tiene siento duele dolor espalda pecho puedo puede ' +
      'mucho mis desde cuando como esta hoy ayer y me mi se lo al del no un ya pierna piernas anos hace',
    pt:
      'nao uma com muito estou tenho sinto dor doi costas peito posso minha meu minhas meus desde quando como esta hoje ontem e ' +
      'me se eu que o os as do da dos das no na mas para por um ja perna pernas anos faz consigo ta to pra',
    fr: 'je le les une est avec pour mais tres suis mal dos mon ma mes pas peux douleur poitrine des du et mes jai depuis quand jambes',
    de: 'ich und der das ist nicht mein meine habe mit auf sehr kann ruecken rucken brust schmerzen die ein eine seit wenn beine',
    it: 'il lo gli che sono ho mia mio non posso schiena petto dolore molto di da quando gambe mal alle della',
    nl: 'ik het een niet mijn heb pijn rug van met en als benen zijn',
    pl: 'jest nie mam boli plecy mnie bardzo sie mi w na klatce nogi od',
    ro: 'am nu sunt doare spatele piept foarte si cand imi la',
    tr: 'ben bir ve cok agri sirt gogus var agrim',
    id: 'saya tidak sakit punggung dada sangat dan di yang',
  }).map(([lang, words]) => [lang, new Set(words.split(' '))]),
)

const baseOf = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? ''

/**
 * The languages in which a text is to be read: the named one and any other of ours that shows in it (people mix). Empty when the
 * screen cannot read it: another language is named, or the letters or everyday words are mostly those of another one. Such a text is
 * answered with questions.
 */
export function languagesOf(text: string, lang: string): string[] {
  const base = baseOf(lang)
  const named = ['', 'auto', 'und', 'mul'].includes(base) ? null : base
  if (named !== null && !SCREENED_LANGUAGES.includes(named)) return []
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters - latin > letters * 0.3) return []
  const words = text.match(/[a-z']+/g) ?? []
  const counts = new Map<string, number>()
  for (const [name, common] of Object.entries(COMMON))
    counts.set(name, words.filter((word) => common.has(word)).length)
  const count = (name: string): number => counts.get(name) ?? 0
  const best = Math.max(...SCREENED_LANGUAGES.map(count))
  const foreign = Math.max(
    0,
    ...Object.keys(COMMON)
      .filter((name) => !SCREENED_LANGUAGES.includes(name))
      .map(count),
  )
  if (foreign > best && foreign > 1) return []
  const shown = SCREENED_LANGUAGES.filter(
    (name) =>
      name === named || (count(name) > 1 && count(name) * 3 >= best) || (best === 0 && named === null),
  )
  return shown.length > 0 ? shown : [...SCREENED_LANGUAGES]
}
