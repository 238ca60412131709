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
/** A finger that stays so long on a visit lifts it; one that goes on before scrolls. */
const LIFT_MS = 400
const FINGER_SLACK_PX = 10

/** Dragging a visit by mouse or pen, or by a finger that stayed on it for a moment: until then a finger scrolls. */
export function useDrag(given: Given) {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  const dragged = useRef(false)
  const grab = useCallback((block: Block, down: PointerEvent<HTMLButtonElement>) => {
    dragged.current = false
    if (block.what !== 'visit' || block.visit.state !== 'booked') return
    if (down.button !== 0) return
    const isFinger = down.pointerType === 'touch'
    const { visit } = block
    const start = { x: down.clientX, y: down.clientY, scroll: window.scrollY }
    const boxes = [...(latest.current.grid.current?.querySelectorAll<HTMLElement>('[data-staff]') ?? [])]
      .map((element) => ({ staffId: element.dataset['staff'] ?? '', box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
    let at: Moving | null = null
    let frame = 0
    let lifted = !isFinger
    const lift = setTimeout(() => {
      if (lifted) return
      lifted = true
      dragged.current = true
      at = { visit, staffId: block.staffId, from: block.from, to: block.to }
      latest.current.setMoving(at)
    }, LIFT_MS)
    // What a finger does once it has lifted a visit is no scrolling, and asks for no menu.
    const keepStill = (event: Event) => {
      if (lifted && event.cancelable) event.preventDefault()
    }
    const move = (event: globalThis.PointerEvent) => {
      const y = event.clientY - start.y + window.scrollY - start.scroll
      const way = Math.hypot(event.clientX - start.x, y)
      if (!lifted) {
        if (way > FINGER_SLACK_PX) clearTimeout(lift)
        return
      }
      if (at === null && way < SLACK_PX) return
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
      clearTimeout(lift)
      window.removeEventListener('touchmove', keepStill)
      window.removeEventListener('contextmenu', keepStill)
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
    if (isFinger) {
      window.addEventListener('touchmove', keepStill, { passive: false })
      window.addEventListener('contextmenu', keepStill)
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
