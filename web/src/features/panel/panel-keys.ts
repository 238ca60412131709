import { useEffect, useRef } from 'react'
import { isTyping } from '../../lib/is-typing.ts'

export type PanelKey = 'j' | 'k' | 'a' | 'e' | 'r' | 'm' | 'u' | '/' | '?' | 'Escape'
const KEYS: ReadonlySet<string> = new Set<PanelKey>(['j', 'k', 'a', 'e', 'r', 'm', 'u', '/', '?', 'Escape'])

/** The keys of the panel, while nobody types and no other key is held. Enter is the link's own. */
export function usePanelKeys(onKey: (key: PanelKey) => void) {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    function heard(event: KeyboardEvent) {
      const { key } = event
      if (!KEYS.has(key) || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target) && key !== 'Escape') return
      if (key !== 'Escape') event.preventDefault()
      latest.current(key as PanelKey)
    }
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [])
}
