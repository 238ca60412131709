/** One tone: Hz, when it starts and how long it sounds in seconds, how loud 0..1. */
export type Tone = { hz: number; at: number; seconds: number; level: number }

const tone = (hz: number, at = 0, seconds = 0.16, level = 0.6): Tone => ({ hz, at, seconds, level })

/** The sounds of the session: soft, and each with a shape of its own, so that they are told apart without looking. */
export const TONES = {
  count: [tone(660)],
  start: [tone(523), tone(784, 0.14, 0.24)],
  turn: [tone(494, 0, 0.1, 0.35)],
  hold: [tone(392, 0, 0.35)],
  release: [tone(392), tone(330, 0.16, 0.24)],
  done: [tone(523), tone(659, 0.14), tone(784, 0.28, 0.4)],
  rest: [tone(440), tone(349, 0.18, 0.3)],
  attention: [tone(587, 0, 0.2, 0.8), tone(587, 0.28, 0.2, 0.8)],
} as const satisfies Record<string, readonly Tone[]>

/** Tones that are to sound in so many milliseconds. */
export type Planned = { inMs: number; tones: readonly Tone[] }

export type Sounds = {
  play: (tones: readonly Tone[], volume: number) => void
  /**
   * Hands what is to come over to the clock of the sound, which runs on while a hidden page is woken seldom; in place of what was planned
   * before. False where this device has not sounded yet, or nothing is to come.
   */
  plan: (coming: readonly Planned[], volume: number) => boolean
  /** Drops what has not sounded yet. True where the clock of the sound went on all the time since it was planned. */
  unplan: () => boolean
  close: () => void
}

/** The sound whose clock is followed now. */
let followed: AudioContext | null = null

/** Seconds on the clock of what was planned ahead; null where nothing is, and where the device holds its sound back. */
export const soundClock = (): number | null =>
  followed !== null && followed.state === 'running' ? followed.currentTime : null

/** Tones made on the device; no file is loaded. Opened at the first sound, as browsers want a touch before. */
export function deviceSounds(): Sounds {
  let context: AudioContext | null = null
  let waiting: OscillatorNode[] = []
  let begun: { sound: number; page: number } | null = null
  const drop = () => {
    for (const each of waiting) each.disconnect()
    waiting = []
    followed = null
  }
  return {
    play: (tones, volume) => {
      if (volume <= 0 || typeof AudioContext === 'undefined') return
      context ??= new AudioContext()
      if (context.state === 'suspended') void context.resume().catch(() => undefined)
      for (const each of tones) sound(context, each, volume)
    },
    plan: (coming, volume) => {
      drop()
      if (context === null || context.state !== 'running' || volume <= 0 || coming.length === 0) return false
      begun ??= { sound: context.currentTime, page: performance.now() }
      followed = context
      for (const { inMs, tones } of coming)
        for (const each of tones) waiting.push(sound(context, { ...each, at: each.at + inMs / 1000 }, volume))
      return true
    },
    unplan: () => {
      drop()
      const [since, now] = [begun, context]
      begun = null
      if (since === null || now === null) return false
      return now.currentTime - since.sound >= ((performance.now() - since.page) / 1000) * KEPT_UP
    },
    close: () => {
      drop()
      void context?.close().catch(() => undefined)
      context = null
    },
  }
}

/** A clock that has gone on for at least this share of the time was not held back. */
export const KEPT_UP = 0.9

function sound(context: AudioContext, { hz, at, seconds, level }: Tone, volume: number): OscillatorNode {
  const start = context.currentTime + at
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: hz })
  const gain = new GainNode(context, { gain: 0 })
  // Rises and falls softly: a hard edge clicks.
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(level * volume * 0.5, start + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + seconds)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds + 0.02)
  return oscillator
}
