import { useEffect, useRef } from 'react'

/** Whether keys belong to what the person is typing in, not to the page. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** j and k move the focus along the links of a list's rows; Enter follows a link by itself. */
export function useRowKeys(count: number) {
  const elements = useRef<(HTMLTableRowElement | null)[]>([])
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return
      const at = elements.current.findIndex((row) => row?.contains(document.activeElement))
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
