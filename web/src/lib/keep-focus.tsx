import { type ReactNode, useLayoutEffect } from 'react'

/** What can be named again after it was drawn anew: a link by its address, a button by its words. */
const nameOf = (element: Element): string =>
  `${element.tagName} ${element.getAttribute('href') ?? element.textContent ?? ''}`

/**
 * Watches where the keyboard is in words that are about to be drawn anew, as those of the server are by the program.
 * The component that it returns stands round the new ones and puts the keyboard back, where they have the same link or button.
 */
export function keepFocus(root: HTMLElement): (props: { children: ReactNode }) => ReactNode {
  let was = root.contains(document.activeElement) ? document.activeElement : null
  const watch = ({ target }: FocusEvent) => {
    was = target instanceof Element ? target : null
  }
  root.addEventListener('focusin', watch)
  return function FocusKept({ children }) {
    useLayoutEffect(() => {
      root.removeEventListener('focusin', watch)
      if (was === null || was.isConnected) return
      const name = nameOf(was)
      was = null
      for (const element of root.querySelectorAll<HTMLElement>('a[href], button'))
        if (nameOf(element) === name) return element.focus({ preventScroll: true })
    }, [])
    return children
  }
}
