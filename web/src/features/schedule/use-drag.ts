import type { DeskVisit } from '@dorsal/care'
import { type PointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import { PX } from './block-card.tsx'
import type { Block, Column } from './day-grid.ts'

export type Moving = { visit: DeskVisit; staffId: string; from: number; to: number }

type Given = {
  grid: RefObject<HTMLElement | null>
  columns: readonly Column[]
  step: number
  setMoving: (moving: Moving | null) => void
  onDrop: (visit: DeskVisit, staffId: string, minute: number) => void
}

/** Less than this is a click by a hand that shakes. */
const SLACK_PX = 5

/** Dragging a visit by mouse or pen. A finger scrolls; it moves a visit by the panel. */
export function useDrag(given: Given) {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const dragged = useRef(false)
  const grab = useCallback((block: Block, down: PointerEvent<HTMLButtonElement>) => {
    dragged.current = false
    if (block.what !== 'visit' || block.visit.state !== 'booked') return
    if (down.button !== 0 || down.pointerType === 'touch') return
    const { visit } = block
    const start = { x: down.clientX, y: down.clientY, scroll: window.scrollY }
    const boxes = [...(latest.current.grid.current?.querySelectorAll<HTMLElement>('[data-staff]') ?? [])]
      .map((element) => ({ staffId: element.dataset['staff'] ?? '', box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
    let at: Moving | null = null
    let frame = 0
    const move = (event: globalThis.PointerEvent) => {
      const y = event.clientY - start.y + window.scrollY - start.scroll
      if (at === null && Math.hypot(event.clientX - start.x, y) < SLACK_PX) return
      dragged.current = true
      const { step, setMoving } = latest.current
      const length = block.to - block.from
      const from = Math.min(24 * 60 - length, Math.max(0, Math.round((block.from + y / PX) / step) * step))
      const over = boxes.find(({ box }) => event.clientX >= box.left && event.clientX < box.right)
      const staffId = over?.staffId ?? at?.staffId ?? block.staffId
      if (at?.from === from && at.staffId === staffId) return
      at = { visit, staffId, from, to: from + length }
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setMoving(at))
    }
    const end = (event: Event) => {
      const escaped = event instanceof KeyboardEvent
      if (escaped && event.key !== 'Escape') return
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', end)
      latest.current.setMoving(null)
      // The click comes before this, if it comes at all: the next press of a key must open again.
      setTimeout(() => {
        dragged.current = false
      })
      const to = at
      at = null
      if (event.type !== 'pointerup' || to === null) return
      if (to.from !== block.from || to.staffId !== block.staffId)
        latest.current.onDrop(visit, to.staffId, to.from)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', end)
  }, [])
  /** The click that a drag ends with opens nothing. */
  const wasDragged = useCallback(() => {
    const was = dragged.current
    dragged.current = false
    return was
  }, [])
  return { grab, wasDragged }
}
