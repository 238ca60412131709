import { LANDMARKS } from '../pose.ts'

/** For each landmark the index of the same one on the other side. */
const OTHER_SIDE = LANDMARKS.map((name) =>
  LANDMARKS.findIndex((other) => other === name.replace(/[LR]$/, (side) => (side === 'L' ? 'R' : 'L'))),
)

/**
 * A frame as a mirror shows it: left and right of the picture changed, and with them the sides of the body. `image`: 0..1 of
 * the picture; `world`: metres about the hips. Mirroring twice gives the frame back.
 */
export function mirror(points: ArrayLike<number | null>, of: 'image' | 'world'): number[] {
  return OTHER_SIDE.flatMap((other) => {
    const x = points[other * 4] ?? Number.NaN
    const rest = [1, 2, 3].map((k) => points[other * 4 + k] ?? Number.NaN)
    return [of === 'image' ? 1 - x : -x, ...rest]
  })
}
