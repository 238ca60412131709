import { useEffect, useEffectEvent } from 'react'
import { isTyping } from '../../lib/is-typing.ts'

/** j and k go on and back, s signs, r begins to return; not while somebody types or holds another key. */
export function useReviewKeys(acts: Readonly<Partial<Record<'j' | 'k' | 's' | 'r', () => void>>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return
    const act = acts[event.key as keyof typeof acts]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
