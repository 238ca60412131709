import { LANGUAGES, type Language } from '@dorsal/content'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** As `web/src/lib/language.ts` names them: the cookie it keeps the choice in, and the part of an address that its buttons ask with. */
const COOKIE = 'dorsal-language'
const QUERY = 'lang'
const YEAR_SECONDS = 31_536_000

const known = (tag: unknown): Language | null => LANGUAGES.find((lang) => lang === tag) ?? null

/** The language that was chosen on this device; null where none was. */
export const chosenLanguage = ({ cookies }: FastifyRequest): Language | null => known(cookies[COOKIE])

/**
 * Whether the address chooses a language (`?lang=es`, as the buttons of the first words do while no script runs). Then it is kept in the
 * cookie, which says nothing about health, and the same page is asked for without the choice. A language that there is not is left out.
 */
export function chooseLanguage(
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
  config: Config,
): boolean {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '')
  if (!query.has(QUERY)) return false
  const lang = known(query.get(QUERY))
  query.delete(QUERY)
  const secure = config.publicUrl?.startsWith('https:') === true
  if (lang !== null)
    // The program reads and changes it too.
    reply.setCookie(COOKIE, lang, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure })
  const rest = query.toString()
  reply.header('cache-control', 'no-store').redirect(rest === '' ? path : `${path}?${rest}`, 303)
  return true
}
