/// <reference lib="webworker" />
/**
 * The service worker: the patient's pages work in flight mode. One build is one cache, filled whole or not at all; a new build waits
 * until the person takes it or all its pages are closed. What is asked of `/api` never comes here.
 */
import { CAMERA_CACHE, CONTENT_CACHE, type Shell, SHELL_CACHE, wayOf } from './shell.ts'
import { shownOf } from './shown.ts'

declare const self: ServiceWorkerGlobalScope
declare const __SHELL__: Shell

const shell = __SHELL__
const HERE = SHELL_CACHE + shell.version
const PAGE = '/index.html'
/** As many files at a time as a browser asks one server for. */
const LANES = 6
/** A connection that gives nothing for so long is none. */
const PATIENCE_MS = 4_000

/** Names with a hash stay what they are: taken over from an earlier build instead of fetched again. */
async function fromEarlier(file: string): Promise<Response | undefined> {
  return file.startsWith('/assets/') ? caches.match(file) : undefined
}

async function fetched(file: string): Promise<Response> {
  const reply = (await fromEarlier(file)) ?? (await fetch(file, { cache: 'no-cache' }))
  if (!reply.ok) throw new Error(`${file}: ${reply.status}`)
  return reply
}

/** The page is asked for as it was built, without the words and the set-up of one visit, and taken only if it is the one of this build. */
async function fetchedPage(): Promise<Response> {
  const reply = await fetch(PAGE, { cache: 'no-cache', headers: { accept: 'text/html' } })
  const text = await reply.clone().text()
  if (!reply.ok || !text.includes(shell.entry)) throw new Error('the page is of another version')
  return reply
}

async function install(): Promise<void> {
  // A worker of the same version runs from this cache: what is in it is not given up.
  const there = await caches.has(HERE)
  try {
    const cache = await caches.open(HERE)
    await cache.put(PAGE, await fetchedPage())
    const left = [...shell.files]
    const lane = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop())
        await cache.put(next, await fetched(next))
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  } catch (error) {
    if (!there) await caches.delete(HERE)
    throw error
  }
}

async function dropOld(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELL_CACHE) && name !== HERE)
  // Pages of the last build that are still open find the rest of it for as long as they are.
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const kept = open.length > 1 ? names.slice(-1) : []
  for (const name of names) if (!kept.includes(name)) await caches.delete(name)
  const camera = await caches.open(CAMERA_CACHE)
  for (const { url } of await camera.keys())
    if (!shell.camera.includes(new URL(url).pathname)) await camera.delete(url)
}

async function page(request: Request): Promise<Response> {
  return (await (await caches.open(HERE)).match(PAGE)) ?? fetch(request)
}

/** From the caches, of whatever build: a name with a hash is never another file. */
async function file(request: Request): Promise<Response> {
  const here = await (await caches.open(HERE)).match(request, { ignoreVary: true })
  return here ?? (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function cameraFile(event: FetchEvent): Promise<Response> {
  const { request } = event
  const cache = await caches.open(CAMERA_CACHE)
  const there = await cache.match(request, { ignoreVary: true })
  if (there !== undefined) return there
  const reply = await fetch(request)
  // Where there is no room the camera works all the same, as long as there is a connection.
  if (reply.ok) event.waitUntil(cache.put(request, reply.clone()).catch(() => undefined))
  return reply
}

/** Rules and texts: asked for anew while there is a connection, else as they were last. English is never another under its name. */
async function content(event: FetchEvent): Promise<Response> {
  const { request } = event
  const cache = await caches.open(CONTENT_CACHE)
  const there = await cache.match(request, { ignoreVary: true })
  if (there !== undefined && there.headers.get('cache-control')?.includes('immutable') === true) return there
  try {
    const asked = there === undefined ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) }
    const reply = await fetch(request, asked)
    if (reply.ok) event.waitUntil(cache.put(request, reply.clone()).catch(() => undefined))
    return reply.ok || there === undefined ? reply : there
  } catch (error) {
    if (there !== undefined) return there
    throw error
  }
}

async function read(data: PushMessageData | null): Promise<unknown> {
  try {
    return data?.json()
  } catch {
    return null
  }
}

/** Several reminders are one: a newer takes the place of the one before. */
async function show(data: PushMessageData | null): Promise<void> {
  const { title, body, path } = shownOf(await read(data))
  await self.registration.showNotification(title, {
    body,
    tag: 'reminder',
    icon: '/icons/192.png',
    data: { path },
  })
}

/** A page that is open already comes to the front and is left where it is, so that nothing in it is lost. */
async function openPage(path: string): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const own = open.find(({ url }) => !new URL(url).pathname.startsWith('/clinician'))
  if (own !== undefined) await own.focus()
  else await self.clients.openWindow(path)
}

self.addEventListener('push', (event) => event.waitUntil(show(event.data)))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(shownOf(event.notification.data).path))
})
self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => self.clients.claim())))
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting()
})
self.addEventListener('fetch', (event) => {
  switch (wayOf(event.request, self.location.origin, shell)) {
    case 'page':
      return event.respondWith(page(event.request))
    case 'shell':
      return event.respondWith(file(event.request))
    case 'camera':
      return event.respondWith(cameraFile(event))
    case 'content':
      return event.respondWith(content(event))
    case 'pass':
  }
})
