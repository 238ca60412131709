import type { MessageSent } from '@dorsal/care'
import { useEffect, useState } from 'react'
import { onOutboxChange, outbox } from '../../lib/outbox-device.ts'

/** A message that is on this device only. `problem`: why the server does not take it. */
export type Unsent = {
  sent: MessageSent
  at: string
  problem: { title: string; advice: string } | null
}

async function read(): Promise<Unsent[]> {
  const rows = new Map((await outbox.waiting()).map((row) => [row.id, row]))
  const writings = await outbox.unsent()
  return writings.flatMap((writing): Unsent[] => {
    const row = rows.get(writing.id)
    if (writing.endpoint !== 'sendMessage' || row === undefined) return []
    return [{ sent: writing.body, at: row.createdAt, problem: row.problem }]
  })
}

/** What this device keeps of messages that the server does not have yet, followed live; `onSent` when there is less of it. */
export function useUnsentMessages(onSent: () => void): Unsent[] {
  const [unsent, setUnsent] = useState<Unsent[]>([])
  useEffect(() => {
    let over = false
    let before = 0
    const look = async () => {
      const now = await read().catch(() => [])
      if (over) return
      setUnsent(now)
      if (now.length < before) onSent()
      before = now.length
    }
    const stop = onOutboxChange(() => void look())
    void look()
    return () => {
      over = true
      stop()
    }
  }, [onSent])
  return unsent
}
