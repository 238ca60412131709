import { type Body, can, middleX, px, py } from '../body/body.ts'
import type { SignalRow } from '../angles/angles.ts'
import type { Side } from '../pose.ts'
import type { TrackerState } from './state.ts'

/** A wrist this near to nose or ear, in trunk lengths (0.2 m), has its hand at mouth, face or hair. */
const AT_FACE = 0.4
/** The arm is bent: the wrist is nearer to the shoulder than this share of the way over the elbow. */
const BENT = 0.8
/** Who has gone this far in trunk lengths (0.6 m) to the side since resting is walking and not exercising in place. */
const WALKED = 1.2

/** The one own side whose hand is at the face; null when neither is, or both (hands behind the head are an exercise). */
export function handAtFace(body: Body): 'left' | 'right' | null {
  const left = atFace(body, 'L')
  const right = atFace(body, 'R')
  if (left === right) return null
  return left ? 'left' : 'right'
}

function atFace(body: Body, side: 'L' | 'R'): boolean {
  if (!can(body, `shoulder${side}`, `elbow${side}`, `wrist${side}`) || !(body.trunk > 0)) return false
  const [x, y] = [px(body, `wrist${side}`), py(body, `wrist${side}`)]
  const [ex, ey] = [px(body, `elbow${side}`), py(body, `elbow${side}`)]
  const [sx, sy] = [px(body, `shoulder${side}`), py(body, `shoulder${side}`)]
  const along = Math.hypot(x - ex, y - ey) + Math.hypot(ex - sx, ey - sy)
  if (Math.hypot(x - sx, y - sy) > BENT * along) return false
  const reach = AT_FACE * body.trunk
  return (['nose', 'earL', 'earR'] as const).some(
    (name) => can(body, name) && Math.hypot(x - px(body, name), y - py(body, name)) < reach,
  )
}

/**
 * Leaves out what people do between repetitions: an arm that goes to the mouth with a cup or to the head to scratch it is no exercise
 * of that arm (one that passes the face on its way overhead is), and whoever walks off does not exercise in place. `row`: the counted signal. Missing data: what is not seen excuses
 * nothing, the excursion stands.
 */
export function leaveOutGestures(state: TrackerState, body: Body, row: SignalRow): void {
  const { lanes } = state.work
  if (lanes === null) return
  if (state.walk.next(body)) lanes.interrupt()
  const x = middleX(body, 'hip')
  if (lanes.out === 0 || Number.isNaN(state.restedAt)) state.restedAt = x
  else if (Math.abs(x - state.restedAt) > WALKED * body.trunk) {
    lanes.interrupt()
    state.restedAt = x
  }
  if (!row.paired || !row.parts.includes('arms') || state.companions.handAtHead) return
  const side: Side | null = handAtFace(body)
  if (side !== null) lanes.doubt(side)
}
