/** A point or direction in the room of the figure, metres: x to its own left, y up, z ahead. */
export type Vec = readonly [number, number, number]

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const minus = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const times = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k]
export const mix = (a: Vec, b: Vec, share: number): Vec => add(times(a, 1 - share), times(b, share))
export const distance = (a: Vec, b: Vec): number => Math.hypot(...minus(a, b))
export function unit(a: Vec): Vec | null {
  const length = Math.hypot(...a)
  return length > 1e-9 ? times(a, 1 / length) : null
}
/** Turned by `degrees` to the own left about the upright axis. */
export function yawed([x, y, z]: Vec, degrees: number): Vec {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [c * x + s * z, y, -s * x + c * z]
}
