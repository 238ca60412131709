import { useEffect, useState } from 'react'
import { onOutboxChange, outbox, type OutboxRow } from '../../lib/outbox-device.ts'

/** One report of the outbox as it stands; undefined until it is known. */
export function useSent(id: string): OutboxRow | undefined {
  const [row, setRow] = useState<OutboxRow | undefined>(undefined)
  useEffect(() => {
    let over = false
    const read = async () => {
      const found = await outbox.row(id).catch(() => undefined)
      if (!over) setRow(found)
    }
    const look = () => void read()
    const stop = onOutboxChange(look)
    look()
    return () => {
      over = true
      stop()
    }
  }, [id])
  return row
}
