import { type RefObject, useEffect, useState } from 'react'

/** So few rows are all drawn: searching in the page and reading on are then the browser's. */
const ALL_BELOW = 150
/** Rows that are drawn beyond each edge of the window. */
const BEYOND = 15

export type Shown = { first: number; last: number; rowPx: number }

const firstRows = (total: number): Shown => ({ first: 0, last: Math.min(total, 60) - 1, rowPx: 72 })

/**
 * Which of many rows of equal height stand in or near the window, as it is scrolled and changes its size. `rowPx` is measured, so that it
 * follows the size of the letters.
 */
export function useWindow(total: number, body: RefObject<HTMLElement | null>): Shown & { many: boolean } {
  const many = total > ALL_BELOW
  const [shown, setShown] = useState(() => firstRows(total))
  useEffect(() => {
    if (!many) return undefined
    let asked = 0
    const look = () => {
      asked = 0
      const rows = body.current
      if (rows === null) return
      const rowPx = rows.querySelector<HTMLElement>('tr[data-index]')?.offsetHeight || 72
      const { top } = rows.getBoundingClientRect()
      const first = Math.max(0, Math.min(total - 1, Math.floor(-top / rowPx) - BEYOND))
      const last = Math.min(
        total - 1,
        Math.max(first, Math.ceil((window.innerHeight - top) / rowPx) + BEYOND),
      )
      setShown((was) =>
        was.first === first && was.last === last && was.rowPx === rowPx ? was : { first, last, rowPx },
      )
    }
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(look)
    }
    look()
    window.addEventListener('scroll', ask, { passive: true })
    window.addEventListener('resize', ask)
    return () => {
      cancelAnimationFrame(asked)
      window.removeEventListener('scroll', ask)
      window.removeEventListener('resize', ask)
    }
  }, [many, total, body])
  return many ? { ...shown, many } : { first: 0, last: total - 1, rowPx: shown.rowPx, many }
}
