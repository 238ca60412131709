import type { DayReport, ReportReply } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery, refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { tell } from '../../lib/outbox-device.ts'
import { nowInstant } from '../../lib/time.ts'

export type Told = { state: 'asking' | 'sending' | 'sent' | 'kept'; reply: ReportReply | null }

/** A day report without what is made here: its id and its moment. */
export type DayWords = DayReport extends infer D
  ? D extends DayReport
    ? Omit<D, 'id' | 'at'>
    : never
  : never

/** Tells how a day is: kept on this device first, then sent. A danger found in it leads to its card at once. */
export function useTell() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [told, setTold] = useState<Told>({ state: 'asking', reply: null })
  const say = async (words: DayWords): Promise<void> => {
    setTold({ state: 'sending', reply: null })
    const body: DayReport = { ...words, id: newId(), at: nowInstant() }
    const reply = await tell({ id: body.id, endpoint: 'sendDay', body })
    await refreshMe(client).catch(() => undefined)
    // Without an answer the rules of this device say it.
    const next = reply?.next ?? client.getQueryData(meQuery.queryKey)?.me?.next
    if (next === 'escalate' || next === 'book') {
      await navigate({ to: '/result', replace: true })
      return
    }
    setTold({ state: reply === null ? 'kept' : 'sent', reply })
  }
  return { told, say }
}
