import type { Figure, PlacedProp, Skeleton } from '@dorsal/motion'
import { type HandRest, type Side, SIDES } from './bones.ts'
import { add, distance, minus, unit } from './vector.ts'

/** A wrist this near the floor, under an elbow this much higher, leans on it: metres. */
const ON_FLOOR = 0.085
const ELBOW_ABOVE = 0.1
/** A wrist this near a surface lies on it, metres. */
const NEAR = 0.075
/** A wrist this near the middle of the own head, with the forearm not leading away from it, holds it: metres. */
const ON_HEAD = 0.19
/** From the ears to the middle of the skull, metres. */
const SKULL = 0.02

/** How each hand rests: it holds what is held, lies flat on what it leans on, and is else at ease. */
export function handsOf(
  figure: Figure,
  body: Skeleton,
  room: readonly PlacedProp[],
  mirrored: boolean,
): Record<Side, HandRest> {
  const rest = (side: Side): HandRest => {
    const own: Side = mirrored ? (side === 'L' ? 'R' : 'L') : side
    const props = figure.props ?? []
    if (props.some((prop) => (prop.how === 'held' || prop.how === 'tied') && prop.hands.includes(own)))
      return { how: 'grip' }
    const wrist = body.joints[`wrist${side}`]
    const head = onHead(body, side)
    if (head !== null) return head
    const above = body.joints[`elbow${side}`][1] - wrist[1]
    if (wrist[1] < ON_FLOOR && above > ELBOW_ABOVE) return { how: 'flat', normal: [0, 1, 0] }
    for (const [i, prop] of props.entries()) {
      if ((prop.how !== 'under' && prop.how !== 'against') || !prop.points.includes(`wrist${own}`)) continue
      const placed = room[standingIndex(figure, i)]
      if (prop.how === 'under' && prop.over !== undefined) return { how: 'grip' }
      if (placed?.form === 'top' && Math.abs(wrist[1] - placed.at[1]) < NEAR)
        return { how: 'flat', normal: [0, 1, 0] }
      if (placed?.form === 'upright' && placed.kind === 'wall') {
        const { at, out } = placed
        const gap = (wrist[0] - at[0]) * out[0] + (wrist[2] - at[2]) * out[2]
        if (gap < NEAR) return { how: 'flat', normal: out }
      }
    }
    return { how: 'free' }
  }
  return Object.fromEntries(SIDES.map((side) => [side, rest(side)])) as Record<Side, HandRest>
}

/** A hand on the own head lies about it. */
function onHead({ joints }: Skeleton, side: Side): HandRest | null {
  const [wrist, elbow, head] = [joints[`wrist${side}`], joints[`elbow${side}`], joints.head]
  const out = minus(wrist, add(head, [0, SKULL, 0]))
  const along = minus(wrist, elbow)
  const away = out[0] * along[0] + out[1] * along[1] + out[2] * along[2]
  const far = distance(wrist, head)
  if (far > ON_HEAD || away > 0.6 * far * distance(wrist, elbow)) return null
  return { how: 'round', normal: unit(out) ?? [0, 1, 0] }
}

/** Where among the standing props that of a row is. */
const standingIndex = (figure: Figure, row: number): number =>
  (figure.props ?? []).slice(0, row).filter(({ how }) => how === 'under' || how === 'against').length
