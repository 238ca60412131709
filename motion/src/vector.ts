import { clamp, DEG } from './geometry.ts'

/**
 * Points and directions in metres as values, for code that runs once a record or once a synthetic frame. What runs for every signal
 * of every camera frame works in place instead: `angles/space.ts`. NaN where a coordinate is unknown; it passes through.
 */
export type Vector = readonly [number, number, number]

/** Sum, metres. */
export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
/** The way from `b` to `a`, metres. */
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
/** `a` made `k` times as long; `k` below 0 turns it round. */
export const times = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k]
/** Inner product, square metres; of two directions of length 1 the cosine between them. */
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
/** Outer product by the right hand: at right angles to both, as long as the area between them. */
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
/** Length, metres. */
export const size = (a: Vector): number => Math.sqrt(dot(a, a))
/** Metres from one point to another. */
export const distance = (a: Vector, b: Vector): number => size(minus(a, b))
/** The point half-way between two. */
export const mid = (a: Vector, b: Vector): Vector => times(add(a, b), 0.5)

/** Mean of points; null of none. */
export const middle = (all: readonly Vector[]): Vector | null =>
  all.length === 0
    ? null
    : times(
        all.reduce<Vector>((sum, one) => add(sum, one), [0, 0, 0]),
        1 / all.length,
      )

/** The direction of `a` with length 1; null when it has no length, or an unknown one. */
export function unit(a: Vector): Vector | null {
  const length = size(a)
  return length > 1e-9 && Number.isFinite(length) ? times(a, 1 / length) : null
}

/** What is left of `a` at right angles to the direction `along` of length 1. */
export const across = (a: Vector, along: Vector): Vector => minus(a, times(along, dot(a, along)))

/** Angle between two directions in space, degrees 0..180; NaN when one has no length. */
export function between(a: Vector, b: Vector): number {
  const lengths = size(a) * size(b)
  return lengths > 1e-12 ? Math.acos(clamp(dot(a, b) / lengths, -1, 1)) * DEG : Number.NaN
}
