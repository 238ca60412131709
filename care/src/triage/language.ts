/** Languages in which the text screen has words of its own. */
export const SCREENED_LANGUAGES: readonly string[] = ['en', 'es', 'pt']

/** Everyday words by which a language shows; Spanish and Portuguese have only those that the other does not. */
const COMMON: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en:
      'the and my is it to of in i have has with when after from on at am are was for not but this that be been feel feels get ' +
      "pain back i'm can't hurts sitting work do so very there what if it's im dont cant u ur its just today how you your",
    es:
      'el los las una unos unas con pero muy estoy tengo tiene siento duele dolor espalda pecho puedo puede mucho mis hoy ayer y ' +
      'lo al del un pierna piernas anos hace mi mas ya este esto unas dolia noche manana ahora donde cabeza',
    pt:
      'nao uma com muito estou tenho tem sinto dor doi costas peito posso minha meu minhas meus hoje ontem e eu o os do da dos das na ' +
      'mas um perna pernas faz consigo ta to pra pro em nas nos ao foi noite manha agora cabeca isso isto mais so',
    fr: 'je le les une est avec pour mais tres suis mal dos mon ma mes pas peux douleur poitrine des du et mes jai depuis quand jambes',
    de: 'ich und der das ist nicht mein meine habe mit auf sehr kann ruecken rucken brust schmerzen die ein eine seit wenn beine',
    it: 'il lo gli che sono ho mia mio non posso schiena petto dolore molto di da quando gambe mal alle della',
    nl: 'ik het een niet mijn heb pijn rug van met en als benen zijn',
    pl: 'jest nie mam boli plecy mnie bardzo sie mi w na klatce nogi od',
    ro: 'am nu sunt doare spatele piept foarte cand imi',
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
  // "no peito" is no Spanish denial: of the two neighbours both are read only when both show well.
  const rival = (name: string): boolean =>
    (name === 'es' && count('pt') > count('es') * 2) || (name === 'pt' && count('es') > count('pt') * 2)
  const shown = SCREENED_LANGUAGES.filter(
    (name) =>
      name === named ||
      (count(name) > 1 && count(name) * 3 >= best && !rival(name)) ||
      (best === 0 && named === null),
  )
  return shown.length > 0 ? shown : [...SCREENED_LANGUAGES]
}
