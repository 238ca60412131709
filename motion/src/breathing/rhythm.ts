import { clamp, median } from '../geometry.ts'
import { SLOT_RATE } from './slots.ts'

/** Band in which a breath is looked for, Hz: 3.6 to 42 a minute (the usual 0.08 to 0.7, opened downwards for slow paced breathing). */
const LOWEST = 0.06
const HIGHEST = 0.7
/** Step of the frequencies that are looked at, and how far around the band the floor is taken. */
const STEP = 0.005
const FROM = 0.03
const TO = 0.78
/** Step for half a window, which tells frequencies half as finely. */
const COARSE = 0.01
/** Breaths that a window must hold before a rate can be read off it. */
const LEAST_BREATHS = 3.8
/** How far the rate of either half of the window may lie from that of the whole, Hz, beside its own resolution. */
const HALVES = 0.02
/** Decades of improbability that make full quality: at the gate of 0.6 chance shows a peak like it once in about 10^4 looks. */
const DECADES = 7
/** Breaths from which on that suffices: slow wandering makes four even waves now and then, but hardly ever a dozen. */
const MANY_BREATHS = 13

/** Steepest rise of the noise towards slow changes: a random walk has 2. */
const STEEPEST = 2.5

/** The regular part of a quantity: `frequency` in Hz, `quality` 0..1 (how improbable such a peak is among chance). */
export type Rhythm = { frequency: number; quality: number }

/**
 * The rhythm of evenly sampled values (`SLOT_RATE` a second), or null where there is no single peak inside the band. The peak of the
 * spectrum (quadratic trend removed, Hann window) is refined between bins by a parabola; its quality is the chance that noise of
 * the level around it, on either side, would show a peak as high in any bin of the band. A rhythm must be the same in both halves.
 */
export function rhythmOf(values: Float64Array): Rhythm | null {
  const whole = spectrum(values)
  const peak = peakOf(whole)
  const seconds = values.length / SLOT_RATE
  if (peak === null || peak * seconds < LEAST_BREATHS) return null
  const floor = floorAround(whole, peak, seconds)
  const height = whole[Math.round((peak - FROM) / STEP)] ?? 0
  const bins = (HIGHEST - LOWEST) * seconds
  const improbable = height / floor / Math.LN10 - Math.log10(Math.max(1, bins))
  const asked = DECADES * Math.max(1, MANY_BREATHS / (peak * seconds))
  const quality = clamp(improbable / asked, 0, 1)
  return { frequency: peak, quality: quality * agreement(values, peak, seconds) }
}

/** How far the values swing from trough to crest at one frequency (Hz), in their own unit; the trend does not count. */
export function swingAt(values: Float64Array, frequency: number): number {
  const flat = detrended(values)
  let [real, imaginary] = [0, 0]
  flat.forEach((value, i) => {
    const angle = (2 * Math.PI * frequency * i) / SLOT_RATE
    real += value * Math.cos(angle)
    imaginary += value * Math.sin(angle)
  })
  // A Hann window keeps half of the swing; amplitude is 2/n of the sum, from trough to crest twice that.
  return (8 * Math.hypot(real, imaginary)) / values.length
}

/** 1 when both halves keep the rhythm of the whole, less as they leave it. */
function agreement(values: Float64Array, peak: number, seconds: number): number {
  const half = values.length >> 1
  const allowed = HALVES + 0.5 / seconds
  let worst = 0
  for (const part of [values.subarray(0, half), values.subarray(half)]) {
    const own = peakOf(spectrum(part, COARSE), COARSE)
    worst = Math.max(worst, own === null ? 1 : Math.abs(own - peak) / allowed)
  }
  return clamp(2 - worst, 0, 1)
}

/** Power at each of the looked-at frequencies, by Goertzel's recurrence. */
function spectrum(values: Float64Array, step: number = STEP): Float64Array {
  const flat = detrended(values)
  const power = new Float64Array(Math.ceil((TO - FROM) / step))
  for (let k = 0; k < power.length; k++) {
    const turn = 2 * Math.cos((2 * Math.PI * (FROM + k * step)) / SLOT_RATE)
    let one = 0
    let two = 0
    for (let i = 0; i < flat.length; i++) {
      const next = (flat[i] ?? 0) + turn * one - two
      two = one
      one = next
    }
    power[k] = one * one + two * two - turn * one * two
  }
  return power
}

/** The values without their quadratic trend, faded in and out by a Hann window. */
function detrended(values: Float64Array): Float64Array {
  const n = values.length
  let [mean, slope, slopes, curve, curves] = [0, 0, 0, 0, 0]
  for (const value of values) mean += value / n
  // Legendre's polynomials are orthogonal over the window, so that each part of the trend comes out by itself.
  const at = (i: number): number => (2 * i + 1) / n - 1
  values.forEach((value, i) => {
    const x = at(i)
    const bow = 1.5 * x * x - 0.5
    slope += (value - mean) * x
    slopes += x * x
    curve += (value - mean) * bow
    curves += bow * bow
  })
  return values.map((value, i) => {
    const x = at(i)
    const trend = mean + (slope / slopes) * x + (curve / curves) * (1.5 * x * x - 0.5)
    return (value - trend) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / n))
  })
}

/** Frequency of the highest peak inside the band, between bins; null when the power only falls or rises through the band. */
function peakOf(power: Float64Array, step: number = STEP): number | null {
  let best = -1
  for (let k = Math.round((LOWEST - FROM) / step); k <= (HIGHEST - FROM) / step; k++)
    if ((power[k] ?? 0) > (power[best] ?? 0)) best = k
  const [before, here, after] = [power[best - 1] ?? 0, power[best] ?? 0, power[best + 1] ?? 0]
  if (best < 1 || !(here > before && here > after)) return null
  return FROM + step * (best + (before - after) / (2 * (before - 2 * here + after)))
}

/**
 * Mean power of the noise at a peak, the larger of two estimates: what lies around it on either side, and what the noise above it would be
 * there if it goes on rising towards slow changes as it does (posture wanders slowly: such noise makes peaks of its own at the slow
 * end). The peak and its overtone are left out.
 */
function floorAround(power: Float64Array, peak: number, seconds: number): number {
  const lobe = 2.2 / seconds
  const noise: { f: number; value: number }[] = []
  power.forEach((value, k) => {
    const f = FROM + k * STEP
    if (Math.abs(f - peak) >= lobe && Math.abs(f - 2 * peak) >= lobe) noise.push({ f, value })
  })
  const level = (part: typeof noise): number => median(part.map((one) => one.value)) || 0
  const below = noise.filter((one) => one.f < peak)
  const above = noise.filter((one) => one.f > peak)
  const cut = Math.sqrt((above[0]?.f ?? peak) * HIGHEST)
  const [slow, fast] = [above.filter((one) => one.f < cut), above.filter((one) => one.f >= cut)]
  const octaves = Math.log(HIGHEST / (above[0]?.f ?? peak)) / 2
  const slope =
    slow.length > 0 && octaves > 0.3 ? clamp(Math.log(level(slow) / level(fast)) / octaves, 0, STEEPEST) : 0
  const rising = median(above.map(({ f, value }) => value * (f / peak) ** slope)) || 0
  // The median of a chance spectrum is 0.69 of its mean.
  return Math.max(level(below), level(noise), rising, 1e-18) / Math.LN2
}
