import type { Control } from './controls.ts'

/** Pausing and going on are one control; said, they are two things. */
type Said = Control | 'go-on'
type Words = Readonly<Partial<Record<Said, readonly string[]>>>

/** What may be said, by language; the first of each is the one that is shown. A phrase counts only as a whole. */
export const SPOKEN: Readonly<Record<string, Words>> = {
  en: {
    pause: ['pause', 'wait'],
    'go-on': ['go on', 'continue'],
    next: ['next', 'ready', 'done'],
    repeat: ['again', 'say again', 'repeat', 'repeat that'],
    easier: ['easier', 'too hard', 'make it easier'],
    harder: ['harder next time', 'too easy'],
    skip: ['skip', 'skip this', 'skip it', 'skip exercise'],
    hurts: ['that hurts', 'it hurts', 'this hurts', 'ouch', 'pain'],
    'how-long': ['how long', 'how much longer', 'how long is left', 'time left'],
    stop: ['stop', 'stop now', 'stop the session'],
  },
  es: {
    pause: ['pausa', 'espera'],
    'go-on': ['sigue', 'continúa', 'seguir', 'continuar'],
    next: ['siguiente', 'listo', 'lista', 'hecho'],
    repeat: ['otra vez', 'repite', 'repetir'],
    easier: ['más fácil', 'demasiado difícil'],
    harder: ['más difícil la próxima vez', 'demasiado fácil'],
    skip: ['saltar', 'salta', 'sáltalo', 'omitir'],
    hurts: ['me duele', 'duele', 'eso duele', 'dolor', 'ay'],
    'how-long': ['cuánto falta', 'cuánto queda', 'cuánto tiempo'],
    stop: ['parar', 'para', 'alto', 'basta', 'detener'],
  },
  pt: {
    pause: ['pausa', 'espere', 'espera'],
    'go-on': ['continue', 'continuar', 'seguir'],
    next: ['próximo', 'próxima', 'pronto', 'pronta', 'feito'],
    repeat: ['de novo', 'outra vez', 'repita', 'repetir'],
    easier: ['mais fácil', 'difícil demais', 'muito difícil'],
    harder: ['mais difícil da próxima vez', 'fácil demais', 'muito fácil'],
    skip: ['pular', 'pule', 'saltar'],
    hurts: ['está doendo', 'dói', 'isso dói', 'dor', 'ai'],
    'how-long': ['quanto falta', 'quanto tempo', 'falta muito'],
    stop: ['parar', 'pare', 'chega'],
  },
}

/** Lower case, without accents, signs and spaces too many: recognition writes them as it likes. */
export const plainPhrase = (phrase: string): string =>
  phrase
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const tables = new Map<string, ReadonlyMap<string, Said>>()

function tableOf(lang: string): ReadonlyMap<string, Said> {
  const known = tables.get(lang)
  if (known !== undefined) return known
  const words = Object.entries(SPOKEN[lang] ?? {}) as [Said, readonly string[]][]
  const table = new Map(
    words.flatMap(([control, all]) => all.map((one) => [plainPhrase(one), control] as const)),
  )
  tables.set(lang, table)
  return table
}

/** What the session is doing while something is said. `speaking`: what the guide is saying, null while it is quiet. */
type Meanwhile = { paused: boolean; speaking: string | null }

/**
 * What a phrase asks for; null where it is anything else, so that talk in the room does nothing, and "pause" said twice does not go on.
 * While the guide speaks its own words must not be taken for the person's: nothing but pain and stop is heard then, and not if the guide
 * is saying them.
 */
export function spokenControl(phrase: string, lang: string, { paused, speaking }: Meanwhile): Control | null {
  const heard = plainPhrase(phrase)
  const said = tableOf(lang).get(heard) ?? null
  if (said === null) return null
  if (said === 'hurts' || said === 'stop')
    return speaking !== null && ` ${plainPhrase(speaking)} `.includes(` ${heard} `) ? null : said
  if (speaking !== null) return null
  if (said === 'go-on') return paused ? 'pause' : null
  return said === 'pause' && paused ? null : said
}
