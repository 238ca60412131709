import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { OPEN } from '../access/doors.ts'
import type { Deps } from '../deps.ts'
import { chooseLanguage } from './chosen-language.ts'
import { firstPage } from './first-page.ts'
import { sendProblem } from './problems.ts'

/** Where the built pages are. */
export const WEB_DIST = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

/** Every address that a person can open, and the page that answers it. An address that is not here is not a page. */
export const PAGES = [
  {
    entry: 'index.html',
    paths: [
      '/',
      '/start',
      '/intake',
      '/check',
      '/result',
      '/plan',
      '/paper',
      '/share',
      '/messages',
      '/documents',
      '/devices',
      '/enter',
      '/today',
      '/day',
      '/check-in',
      '/daily',
      '/progress',
      '/replays',
      '/session',
      '/camera',
      '/library',
      '/lesson',
      '/book',
      '/visits',
      '/visits/cadence',
      '/visits/:id',
      '/visits/:id/check-in',
      '/calendar',
      '/coverage',
      '/visit/:id/video',
      '/privacy',
      '/reminders',
    ],
  },
  {
    // Opened by a link of somebody's own: no search engine has any business with it.
    entry: 'helper/index.html',
    paths: ['/shared'],
    unlisted: true,
  },
  {
    entry: 'clinician/index.html',
    paths: [
      '/clinician',
      '/clinician/',
      '/clinician/sign-in',
      '/clinician/join',
      '/clinician/account',
      '/clinician/co-sign',
      '/clinician/people',
      '/clinician/teams',
      '/clinician/places',
      '/clinician/settings',
      '/clinician/coverage',
      '/clinician/trail',
      '/clinician/find',
      '/clinician/keys',
      '/clinician/load',
      '/clinician/content',
      '/clinician/templates',
      '/clinician/content/:kind/:item',
      '/clinician/schedule',
      '/clinician/schedule/setup',
      '/clinician/today',
      '/clinician/visits/:id',
      '/clinician/visits/:id/video',
      '/clinician/panel',
      '/clinician/patients/:id',
      '/clinician/patients/:id/plan',
      '/clinician/patients/:id/sessions/:session',
      '/clinician/patients/:id/notes',
      '/clinician/patients/:id/notes/:noteId',
    ],
  },
] as const

const TYPES: Readonly<Record<string, string>> = {
  '.task': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Files with a hash in their name never change; everything else (pages, the manifest, the icons, the service worker) is asked for anew
 * each time, so that a new version is seen at once.
 */
const cacheOf = (path: string): string =>
  /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Whether a person opened this address, rather than a page asking for one of its files or a program for data. */
const isVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  headers.accept?.includes('text/html') === true &&
  !/^\/(api|content|assets)\/|\.\w+(\?|$)/.test(url)

/**
 * The built pages and their files. A missing file is a 404 as data, never a page in its place; an address that a person opened and
 * that is no page is a 404 too, as the page that says so.
 */
export async function servePages(app: FastifyInstance, deps: Deps, dist: string = WEB_DIST): Promise<void> {
  if (!existsSync(dist)) {
    app.get('/', OPEN, (_, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .send('Dorsal is running. Its pages are not built yet: npm run build'),
    )
    app.setNotFoundHandler((_, reply) => sendProblem(reply, 'not-found'))
    return
  }
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const bare = path.replace(/\.(br|gz)$/, '')
      reply.header('cache-control', cacheOf(bare))
      const type = TYPES[/\.\w+$/.exec(bare)?.[0] ?? '']
      if (type !== undefined) reply.header('content-type', type)
    },
  })
  const patient = await firstPage(dist, deps)
  for (const { entry, paths, ...page } of PAGES)
    for (const path of paths)
      app.get(path, OPEN, (request, reply) => {
        // An address with an id in it is gone back to as it was asked for.
        const here = path.includes(':') ? (request.url.split('?')[0] ?? '/') : path
        if (entry === 'index.html' && chooseLanguage(here, request, reply, deps.config)) return reply
        if (entry === 'index.html' && patient !== null)
          return reply
            .type('text/html; charset=utf-8')
            .header('cache-control', 'no-cache')
            .header('vary', 'accept-language, cookie')
            .send(patient(path, request))
        if ('unlisted' in page) reply.header('x-robots-tag', 'noindex, nofollow')
        return reply.sendFile(entry)
      })
  app.setNotFoundHandler((request, reply) =>
    isVisit(request)
      ? reply.code(404).header('cache-control', 'no-store').sendFile('index.html')
      : sendProblem(reply, 'not-found'),
  )
}
