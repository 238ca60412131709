import { type PanelRow, type WaitingProposal } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'

/** For so long an acceptance can be taken back before it is sent. */
const HELD_MS = 8_000

export type Held = {
  label: string
  proposal: WaitingProposal
  state: 'held' | 'sent' | 'failed'
  error: unknown
}

/**
 * Accepts one proposal after a moment in which it can be taken back; it counts as accepted when the server has said so. The next one, and
 * leaving the page, send it at once.
 */
export function useAccept() {
  const client = useQueryClient()
  const [held, setHeld] = useState<Held | null>(null)
  const due = useRef<{ timer: ReturnType<typeof setTimeout>; send: () => void } | null>(null)
  const flush = () => {
    const waiting = due.current
    if (waiting === null) return
    due.current = null
    clearTimeout(waiting.timer)
    waiting.send()
  }
  const flushing = useRef(flush)
  useEffect(() => {
    flushing.current = flush
  })
  useEffect(() => {
    const leave = () => flushing.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  const accept = ({ label }: PanelRow, proposal: WaitingProposal) => {
    flush()
    const send = () => {
      const { id, lock } = proposal
      void call('acceptLowRisk', { params: { id }, body: { lock } })
        .then(
          () => setHeld({ label, proposal, state: 'sent', error: null }),
          (error: unknown) => setHeld({ label, proposal, state: 'failed', error }),
        )
        .finally(() => void client.invalidateQueries({ queryKey: ['panel'] }))
    }
    due.current = { timer: setTimeout(() => flushing.current(), HELD_MS), send }
    setHeld({ label, proposal, state: 'held', error: null })
  }
  const undo = () => {
    if (due.current === null) return
    clearTimeout(due.current.timer)
    due.current = null
    setHeld(null)
  }
  return { held, accept, undo, dismiss: () => setHeld(null) }
}
