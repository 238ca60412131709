import { useEffect, useEffectEvent } from 'react'
import { readsFromRight } from '../../lib/direction.ts'
import { useSoundSettings } from '../../lib/sound-settings.ts'
import type { Control } from './controls.ts'
import { useSession } from './session-context.ts'

/** The keys of the player; they are written on the screen and can be switched off there. */
export const KEYS: Readonly<Record<string, Control>> = {
  ' ': 'one',
  Enter: 'one',
  ArrowRight: 'next',
  ArrowLeft: 'back',
  // A presenter's remote; its key for a black screen is the one big key.
  PageDown: 'next',
  PageUp: 'back',
  b: 'one',
  '.': 'one',
  // Media keys of keyboards, headsets and televisions.
  MediaPlayPause: 'one',
  MediaPlay: 'one',
  MediaPause: 'one',
  MediaTrackNext: 'next',
  MediaTrackPrevious: 'back',
  MediaStop: 'stop',
  h: 'hurts',
  e: 'easier',
  m: 'harder',
  k: 'skip',
  t: 'how-long',
  s: 'stop',
  r: 'repeat',
}

/** What the keys of a headset or of the lock screen do, where the system sends them to the page by itself. */
const MEDIA: Readonly<Partial<Record<MediaSessionAction, Control>>> = {
  play: 'one',
  pause: 'one',
  nexttrack: 'next',
  previoustrack: 'back',
  stop: 'stop',
}

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

/** Drives the player by the keyboard: off while typing, in dialogs, and when the person has switched it off. */
export function useKeys(): void {
  const { press } = useSession()
  const { keys } = useSoundSettings()
  useEffect(() => {
    if (!keys) return
    const onKey = (event: KeyboardEvent) => {
      const key = readsFromRight() ? (TURNED[event.key] ?? event.key) : event.key
      const control = KEYS[key.length === 1 ? key.toLowerCase() : key]
      if (control === undefined || event.repeat || isTaken(event)) return
      event.preventDefault()
      press(control)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys, press])
  const onMedia = useEffectEvent((control: Control) => press(control))
  // No sound is played to get hold of these keys: that would stop the person's own music.
  useEffect(() => {
    if (!keys || !('mediaSession' in navigator)) return
    const actions = Object.entries(MEDIA) as [MediaSessionAction, Control][]
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
  }, [keys])
}
