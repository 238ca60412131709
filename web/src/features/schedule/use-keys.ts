import { type RefObject, useEffect, useRef } from 'react'

type Heard = (event: KeyboardEvent) => void

/** Hears the keys while the focus is within something. */
export function useKeysWithin(within: RefObject<HTMLElement | null>, onKey: Heard): void {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.target instanceof Node && within.current?.contains(event.target)) latest.current(event)
    }
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [within])
}
