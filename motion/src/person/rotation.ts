import { DEG } from '../geometry.ts'
import type { Vector } from '../vector.ts'

/** A rotation, row by row: from the axes of a body segment to those around it. */
export type Rotation = readonly [number, number, number, number, number, number, number, number, number]

export const NO_TURN: Rotation = [1, 0, 0, 0, 1, 0, 0, 0, 1]

/** `v` turned by `r`. */
export const turned = (r: Rotation, v: Vector): Vector => [
  r[0] * v[0] + r[1] * v[1] + r[2] * v[2],
  r[3] * v[0] + r[4] * v[1] + r[5] * v[2],
  r[6] * v[0] + r[7] * v[1] + r[8] * v[2],
]

/** First `b`, then `a`. */
export const after = (a: Rotation, b: Rotation): Rotation => [
  a[0] * b[0] + a[1] * b[3] + a[2] * b[6],
  a[0] * b[1] + a[1] * b[4] + a[2] * b[7],
  a[0] * b[2] + a[1] * b[5] + a[2] * b[8],
  a[3] * b[0] + a[4] * b[3] + a[5] * b[6],
  a[3] * b[1] + a[4] * b[4] + a[5] * b[7],
  a[3] * b[2] + a[4] * b[5] + a[5] * b[8],
  a[6] * b[0] + a[7] * b[3] + a[8] * b[6],
  a[6] * b[1] + a[7] * b[4] + a[8] * b[7],
  a[6] * b[2] + a[7] * b[5] + a[8] * b[8],
]

/** Right-handed turn by `degrees` about a direction of length 1 (Rodrigues). */
export function about([x, y, z]: Vector, degrees: number): Rotation {
  const c = Math.cos(degrees / DEG)
  const s = Math.sin(degrees / DEG)
  const k = 1 - c
  return [
    c + x * x * k,
    x * y * k - z * s,
    x * z * k + y * s,
    y * x * k + z * s,
    c + y * y * k,
    y * z * k - x * s,
    z * x * k - y * s,
    z * y * k + x * s,
    c + z * z * k,
  ]
}

const X: Vector = [1, 0, 0]
const Y: Vector = [0, 1, 0]
const Z: Vector = [0, 0, 1]

/** Turn about the axis to the own left, degrees by the right hand: + leans forward. */
export const aboutX = (degrees: number): Rotation => (degrees === 0 ? NO_TURN : about(X, degrees))
/** Turn about the upright axis, degrees: + to the own left. */
export const aboutY = (degrees: number): Rotation => (degrees === 0 ? NO_TURN : about(Y, degrees))
/** Turn about the axis ahead, degrees by the right hand: + leans to the own right. */
export const aboutZ = (degrees: number): Rotation => (degrees === 0 ? NO_TURN : about(Z, degrees))
