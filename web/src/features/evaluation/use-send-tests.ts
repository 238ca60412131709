import type { CheckIn, Tested } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { tell } from '../../lib/outbox-device.ts'
import { nowInstant } from '../../lib/time.ts'

type Sent = { state: 'asking' | 'sending' } | { state: 'sent' | 'kept'; tests: Tested }

/** Sends tests that were done again: kept on this device first, under an id made here. */
export function useSendTests() {
  const client = useQueryClient()
  const [sent, setSent] = useState<Sent>({ state: 'asking' })
  const send = async (tests: Tested): Promise<void> => {
    setSent({ state: 'sending' })
    const body: CheckIn = { id: newId(), at: nowInstant(), moments: [], answers: {}, event: null, tests }
    const reply = await tell({ id: body.id, endpoint: 'sendCheckIn', body })
    if (reply !== null) await refreshMe(client).catch(() => undefined)
    setSent({ state: reply === null ? 'kept' : 'sent', tests })
  }
  return { sent, send }
}
