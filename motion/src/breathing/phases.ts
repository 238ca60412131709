import { median } from '../geometry.ts'
import { SLOT_RATE } from './slots.ts'

/** Seconds of breathing in and of breathing out, medians over the window; null where fewer than three whole breaths are told apart. */
export type Phases = { inhaleSeconds: number | null; exhaleSeconds: number | null }

/** Slots on either side over which the wave is smoothed, as a share of a breath. */
const SMOOTH = 0.08
const LEAST_BREATHS = 3

/**
 * Inhale and exhale of a wave of known rate, by the lowest and highest point of each breath. Indicative only: pauses at either end
 * are shared out by where the wave turns, and a quarter of a second is the finest step.
 */
export function phasesOf(values: Float64Array, frequency: number): Phases {
  const period = SLOT_RATE / frequency
  const wave = smoothed(values, Math.max(1, Math.round(period * SMOOTH)))
  const turns = turnsOf(wave, Math.max(1, Math.round(period * 0.3)))
  const [ins, outs]: [number[], number[]] = [[], []]
  for (let i = 1; i < turns.length; i++) {
    const [from, to] = [turns[i - 1], turns[i]]
    if (from === undefined || to === undefined || from.top === to.top) continue
    const seconds = (to.at - from.at) / SLOT_RATE
    if (seconds > 1.2 / frequency) continue
    if (to.top) ins.push(seconds)
    else outs.push(seconds)
  }
  if (Math.min(ins.length, outs.length) < LEAST_BREATHS) return { inhaleSeconds: null, exhaleSeconds: null }
  return { inhaleSeconds: median(ins), exhaleSeconds: median(outs) }
}

function smoothed(values: Float64Array, reach: number): Float64Array {
  return values.map((_, i) => {
    let sum = 0
    let n = 0
    for (let j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
      sum += values[j] ?? 0
      n += 1
    }
    return sum / n
  })
}

/** Highest and lowest points within `reach` on either side. */
function turnsOf(wave: Float64Array, reach: number): { at: number; top: boolean }[] {
  const turns: { at: number; top: boolean }[] = []
  for (let i = reach; i < wave.length - reach; i++) {
    const around = wave.subarray(i - reach, i + reach + 1)
    const here = wave[i] ?? 0
    if (around.every((value) => value <= here)) turns.push({ at: i, top: true })
    else if (around.every((value) => value >= here)) turns.push({ at: i, top: false })
  }
  return turns
}
