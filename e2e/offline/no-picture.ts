/** That no picture of the camera is anywhere but in front of the person: not sent, not stored, not cached. */
import { expect, type Page } from '@playwright/test'
import type { Traffic } from '../fake-camera.ts'
import { storedIn } from './proxied.ts'

/** More than any report of a session, less than any picture that a person could be seen in. */
const MOST_BYTES = 12_000
/** What pictures begin with, as text in a store: JPEG, PNG, WebP and film in base 64, and addresses that hold one. */
const PICTURE = /data:(?:image|video)|\/9j\/[\w+/]{40}|iVBORw0KGgo|UklGR[\w+/]{40}|blob:/
/** Our own drawings, that every page shows. */
const OWN = /^\/(?:icons\/(?:[\w-]+)\.(?:png|svg)|assets\/[\w-]+\.svg)$/

/** Everything that this device has sealed, opened with its own key, as the page itself opens it. */
async function openedIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }
    const nameOf = (key: IDBValidKey | undefined) => (typeof key === 'string' ? key : '')
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
      })
    const all = async (database: string, store: string): Promise<[string, unknown][]> => {
      const db = await done(indexedDB.open(database))
      if (!db.objectStoreNames.contains(store)) return []
      const objects = db.transaction(store).objectStore(store)
      const [keys, values] = [
        await done(objects.getAllKeys()),
        await done(objects.getAll() as IDBRequest<unknown[]>),
      ]
      db.close()
      return keys.map((key, i) => [nameOf(key), values[i]])
    }
    const parts = (value: unknown): Sealed[] => {
      if (typeof value !== 'object' || value === null) return []
      if ('iv' in value && 'data' in value) return [value as Sealed]
      return Object.values(value).flatMap(parts)
    }
    const key = (await all('dorsal-key', 'keys'))[0]?.[1] as CryptoKey
    const rows = [
      ...(await all('dorsal', 'kept')),
      ...(await all('dorsal-sessions', 'reports')),
      ...(await all('dorsal-sessions', 'draft')),
    ]
    const texts: string[] = []
    for (const [name, value] of rows)
      for (const { iv, data } of parts(value)) {
        const additionalData = new TextEncoder().encode(name)
        texts.push(
          new TextDecoder().decode(
            await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data),
          ),
        )
      }
    return texts
  })
}

/** Looks through all that left the page and all that stayed on the device. `least`: sealed values that there must be, so that the look is one. */
export async function expectNoPicture(page: Page, { home, sent }: Traffic, least: number): Promise<void> {
  expect(sent.length, 'the traffic must have been recorded').toBeGreaterThan(5)
  expect(sent.filter(({ url }) => !/^(blob|data):/.test(url) && new URL(url).origin !== home)).toEqual([])
  expect(sent.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([])
  const { databases, files, small } = await storedIn(page)
  const pictures = files.filter(({ type, url }) => /image|video|octet-stream/.test(type) && !OWN.test(url))
  expect(pictures.filter(({ url }) => !/^\/assets\/pose_landmarker_\w+-[\w-]+\.task$/.test(url))).toEqual([])
  expect(
    JSON.stringify([databases.filter(({ store }) => store !== 'keys').map(({ key }) => key), small]),
  ).not.toMatch(PICTURE)
  expect(JSON.stringify(databases)).not.toContain('a file of type')
  const opened = await openedIn(page)
  expect(opened.length, 'what is sealed must have been opened').toBeGreaterThanOrEqual(least)
  for (const text of opened) expect(text).not.toMatch(PICTURE)
  const roots = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const names: string[] = []
    for await (const name of (root as unknown as { keys: () => AsyncIterable<string> }).keys())
      names.push(name)
    return names
  })
  expect(roots).toEqual([])
}
