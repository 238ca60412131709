import { useSyncExternalStore } from 'react'

/** A new version that is there whole and waits until it is taken. */
let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()
let registered: Promise<ServiceWorkerRegistration | null> | undefined

/** How often a page that stays open asks for a new version. */
const ASK_AGAIN_MS = 3_600_000

function setWaiting(worker: ServiceWorker | null): void {
  waiting = worker
  for (const listener of listeners) listener()
}

function follow(registration: ServiceWorkerRegistration): void {
  setWaiting(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // Without one before it, it is the first one and not a new version.
      if (navigator.serviceWorker.controller !== null) setWaiting(registration.waiting)
    })
  })
  setInterval(() => void registration.update().catch(() => undefined), ASK_AGAIN_MS)
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  // The pages of development have no files that could be kept.
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return null
  try {
    const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    follow(registration)
    return registration
  } catch {
    // Blocked or not possible here: the pages work with a connection, as they do without it.
    return null
  }
}

/** Sees to it that the pages of this device work without a connection; null where this browser cannot. */
export function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  registered ??= register()
  return registered
}

/** Whether a request of this page is now answered from this device; waits for it, and gives up where it does not come to be. */
export async function controlled(): Promise<boolean> {
  if ((await registerWorker()) === null) return false
  if (navigator.serviceWorker.controller !== null) return true
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), 60_000)
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      clearTimeout(late)
      resolve(true)
    })
  })
}

export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting !== null,
    () => false,
  )
}

/** Takes the new version: this page opens anew with it. Other pages that are open go on as they are until they are opened anew. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take-over')
}
