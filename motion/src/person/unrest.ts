import type { Posture } from './figure.ts'
import { drifting, random } from './random.ts'

/**
 * What a living body does besides: breathing lifts and widens the chest (a few millimetres at rest), standing sways (half a
 * degree), hands tremble (8-12 a second, a fraction of a degree).
 */
export type Unrest = { breaths: number; depth: number; sway: number; tremor: number }

/** Somebody at rest: 14 breaths a minute. `depth` 1 is quiet breathing; sway and tremor in degrees. */
export const ALIVE: Unrest = { breaths: 14, depth: 1, sway: 0.5, tremor: 0.15 }

/** How full the lungs are at `t` seconds, 0..1: in for two fifths of the breath, out for three. */
export function breathAt(t: number, breaths: number): number {
  const phase = ((t * breaths) / 60) % 1
  return phase < 0.4
    ? (1 - Math.cos((Math.PI * phase) / 0.4)) / 2
    : (1 + Math.cos((Math.PI * (phase - 0.4)) / 0.6)) / 2
}

/** What is added to the posture from frame to frame. Ask with increasing time. */
export function unrestOf(unrest: Unrest, seed: number): (t: number) => Posture {
  const next = random(seed ^ 0x5ca1ab1e)
  const slow = Array.from({ length: 4 }, () => drifting(next, unrest.sway, 1.2))
  const phase = next() * 10
  let last = Number.NaN
  return (t) => {
    const dt = Number.isNaN(last) ? 0 : t - last
    last = t
    const air = unrest.depth * breathAt(t + phase, unrest.breaths)
    const shake = unrest.tremor * Math.sin(2 * Math.PI * 9 * t + phase)
    const sway = (k: number): number => slow[k]?.(dt) ?? 0
    const arm = { shrug: 0.5 * air, flexion: shake, elbow: Math.abs(shake) }
    return {
      trunk: { flexion: sway(0), bend: 0.6 * sway(1), turn: sway(2) },
      thorax: { flexion: -0.8 * air },
      head: { turn: 1.5 * sway(3), nod: sway(1) },
      armL: arm,
      armR: arm,
    }
  }
}
