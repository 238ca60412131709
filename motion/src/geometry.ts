/** Degrees in a radian. */
export const DEG = 180 / Math.PI

/** `value` kept within `min`..`max`. */
export const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value))

/**
 * Angle at `b` between the rays to `a` and to `c`, in the picture plane, degrees 0..180.
 * NaN when a bone has no length or a coordinate is missing: the caller abstains.
 */
export function angleAt(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const ux = ax - bx
  const uy = ay - by
  const vx = cx - bx
  const vy = cy - by
  const lengths = Math.hypot(ux, uy) * Math.hypot(vx, vy)
  if (!(lengths > 1e-12)) return Number.NaN
  return Math.acos(clamp((ux * vx + uy * vy) / lengths, -1, 1)) * DEG
}

/**
 * How far the ray from (`bx`,`by`) to (`ax`,`ay`) leans from straight up, degrees, positive towards the right of the
 * picture (y runs down). NaN for a ray without length.
 */
export function leanFromVertical(ax: number, ay: number, bx: number, by: number): number {
  const x = ax - bx
  const y = by - ay
  return Math.hypot(x, y) > 1e-9 ? Math.atan2(x, y) * DEG : Number.NaN
}

/** Median of a list; NaN for an empty one. The list is not changed. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Mean of a list; NaN for an empty one. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
