import type { MessageSent, PictureSent } from '@dorsal/care'
import { useEffect, useState } from 'react'
import { onOutboxChange, outbox } from '../../lib/outbox-device.ts'

/** A message that is on this device only. `problem`: why the server does not take it. */
export type Unsent = {
  sent: MessageSent
  at: string
  problem: { title: string; advice: string } | null
}

/** A photograph that is on this device only. */
export type UnsentPhoto = { sent: PictureSent; problem: Unsent['problem'] }

export type AllUnsent = { messages: Unsent[]; photos: UnsentPhoto[] }

const NONE: AllUnsent = { messages: [], photos: [] }

async function read(): Promise<AllUnsent> {
  const rows = new Map((await outbox.waiting()).map((row) => [row.id, row]))
  const writings = await outbox.unsent()
  const found: AllUnsent = { messages: [], photos: [] }
  for (const writing of writings) {
    const row = rows.get(writing.id)
    if (row === undefined) continue
    const { createdAt: at, problem } = row
    if (writing.endpoint === 'sendMessage') found.messages.push({ sent: writing.body, at, problem })
    if (writing.endpoint === 'sendPicture') found.photos.push({ sent: writing.body, problem })
  }
  return found
}

/** What this device keeps of messages that the server does not have yet, followed live; `onSent` when there is less of it. */
export function useUnsentMessages(onSent: () => void): AllUnsent {
  const [unsent, setUnsent] = useState(NONE)
  useEffect(() => {
    let over = false
    let before = 0
    const look = async () => {
      const now = await read().catch(() => NONE)
      if (over) return
      setUnsent(now)
      const left = now.messages.length + now.photos.length
      if (left < before) onSent()
      before = left
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
