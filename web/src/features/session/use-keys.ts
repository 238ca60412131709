import { useEffect } from 'react'
import { useSoundSettings } from '../../lib/sound-settings.ts'
import type { Control } from './controls.ts'
import { useSession } from './session-context.ts'

/** The keys of the player; they are written on the screen and can be switched off there. */
export const KEYS: Readonly<Record<string, Control>> = {
  ' ': 'pause',
  ArrowRight: 'next',
  ArrowLeft: 'back',
  h: 'hurts',
  e: 'easier',
  s: 'stop',
  r: 'repeat',
}

/** Whether a key belongs to what has the focus, and not to the player. */
function isTaken(event: KeyboardEvent): boolean {
  const { target, key } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('textarea, select, input, dialog, [role=slider]') !== null)
    return true
  return key === ' ' && target.closest('button, a, summary') !== null
}

/** Drives the player by the keyboard: off while typing, in dialogs, and when the person has switched it off. */
export function useKeys(): void {
  const { press } = useSession()
  const { keys } = useSoundSettings()
  useEffect(() => {
    if (!keys) return
    const onKey = (event: KeyboardEvent) => {
      const control = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (control === undefined || event.repeat || isTaken(event)) return
      event.preventDefault()
      press(control)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys, press])
}
