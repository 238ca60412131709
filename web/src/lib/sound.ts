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

export type Sounds = { play: (tones: readonly Tone[], volume: number) => void; close: () => void }

/** Tones made on the device; no file is loaded. Opened at the first sound, as browsers want a touch before. */
export function deviceSounds(): Sounds {
  let context: AudioContext | null = null
  return {
    play: (tones, volume) => {
      if (volume <= 0 || typeof AudioContext === 'undefined') return
      context ??= new AudioContext()
      if (context.state === 'suspended') void context.resume().catch(() => undefined)
      for (const each of tones) sound(context, each, volume)
    },
    close: () => {
      void context?.close().catch(() => undefined)
      context = null
    },
  }
}

function sound(context: AudioContext, { hz, at, seconds, level }: Tone, volume: number): void {
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
}
