import { type RefObject, useEffect, useRef } from 'react'
import type { SessionState } from './state.ts'

/**
 * The player begins at its top with each set and each pause, so that figure and count of what comes now are in sight where the screen is
 * too low for all of it. Not while steps are being read, and not away from what somebody has reached by keyboard.
 */
export function useTop({ phase, place }: SessionState): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const seen = useRef('')
  const doing = phase.name === 'ready' || phase.name === 'work'
  const at = [doing ? 'doing' : phase.name, place?.item, place?.set, place?.side].join(' ')
  useEffect(() => {
    if (seen.current === at) return
    seen.current = at
    if (box.current === null || document.activeElement?.matches(':focus-visible')) return
    box.current.scrollTop = 0
  }, [at])
  return box
}
