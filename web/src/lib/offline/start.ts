import type { QueryClient } from '@tanstack/react-query'
import { refreshMe } from '../me.ts'
import { onOutboxChange, sessionDraft, startSending, waitingReports } from '../outbox-device.ts'
import { keepPrepared } from './prepare.ts'
import { registerWorker } from './registration.ts'

let started = false

/** On every page: sends what waits, and asks for the record anew once something of it has arrived. A danger sign must not wait for a page. */
function keepSending(client: QueryClient): void {
  let before = 0
  const look = async () => {
    const now = (await waitingReports()).filter(({ state }) => state === 'queued').length
    const fewer = now < before
    before = now
    if (fewer) await refreshMe(client).catch(() => undefined)
  }
  onOutboxChange(() => void look())
  void look()
  startSending()
}

/** From the agreement on: the pages of this device work without a connection. Before it nothing is kept. */
export async function startOffline(client: QueryClient): Promise<void> {
  if (started) return
  started = true
  void sessionDraft.endOld().catch(() => undefined)
  keepSending(client)
  if ((await registerWorker()) !== null) keepPrepared(client)
}
