import { useEffect, useRef } from 'react'
import { isTyping } from '../../lib/is-typing.ts'

/** j and k move the focus along the links of a list's rows; Enter follows a link by itself, m goes to that person's messages. */
export function useRowKeys(count: number, onMessage: (index: number) => void) {
  const message = useRef(onMessage)
  useEffect(() => {
    message.current = onMessage
  })
  const elements = useRef<(HTMLTableRowElement | null)[]>([])
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return
      const at = elements.current.findIndex((row) => row?.contains(document.activeElement))
      if (event.key === 'm' && at >= 0) {
        event.preventDefault()
        message.current(at)
      }
      if (event.key !== 'j' && event.key !== 'k') return
      const to = at < 0 ? 0 : Math.max(0, Math.min(count - 1, at + (event.key === 'j' ? 1 : -1)))
      elements.current[to]?.querySelector('a')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [count])
  return {
    row: (index: number) => ({
      ref: (element: HTMLTableRowElement | null) => {
        elements.current[index] = element
      },
    }),
  }
}
