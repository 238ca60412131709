/** Languages in which the text screen has patterns of its own. */
export const SCREENED_LANGUAGES: readonly string[] = ['en']

/** Common words of other languages that are no English words. */
const FOREIGN: ReadonlySet<string> = new Set(
  (
    'el la los las una unos unas que con para por pero muy mas esta estoy tengo tiene siento duele dolor espalda pecho puedo puede mucho mis ' +
    'não nao uma com muito estou tenho sinto dor dói costas peito posso minha meu minhas meus ' +
    'le les une est avec pour mais très tres je suis mal dos mon ma mes pas peux douleur poitrine ' +
    'ich und der das ist nicht mein meine habe mit auf sehr kann ruecken rucken brust schmerzen ' +
    'il lo gli che sono ho mia mio non posso schiena petto dolore molto ' +
    'ik het een niet mijn heb pijn rug jest nie mam boli plecy mnie bardzo'
  ).split(' '),
)
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'the and my is it to of in i have has with when after from on at am are was for not but this that be been feel feels get ' +
    "pain back i'm can't hurts sitting work do so very there no a me or what if it's"
  ).split(' '),
)

/**
 * Whether the screen can read a text: the named language is one of ours, and the text does not look like another one (letters
 * of another script, or more common words of other languages than of English). A text it cannot read is answered with questions.
 */
export function canRead(text: string, lang: string): boolean {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? ''
  if (!SCREENED_LANGUAGES.includes(base)) return false
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  if (letters.length - latin.length > letters.length * 0.3) return false
  const words = text.match(/[a-z']+/g) ?? []
  const foreign = words.filter((word) => FOREIGN.has(word)).length
  const english = words.filter((word) => ENGLISH.has(word)).length
  return foreign === 0 || foreign <= english
}
