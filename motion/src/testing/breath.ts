import type { Frame } from '../pose.ts'
import { COUNT } from '../skeleton/landmarks.ts'
import { photograph, type Sketch as Posture } from '../person/film.ts'
import { normal, random } from '../person/random.ts'

/**
 * Somebody who breathes in front of a camera. `rate`: breaths a minute; `rise`: millimetres that the shoulders rise (0 = does not
 * breathe); the model's trembling has a deviation of `noise` millimetres and is alike for `memory` seconds; `sway`: slow wandering of the
 * shoulders in millimetres, with a memory of two seconds; `dropped`: share of the frames that are lost; `posture`: what else is done.
 */
export type Breath = {
  rate: number
  rise: number
  noise: number
  memory?: number
  sway?: number
  fps?: number
  dropped?: number
  seconds?: number
  seed?: number
  posture?: (t: number) => Posture
}

/** Share of a breath that goes in: people at rest breathe out for half as long again. */
export const INHALE = 0.4

/** Height of the breath at a moment, 0..1. */
export function breathAt(t: number, rate: number, phase: number): number {
  const at = (t * rate) / 60 + phase
  const part = at - Math.floor(at)
  return part < INHALE
    ? (1 - Math.cos((Math.PI * part) / INHALE)) / 2
    : (1 + Math.cos((Math.PI * (part - INHALE)) / (1 - INHALE))) / 2
}

/** A process that forgets over `memory` seconds, of deviation 1. */
function wander(memory: number, draw: () => number): (dt: number) => number {
  let value = draw()
  return (dt) => {
    const keep = Math.exp(-dt / memory)
    value = keep * value + Math.sqrt(1 - keep * keep) * draw()
    return value
  }
}

/** The film of it, with frames that come unevenly and get lost; the same seed gives the same film. */
export function breathing(breath: Breath): Frame[] {
  const {
    rate,
    rise,
    noise,
    memory = 0.2,
    sway = 0,
    fps = 20,
    dropped = 0.1,
    seconds = 62,
    seed = 1,
  } = breath
  const next = random(seed)
  const draw = normal(next, 1)
  const phase = next()
  const tremble = Array.from({ length: COUNT * 2 }, () => wander(memory, draw))
  const swaying = wander(2, draw)
  const frames: Frame[] = []
  for (let i = 0; i < seconds * fps; i++) {
    const t = (i + 0.3 * (next() - 0.5)) / fps
    const wave = rise === 0 ? 0 : rise * breathAt(t, rate, phase)
    const shrug = (wave + sway * swaying(1 / fps)) / 1000
    const posture = breath.posture?.(t) ?? {}
    const offsets = tremble.map((one) => (noise * one(1 / fps)) / 1000)
    let k = 0
    const frame = photograph(
      t,
      { ...posture, shrug: (posture.shrug ?? 0) + shrug },
      { noise: () => offsets[k++] ?? 0 },
    )
    if (next() >= dropped) frames.push(frame)
  }
  return frames
}
