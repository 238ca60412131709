import type { TimerControl } from './timer-machine.ts'

/** The keys of a timer; they are written on the screen and can be switched off there. */
export const TIMER_KEYS: Readonly<Record<string, TimerControl>> = {
  ' ': 'one',
  Enter: 'one',
  // A presenter's remote; its key for a black screen is the one big key.
  b: 'one',
  '.': 'one',
  MediaPlayPause: 'one',
  MediaPlay: 'one',
  MediaPause: 'one',
  MediaStop: 'stop',
  h: 'hurts',
  t: 'how-long',
  r: 'repeat',
  s: 'stop',
}

/** What the keys of a headset or of the lock screen do, where the system sends them to the page by itself. */
export const TIMER_MEDIA: Readonly<Partial<Record<MediaSessionAction, TimerControl>>> = {
  play: 'one',
  pause: 'one',
  stop: 'stop',
}
