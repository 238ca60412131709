import { useEffect } from 'react'
import { nearest, type Way } from './nearest.ts'

/** A screen that is seen from the sofa and driven by the cross of a remote control: the same as the large words of the style sheets. */
const FROM_AFAR = '(min-width: 100rem) and (min-height: 56rem)'
const WAYS: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const REACHED = 'a[href], button, input, select, textarea, summary'
/** What is further than this share of the screen is not jumped to before it can be seen. */
const JUMP = 0.7

const radios = (name: string): HTMLInputElement[] =>
  [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter((each) => each.name === name)

/** What the cross can reach now: of several radio buttons the chosen one, or the first. */
function reachable(): HTMLElement[] {
  const scope = document.querySelector('dialog[open]') ?? document.body
  return [...scope.querySelectorAll<HTMLElement>(REACHED)].filter((each) => {
    if (each.closest('[inert]') !== null || each.matches(':disabled') || !each.checkVisibility()) return false
    if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true
    const group = radios(each.name)
    return each === (group.find(({ checked }) => checked) ?? group[0])
  })
}

/** A small control is as large as its label, which is what is seen of it. */
function boxOf(element: Element): DOMRect {
  const group =
    element instanceof HTMLInputElement && element.type === 'radio' ? element.closest('fieldset') : null
  return (group ?? element.closest('label') ?? element).getBoundingClientRect()
}

/** Whether the browser itself has something to do with this arrow: move the caret, the slider, or within a row or column of choices. */
function isOwn(element: Element | null, way: Way): boolean {
  const level = way === 'left' || way === 'right'
  if (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && element.type === 'text')
  ) {
    const { selectionStart, selectionEnd, value } = element
    return level || (way === 'up' ? selectionStart !== 0 : selectionEnd !== value.length)
  }
  if (element instanceof HTMLSelectElement) return true
  if (!(element instanceof HTMLInputElement)) return false
  if (element.type === 'range') return level
  if (element.type !== 'radio') return false
  const label = (each: Element): DOMRect => (each.closest('label') ?? each).getBoundingClientRect()
  const others = radios(element.name).filter((each) => each !== element)
  return nearest(label(element), others.map(label), way) >= 0 || (level && others.length > 0)
}

/** Moves the focus to what is next in this direction; says whether it did something. */
function move(way: Way): boolean {
  const focused = document.activeElement
  const all = reachable()
  const here = focused instanceof HTMLElement && focused.matches(REACHED) ? focused : null
  if (here === null) {
    if (way === 'left' || way === 'right') return false
    const main = document.querySelector('dialog[open]') ?? document.querySelector('main')
    const first = all.find((each) => main?.contains(each)) ?? all[0]
    first?.focus()
    return first !== undefined
  }
  const rest = all.filter((each) => each !== here && !sameGroup(each, here))
  const next = rest[nearest(boxOf(here), rest.map(boxOf), way)]
  const { top, bottom } = next?.getBoundingClientRect() ?? { top: Infinity, bottom: Infinity }
  const gap = way === 'down' ? top - innerHeight : way === 'up' ? -bottom : 0
  if (next === undefined || gap > JUMP * innerHeight) {
    // Words in between are read before what comes after them.
    if (way === 'down' || way === 'up') scrollBy({ top: (way === 'down' ? 1 : -1) * 0.5 * innerHeight })
    // Nor does an arrow that leads nowhere from a control begin a set.
    return true
  }
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
  return true
}

const sameGroup = (a: Element, b: Element): boolean =>
  a instanceof HTMLInputElement && b instanceof HTMLInputElement && a.type === 'radio' && a.name === b.name

/**
 * On a television the arrows of the remote control go from one control to the next, and its middle key chooses. In the player they do so
 * once a control has been reached by up or down; until then left and right are back and next, as everywhere.
 */
export function useArrows(): void {
  useEffect(() => {
    const afar = matchMedia(FROM_AFAR)
    const onKey = (event: KeyboardEvent) => {
      if (!afar.matches || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const { activeElement } = document
      const tick = activeElement instanceof HTMLInputElement && /radio|checkbox/.test(activeElement.type)
      if (event.key === 'Enter' && tick) {
        event.preventDefault()
        activeElement.click()
        return
      }
      const way = WAYS[event.key]
      if (way !== undefined && !isOwn(activeElement, way) && move(way)) event.preventDefault()
    }
    // Before the keys of the player, which leave alone what has been dealt with.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
