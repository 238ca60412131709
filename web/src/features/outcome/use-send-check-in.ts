import type { CheckIn, TriageResult } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { changeCheckIn } from '../../lib/kept-check-in.ts'
import { refreshMe } from '../../lib/me.ts'
import { tell } from '../../lib/outbox-device.ts'

type Sent =
  | { state: 'asking' }
  | { state: 'danger'; danger: TriageResult; stored: boolean }
  | { state: 'sending' }
  | { state: 'done'; kept: boolean; checkIn: CheckIn }

/** Sends a check-in: kept on this device first. A danger shows its card at once, whether or not there is a connection. */
export function useSendCheckIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [sent, setSent] = useState<Sent>({ state: 'asking' })
  const send = async (checkIn: CheckIn, danger: TriageResult | null): Promise<void> => {
    setSent(danger === null ? { state: 'sending' } : { state: 'danger', danger, stored: false })
    const reply = await tell({ id: checkIn.id, endpoint: 'sendCheckIn', body: checkIn })
    const answered = Object.keys(checkIn.answers).map((measureId) => ({ measureId, at: checkIn.at }))
    changeCheckIn((kept) => ({ given: {}, answered: [...kept.answered, ...answered].slice(-60) }))
    if (reply !== null) await refreshMe(client).catch(() => undefined)
    if (reply !== null && (reply.next === 'escalate' || reply.next === 'book')) {
      await navigate({ to: '/result', replace: true })
      return
    }
    setSent(
      danger === null
        ? { state: 'done', kept: reply === null, checkIn }
        : { state: 'danger', danger, stored: reply !== null },
    )
  }
  return { sent, send }
}
