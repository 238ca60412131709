import type { Control } from './controls.ts'
import { usePlayerKeys } from '../../ui/use-player-keys.ts'
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

/** Drives the player by the keyboard: off while typing, in dialogs, and when the person has switched it off. */
export function useKeys(): void {
  const { press } = useSession()
  usePlayerKeys(KEYS, MEDIA, press)
}
