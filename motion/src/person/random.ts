/** Small deterministic random source, 0..1 (mulberry32): the same seed gives the same film. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Normal noise of `deviation` from a random source (Box and Muller). */
export const normal = (next: () => number, deviation: number) => (): number =>
  deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

/** Noise that drifts: normal of `deviation`, forgotten to a third within `seconds` (a first-order process). */
export function drifting(next: () => number, deviation: number, seconds: number): (dt: number) => number {
  const step = normal(next, deviation)
  let value = step()
  return (dt) => {
    const kept = Math.exp(-Math.max(0, dt) / Math.max(seconds, 1e-6))
    value = kept * value + Math.sqrt(1 - kept * kept) * step()
    return value
  }
}
