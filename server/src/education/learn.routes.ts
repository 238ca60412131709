import { LANGUAGES, type Language } from '@dorsal/content'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OPEN } from '../access/doors.ts'
import type { Deps } from '../deps.ts'
import { html } from './html.ts'
import { pageAt } from './page-bodies.ts'
import { framed } from './page-frame.ts'
import { PAGE_WORDS } from './page-words.ts'
import { type Place, placesOf, shelvesOf, versionsOf } from './shelf.ts'

/** Shared by everybody and renewed soon after a change; there is nothing personal in it. */
const SHARED = 'public, max-age=600'
const FOR_EVER = 'public, max-age=31536000, immutable'

/** What search engines may look at: all that is open, and nothing of anybody's own. */
const CLOSED = ['/api/', '/clinician', '/intake', '/check', '/result', '/plan', '/today', '/day', '/session']

/**
 * The open pages of education, made on the server in three languages: no script, no cookie, nothing asked and nothing personal in an
 * address. With them what search engines need: `/sitemap.xml` with each page in each language, and `/robots.txt`.
 */
export function serveLearn(app: FastifyInstance, { content, config }: Deps): void {
  const css = readFileSync(fileURLToPath(new URL('learn.css', import.meta.url)), 'utf8')
  const style = `/learn/style-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`
  const shelves = shelvesOf(content, config.contentDir)
  const { clinicName, clinicContact, emergencyNumber, demo } = config
  const clinic = { name: clinicName, contact: clinicContact, emergencyNumber, demo }
  // Without a public address the server only answers on loopback, whose names it has checked.
  const originOf = (request: FastifyRequest): string => config.publicUrl ?? `http://${request.host}`

  const send = (request: FastifyRequest, reply: FastifyReply, lang: Language, place: Place): FastifyReply => {
    const shelf = shelves(lang)
    const page = pageAt(place, shelf, clinic)
    if (page === null) {
      reply.callNotFound()
      return reply
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', SHARED)
      .header('content-language', lang)
      .send(framed(page, shelf, { shelves, clinic, origin: originOf(request), style }))
  }

  app.get(style, OPEN, (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', FOR_EVER).send(css),
  )
  for (const lang of LANGUAGES) {
    const { folder, lessonsFolder } = PAGE_WORDS[lang]
    const pageOf = (slug: string): string => shelves(lang).pages.find((page) => page.slug === slug)?.id ?? ''
    app.get(folder, OPEN, (request, reply) => send(request, reply, lang, { kind: 'contents' }))
    app.get(`${folder}/${lessonsFolder}`, OPEN, (request, reply) =>
      send(request, reply, lang, { kind: 'lessons' }),
    )
    app.get<{ Params: { id: string } }>(`${folder}/${lessonsFolder}/:id`, OPEN, (request, reply) =>
      send(request, reply, lang, { kind: 'lesson', id: request.params.id }),
    )
    app.get<{ Params: { slug: string } }>(`${folder}/:slug`, OPEN, (request, reply) =>
      send(request, reply, lang, { kind: 'page', id: pageOf(request.params.slug) }),
    )
  }
  app.get('/robots.txt', OPEN, (request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', SHARED)
      .send(
        [
          'User-agent: *',
          ...CLOSED.map((path) => `Disallow: ${path}`),
          `Sitemap: ${originOf(request)}/sitemap.xml`,
          '',
        ].join('\n'),
      ),
  )
  app.get('/sitemap.xml', OPEN, (request, reply) => {
    const origin = originOf(request)
    const urls = placesOf(shelves('en')).flatMap((place) => {
      const versions = versionsOf(shelves, place)
      const links = versions.map(
        ({ lang, address }) =>
          html`<xhtml:link rel="alternate" hreflang="${lang}" href="${origin}${address}"/>`,
      )
      return versions.map(({ address }) => html`<url><loc>${origin}${address}</loc>${links}</url>\n`)
    })
    return reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', SHARED)
      .send(
        html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>
`.text,
      )
  })
}
