import { useEffect, useRef } from 'react'

/** Whether keys belong to what the person is typing in, not to the page. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** j and k move along the rows of a list, Enter follows the link of the row that has the focus. */
export function useRowKeys<Row>(rows: readonly Row[], open: (row: Row) => void) {
  const elements = useRef<(HTMLTableRowElement | null)[]>([])
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return
      const at = elements.current.findIndex((row) => row?.contains(document.activeElement))
      if (event.key === 'j' || event.key === 'k') {
        const to = at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + (event.key === 'j' ? 1 : -1)))
        elements.current[to]?.querySelector('a')?.focus()
      } else if (event.key === 'Enter' && document.activeElement?.tagName === 'TR' && at >= 0) {
        const row = rows[at]
        if (row) open(row)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [rows, open])
  return {
    row: (index: number) => ({
      ref: (element: HTMLTableRowElement | null) => {
        elements.current[index] = element
      },
    }),
  }
}
