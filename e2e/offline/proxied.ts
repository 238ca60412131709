/** Pages that reach the product through a proxy which a test can cut: flight mode as a page and its service worker see it. */
import { expect, type Page } from '@playwright/test'
import { test as base } from '../product.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'

export const test = base.extend<{ network: FaultProxy }>({
  network: async ({ product }, use) => {
    const proxy = await startFaultProxy(product.url, 1, 0)
    await use(proxy)
    await proxy.close()
  },
  baseURL: async ({ network }, use) => use(network.url),
})

export { expect }

/** What a page without a connection may say on its error stream: the browser's own words for a request that came to nothing. */
export const CUT = /Failed to load resource: net::ERR_/

/** Lets the page bring everything onto the device that the next two weeks need, as it does by itself in a quiet moment. */
export async function madeReady(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(2_000)
        return page.evaluate(async () => {
          const names = (await indexedDB.databases()).map(({ name }) => name)
          if (!names.includes('dorsal') || navigator.serviceWorker.controller === null) return 'no worker'
          const opened = indexedDB.open('dorsal')
          const db = await new Promise<IDBDatabase>((done, fail) => {
            opened.addEventListener('success', () => done(opened.result))
            opened.addEventListener('error', () => fail(opened.error ?? new Error('no database')))
          })
          const asked = db.transaction('kept').objectStore('kept').getAllKeys()
          const keys = await new Promise<IDBValidKey[]>((done) => {
            asked.addEventListener('success', () => done(asked.result))
          })
          db.close()
          return ['me', 'config', 'ahead'].filter((name) => !keys.includes(name)).join() || 'ready'
        })
      },
      { timeout: 90_000, intervals: [200] },
    )
    .toBe('ready')
}

/** Everything that this browser stores for the address: databases value by value, caches, and the small stores. */
export type Stored = {
  databases: { database: string; store: string; key: string; value: unknown }[]
  files: { cache: string; url: string; type: string; bytes: number }[]
  small: Record<string, string>
}

/** Reads all of it raw, as somebody with the device in their hands would. Bytes are read as text. */
export async function storedIn(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const asText = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value)
      if (value instanceof Blob) return `a file of type ${value.type}`
      if (value instanceof CryptoKey) return `a key, ${value.extractable ? 'extractable' : 'not extractable'}`
      if (Array.isArray(value)) return value.map(asText)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asText(part)]))
    }
    const nameOf = (key: IDBValidKey | undefined) => (typeof key === 'string' ? key : '')
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
      })
    const databases: Stored['databases'] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store)
        const [keys, values] = [
          await done(all.getAllKeys()),
          await done(all.getAll() as IDBRequest<unknown[]>),
        ]
        values.forEach((value, i) =>
          databases.push({ database: name, store, key: nameOf(keys[i]), value: asText(value) }),
        )
      }
      db.close()
    }
    const files: Stored['files'] = []
    for (const cache of await caches.keys()) {
      const opened = await caches.open(cache)
      for (const request of await opened.keys()) {
        const reply = await opened.match(request)
        const bytes = (await reply?.clone().arrayBuffer())?.byteLength ?? 0
        const path = new URL(request.url).pathname
        files.push({ cache, url: path, type: reply?.headers.get('content-type') ?? '', bytes })
      }
    }
    const small = Object.fromEntries([...Object.entries(localStorage), ...Object.entries(sessionStorage)])
    return { databases, files, small: { ...small, cookie: document.cookie } }
  })
}
