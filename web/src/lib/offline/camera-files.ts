import { poseFiles } from '../pose/assets.ts'
import { CAMERA_CACHE } from './shell.ts'
import { controlled } from './registration.ts'

declare const __CAMERA_BYTES__: number | undefined

/** What the camera needs, all together, in bytes as they lie on the device. */
export const CAMERA_BYTES = typeof __CAMERA_BYTES__ === 'number' ? __CAMERA_BYTES__ : 0

const addresses = (): string[] => [
  ...new Set([...Object.values(poseFiles('lite')), ...Object.values(poseFiles('full'))]),
]

/** Whether the camera works on this device without a connection. */
export async function cameraKept(): Promise<boolean> {
  if (!('caches' in globalThis)) return false
  const cache = await caches.open(CAMERA_CACHE)
  const there = await Promise.all(addresses().map((address) => cache.match(address, { ignoreVary: true })))
  return there.every((reply) => reply !== undefined)
}

/** Brings the files of the camera onto this device; `onBytes`: how much is there. Throws where the connection or the room does not do. */
export async function keepCamera(onBytes: (bytes: number) => void): Promise<void> {
  if (!(await controlled())) throw new Error('this browser keeps no files')
  const cache = await caches.open(CAMERA_CACHE)
  let bytes = 0
  for (const address of addresses()) {
    const there = await cache.match(address, { ignoreVary: true })
    if (there === undefined) await cache.add(address)
    const size = (await (await cache.match(address, { ignoreVary: true }))?.blob())?.size ?? 0
    bytes += size
    onBytes(bytes)
  }
}
