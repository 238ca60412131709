import type { QueryClient } from '@tanstack/react-query'
import { keepPrepared } from './prepare.ts'
import { registerWorker } from './registration.ts'

let started = false

/** From the agreement on: the pages of this device work without a connection. Before it nothing is kept. */
export async function startOffline(client: QueryClient): Promise<void> {
  if (started) return
  started = true
  if ((await registerWorker()) !== null) keepPrepared(client)
}
