import { useEffect } from 'react'
import { keepAwake } from '../lib/wake-lock.ts'

/**
 * While a player runs it has the whole screen and the screen stays awake. What lies behind it (the page's head and foot)
 * cannot be reached until it is over, so that the focus is never on something hidden.
 */
export function useStage(whole: boolean): void {
  useEffect(() => {
    if (!whole) return
    const main = document.querySelector('main')
    const others = [...(main?.parentElement?.children ?? [])].filter((each) => each !== main)
    for (const other of others) other.toggleAttribute('inert', true)
    return () => {
      for (const other of others) other.toggleAttribute('inert', false)
    }
  }, [whole])
  useEffect(() => keepAwake(), [])
}
