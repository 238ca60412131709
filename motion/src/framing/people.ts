import { COUNT, INDEX } from '../skeleton/landmarks.ts'

/** A rectangle in the picture, 0..1 of its width and height. */
export type Box = { left: number; top: number; right: number; bottom: number }

/** Landmarks below the head that show where a body is; a face alone (a photograph, a screen) is no second person. */
const BODY_FROM = INDEX.shoulderL
const SEEN = 0.5
const ENOUGH = 6
/** Share of the own size from which somebody else may be mistaken for the person: less is the far background. */
const LIKE_SIZE = 0.5
/** Share of the smaller box that must be common before two bodies are in each other's way. */
const OVERLAP = 0.1
/** Two readings whose boxes have more than this in common are the same body, read twice. */
const SAME = 0.5

/**
 * The rectangle round the visible body of one person, from 33 x (x, y, z, visibility) of the picture; parts beyond the picture are
 * cut off. null where too little of a body is seen.
 */
export function boxOf(image: ArrayLike<number> | null): Box | null {
  if (image === null) return null
  const box = { left: 1, top: 1, right: 0, bottom: 0 }
  let seen = 0
  for (let i = BODY_FROM; i < COUNT; i++) {
    const x = image[i * 4] ?? Number.NaN
    const y = image[i * 4 + 1] ?? Number.NaN
    if (!((image[i * 4 + 3] ?? 0) >= SEEN && x > 0 && x < 1 && y > 0 && y < 1)) continue
    seen += 1
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return seen < ENOUGH ? null : box
}

const area = (box: Box): number => Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top)
const size = (box: Box): number => Math.max(box.right - box.left, box.bottom - box.top)

/** Common part of two boxes as a share of the smaller one, 0..1. */
function common(a: Box, b: Box): number {
  const both = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  }
  return both.right <= both.left || both.bottom <= both.top
    ? 0
    : area(both) / Math.max(1e-6, Math.min(area(a), area(b)))
}

/**
 * How many people a look at the whole picture found of whom the model might take one for the other: `own` is the person who is
 * followed, `others` are whoever else was found. Somebody much smaller, well away from the own body, is background and does not
 * count; the own body found again does not count. 0 where neither is seen.
 */
export function countPeople(
  own: ArrayLike<number> | null,
  others: readonly (ArrayLike<number> | null)[],
): number {
  const known: Box[] = []
  const me = boxOf(own)
  if (me !== null) known.push(me)
  for (const box of others.map(boxOf)) {
    if (box === null || known.some((one) => common(one, box) > SAME)) continue
    if (me === null || size(box) >= LIKE_SIZE * size(me) || common(me, box) > OVERLAP) known.push(box)
  }
  return known.length
}
