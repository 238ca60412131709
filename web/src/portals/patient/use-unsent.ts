import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { refreshMe } from '../../lib/me.ts'
import { onOutboxChange, startSending, waitingReports } from '../../lib/outbox-device.ts'

export type Unsent = { queued: number; refused: { id: string; title: string; advice: string }[] }

const NOTHING: Unsent = { queued: 0, refused: [] }

async function read(): Promise<Unsent> {
  const rows = await waitingReports().catch(() => [])
  return {
    queued: rows.filter((row) => row.state === 'queued').length,
    refused: rows.flatMap((row) =>
      row.state === 'refused' && row.problem ? [{ id: row.id, ...row.problem }] : [],
    ),
  }
}

/** Session reports that the server does not have yet, followed live; once one arrived there, the record is asked for again. */
export function useUnsent(): Unsent {
  const client = useQueryClient()
  const [unsent, setUnsent] = useState(NOTHING)
  useEffect(() => {
    let over = false
    let before = 0
    const look = async () => {
      const now = await read()
      if (over) return
      setUnsent(now)
      if (now.queued < before) void refreshMe(client).catch(() => undefined)
      before = now.queued
    }
    const stop = onOutboxChange(() => void look())
    const stopSending = startSending()
    void look()
    return () => {
      over = true
      stop()
      stopSending()
    }
  }, [client])
  return unsent
}
