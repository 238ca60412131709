import { useEffect, useEffectEvent } from 'react'
import { readsFromRight } from '../lib/direction.ts'
import { useSoundSettings } from '../lib/sound-settings.ts'

/** Where reading goes from right to left, on is to the left. */
const TURNED: Readonly<Record<string, string>> = { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' }

/** Whether a key belongs to what has the focus, and not to the player. */
function isTaken(event: KeyboardEvent): boolean {
  const { target, key } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('textarea, select, input, dialog, [role=slider]') !== null)
    return true
  return (key === ' ' || key === 'Enter') && target.closest('button, a, summary') !== null
}

/**
 * Drives a player by the keyboard, a remote and media keys: off while typing, in dialogs, and when the person has switched it off. `map` and
 * `media` say what each key does; letters in small.
 */
export function usePlayerKeys<Control extends string>(
  map: Readonly<Record<string, Control>>,
  media: Readonly<Partial<Record<MediaSessionAction, Control>>>,
  press: (control: Control) => void,
): void {
  const { keys } = useSoundSettings()
  useEffect(() => {
    if (!keys) return
    const onKey = (event: KeyboardEvent) => {
      const key = readsFromRight() ? (TURNED[event.key] ?? event.key) : event.key
      const control = map[key.length === 1 ? key.toLowerCase() : key]
      if (control === undefined || event.repeat || isTaken(event)) return
      event.preventDefault()
      press(control)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys, map, press])
  const onMedia = useEffectEvent((control: Control) => press(control))
  // No sound is played to get hold of these keys: that would stop the person's own music.
  useEffect(() => {
    if (!keys || !('mediaSession' in navigator)) return
    const actions = Object.entries(media) as [MediaSessionAction, Control][]
    const set = (action: MediaSessionAction, handler: (() => void) | null) => {
      try {
        navigator.mediaSession.setActionHandler(action, handler)
      } catch {
        // Not every browser knows every key.
      }
    }
    for (const [action, control] of actions) set(action, () => onMedia(control))
    return () => {
      for (const [action] of actions) set(action, null)
    }
  }, [keys, media])
}
