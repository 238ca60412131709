import { useEffect, useState } from 'react'
import { onOutboxChange, outbox, type StoredRow, waitingReports } from './outbox-device.ts'

/** What this device keeps: not sent yet, and removed because it could not be sent for too long. */
export type KeptHere = { waiting: StoredRow[]; expired: StoredRow[] }

const NOTHING: KeptHere = { waiting: [], expired: [] }

async function read(): Promise<KeptHere> {
  const [waiting, expired] = await Promise.all([
    waitingReports().catch(() => []),
    outbox.expired().catch(() => []),
  ])
  return { waiting, expired }
}

/** What waits on this device, followed live over all tabs. */
export function useKept(): KeptHere {
  const [kept, setKept] = useState(NOTHING)
  useEffect(() => {
    let over = false
    const look = async () => {
      const now = await read()
      if (!over) setKept(now)
    }
    const stop = onOutboxChange(() => void look())
    void look()
    return () => {
      over = true
      stop()
    }
  }, [])
  return kept
}
