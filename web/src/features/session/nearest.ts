/** Where something is on the screen, CSS pixels. */
export type Box = { left: number; top: number; right: number; bottom: number }
export type Way = 'up' | 'down' | 'left' | 'right'

/** Boxes may lie over one another by so much and still count as beside each other. */
const OVERLAP = 4
/** How much more it counts to be off the line than to be far along it. */
const ASKEW = 3

/** How far it is from one box to another that lies this way, and how far off the line; null where it does not lie this way. */
function distanceTo(from: Box, to: Box, way: Way): number | null {
  const level = way === 'left' || way === 'right'
  const along = { up: from.top - to.bottom, down: to.top - from.bottom, left: from.left - to.right }
  const far = way === 'right' ? to.left - from.right : along[way]
  if (far < -OVERLAP) return null
  const off = level
    ? Math.max(0, to.top - from.bottom, from.top - to.bottom)
    : Math.max(0, to.left - from.right, from.left - to.right)
  // To the side only what stands in the same row.
  if (level && off > 0) return null
  return Math.max(0, far) + ASKEW * off
}

/**
 * Which of some boxes an arrow key leads to from another, or -1 where none lies that way: the nearest in that direction, what is in
 * line before what is off it, and of what is as near the first: below a broad question that is its main button.
 */
export function nearest(from: Box, boxes: readonly Box[], way: Way): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY]
  boxes.forEach((box, i) => {
    const far = distanceTo(from, box, way)
    if (far !== null && far < least) [best, least] = [i, far]
  })
  return best
}
