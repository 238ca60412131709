import type { Content } from '@dorsal/care'
import {
  LANGUAGES,
  type Language,
  lessonContent,
  libraryContent,
  loadContent,
  patientContent,
} from '@dorsal/content'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { OPEN } from '../access/doors.ts'
import type { Deps } from '../deps.ts'
import { sendProblem } from './problems.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
/** Under the name of its hash content never changes; its words in another language may, under a name of their own. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/** The parts of content that are served as files: what they are called, and what is in them. */
const FILES: readonly { path: string; of: (content: Content) => unknown }[] = [
  { path: '', of: patientContent },
  { path: '/lessons', of: lessonContent },
  { path: '/library', of: libraryContent },
]

/**
 * Rules and texts under the name of their version: `/content/<version>.json` in English for every device; in a language
 * `/content/<version>/<lang>.json`, and `lessons.json` and `library.json` below that. A language is read when it is first asked for.
 * `/content/<version>/text-model.json`, the classifier of free text, is the same in all.
 */
export function serveContent(app: FastifyInstance, { content, config }: Deps): void {
  const made = new Map<string, string>()
  const inLanguage = (lang: Language): Content =>
    lang === 'en' ? content : loadContent(lang, config.contentDir)
  const send = (reply: FastifyReply, lang: Language, file: (typeof FILES)[number]): FastifyReply => {
    const key = `${lang}${file.path}`
    const given = inLanguage(lang)
    if (given.version !== content.version) return sendProblem(reply, 'not-found')
    const text = made.get(key) ?? JSON.stringify(file.of(given))
    made.set(key, text)
    const cache = lang === 'en' ? FOR_EVER : ASK_AGAIN
    return reply.type(JSON_TYPE).header('cache-control', cache).send(text)
  }
  const [whole] = FILES
  if (whole !== undefined)
    app.get(`/content/${content.version}.json`, OPEN, (_, reply) => send(reply, 'en', whole))
  for (const lang of LANGUAGES)
    for (const file of FILES)
      app.get(`/content/${content.version}/${lang}${file.path}.json`, OPEN, (_, reply) =>
        send(reply, lang, file),
      )
  const textModel = JSON.stringify(content.redFlags.textModel ?? null)
  app.get(`/content/${content.version}/text-model.json`, OPEN, (_, reply) =>
    reply.type(JSON_TYPE).header('cache-control', FOR_EVER).send(textModel),
  )
}
