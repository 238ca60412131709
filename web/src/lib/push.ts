import { base64UrlOf, bytesOfUrl } from './base64.ts'
import { registerWorker } from './offline/registration.ts'

/** Whether this browser can show reminders; an iPhone can once the page is on its home screen. */
export const canPush = (): boolean => 'Notification' in window && 'PushManager' in window

export type Pushed = { endpoint: string; p256dh: string; auth: string }

/** Asks whether reminders may be shown here, and for the address of this browser; null where the person or the browser says no. */
export async function askPush(publicKey: string): Promise<Pushed | null> {
  if (!canPush() || (await Notification.requestPermission()) !== 'granted') return null
  const registration = await registerWorker()
  if (registration === null) return null
  const key = bytesOfUrl(publicKey)
  const known = await registration.pushManager.getSubscription()
  const sameKey = known?.options.applicationServerKey
  // One that was made for another installation reaches nobody any more.
  if (known !== null && (!sameKey || base64UrlOf(new Uint8Array(sameKey)) !== publicKey))
    await known.unsubscribe()
  const made = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  })
  const part = (name: PushEncryptionKeyName): string =>
    base64UrlOf(new Uint8Array(made.getKey(name) ?? new ArrayBuffer(0)))
  return { endpoint: made.endpoint, p256dh: part('p256dh'), auth: part('auth') }
}

/** This browser shows none any more. */
export async function endPush(): Promise<void> {
  const registration = await registerWorker()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}
