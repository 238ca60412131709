/** Three coordinates; NaN where unknown. */
export type Vector = readonly [number, number, number]

export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const times = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k]
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const size = (a: Vector): number => Math.sqrt(dot(a, a))
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

/** Mean of vectors; null of none. */
export function middle(all: readonly Vector[]): Vector | null {
  if (all.length === 0) return null
  return times(
    all.reduce<Vector>((sum, one) => plus(sum, one), [0, 0, 0]),
    1 / all.length,
  )
}

/** The direction of a vector; null for one without length. */
export function unit(a: Vector): Vector | null {
  const long = size(a)
  return long > 1e-9 && Number.isFinite(long) ? times(a, 1 / long) : null
}

/** What is left of `a` at right angles to the unit vector `along`. */
export const across = (a: Vector, along: Vector): Vector => minus(a, times(along, dot(a, along)))
