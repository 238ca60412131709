import { useSyncExternalStore } from 'react'

/**
 * How loud the voice and the sounds are, 0..1 each, one switch for both, and by what the player is driven and what it shows: single keys,
 * raised hands, spoken words, the lines over the camera picture. Nothing about health: kept in local storage.
 */
export type SoundSettings = {
  voice: number
  sounds: number
  muted: boolean
  keys: boolean
  hands: boolean
  listen: boolean
  lines: boolean
}

const KEY = 'dorsal-sound'
const DEFAULT: SoundSettings = {
  voice: 1,
  sounds: 0.6,
  muted: false,
  keys: true,
  hands: true,
  listen: false,
  lines: false,
}
const listeners = new Set<() => void>()
let current: SoundSettings | null = null

const share = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise

/** Reads settings as they were stored; anything broken falls back to the default. */
export function readSettings(text: string | null): SoundSettings {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    if (typeof stored !== 'object' || stored === null) return DEFAULT
    const { voice, sounds, muted, keys, hands, listen, lines } = stored as Partial<
      Record<keyof SoundSettings, unknown>
    >
    return {
      voice: share(voice, DEFAULT.voice),
      sounds: share(sounds, DEFAULT.sounds),
      muted: muted === true,
      keys: keys !== false,
      hands: hands !== false,
      listen: listen === true,
      lines: lines === true,
    }
  } catch {
    return DEFAULT
  }
}

function settings(): SoundSettings {
  try {
    current ??= readSettings(localStorage.getItem(KEY))
  } catch {
    current ??= DEFAULT
  }
  return current
}

export function changeSound(change: Partial<SoundSettings>): void {
  current = { ...settings(), ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // Private windows may refuse: the choice holds for this page.
  }
  for (const listener of listeners) listener()
}

export function useSoundSettings(): SoundSettings {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, settings)
}
