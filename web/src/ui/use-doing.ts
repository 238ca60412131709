import { useState } from 'react'

/** Something that the person does and waits for: whether it runs, and why it failed. What they typed stays where it is. */
export function useDoing() {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setFailed(null)
    try {
      await work()
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, failed, run }
}
