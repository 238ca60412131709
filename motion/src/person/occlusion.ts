import { LANDMARKS, type Landmark } from '../pose.ts'
import type { Joint } from './skeleton.ts'
import { add, cross, dot, minus, size, times, type Vector } from './vector.ts'

/** A thing in front of the body, in metres of the room: everything seen through this box is hidden (a table, a wardrobe). */
export type Box = { low: Vector; high: Vector }

/** The parts of the body that hide others: rounded bars between two joints, and how thick they are (metres of radius). */
const BARS: readonly (readonly [Joint, Joint, number])[] = [
  ['pelvis', 'collar', 0.115],
  ['hipL', 'shoulderL', 0.09],
  ['hipR', 'shoulderR', 0.09],
  ['head', 'head', 0.1],
  ['shoulderL', 'elbowL', 0.045],
  ['shoulderR', 'elbowR', 0.045],
  ['elbowL', 'wristL', 0.035],
  ['elbowR', 'wristR', 0.035],
  ['hipL', 'kneeL', 0.07],
  ['hipR', 'kneeR', 0.07],
  ['kneeL', 'ankleL', 0.05],
  ['kneeR', 'ankleR', 0.05],
]
/**
 * Metres by which something must be nearer to the camera to hide a landmark: less is the body around the joint itself. An arm
 * is thin, and the model sees past it: hands held forward together hide no elbow (rendered person), the near arm hides the far one.
 */
const BEFORE = 0.12
const ARM_BEFORE = 0.3

/** What the model says of hidden parts: it keeps its trust in trunk and head, and loses it in limbs. */
const HIDDEN: readonly (readonly [RegExp, number])[] = [
  [/^(?:shoulder|hip|ear|nose|eye|mouth)/, 0.96],
  [/^(?:elbow|wrist|index|pinky|thumb)/, 0.22],
  [/^(?:knee|ankle|heel|foot)/, 0.36],
]
/** Behind a thing the model sees nothing of any part. */
const BEHIND_BOX = 0.08

/** Usual visibility of a landmark that the body itself hides. Source: rendered person from the side through the full model. */
const HIDDEN_VISIBILITY = Object.fromEntries(
  LANDMARKS.map((name) => [name, HIDDEN.find(([which]) => which.test(name))?.[1] ?? 0.3]),
) as Record<Landmark, number>

/** Visibility of each landmark, and which are hidden by the body or a thing. `eye`: the camera, in the same axes as the joints. */
export function visibilityOf(
  joints: Readonly<Record<Joint, Vector>>,
  eye: Vector,
  girth = 1,
  boxes: readonly Box[] = [],
): { visibility: Float64Array; hidden: Uint8Array } {
  const visibility = new Float64Array(LANDMARKS.length)
  const hidden = new Uint8Array(LANDMARKS.length)
  LANDMARKS.forEach((name, i) => {
    const point = joints[name]
    const own = name.replace(/^(?:index|pinky|thumb)/, 'wrist')
    const behind = BARS.some(
      ([a, b, thick]) =>
        a !== own &&
        b !== own &&
        hides(
          [joints[a], joints[b]],
          a.startsWith('hip') || a === 'pelvis' ? thick * girth : thick,
          /^(?:elbow|wrist)/.test(b) ? ARM_BEFORE : BEFORE,
          eye,
          point,
        ),
    )
    const boxed = boxes.some((box) => through(box, eye, point))
    hidden[i] = behind || boxed ? 1 : 0
    visibility[i] = boxed ? BEHIND_BOX : behind ? HIDDEN_VISIBILITY[name] : 0.985
  })
  return { visibility, hidden }
}

/** True when the bar between two points crosses the line of sight from `eye` to `point`, by `before` metres or more in front of it. */
function hides(
  [a, b]: readonly [Vector, Vector],
  thick: number,
  before: number,
  eye: Vector,
  point: Vector,
): boolean {
  const sight = minus(point, eye)
  const far = size(sight)
  const ray = times(sight, 1 / far)
  const bar = minus(b, a)
  const long = dot(bar, bar)
  const from = minus(a, eye)
  let share = 0
  if (long > 1e-9) {
    // Where the bar comes nearest to the line of sight.
    const along = dot(bar, ray)
    const square = long - along * along
    share = square > 1e-9 ? (along * dot(from, ray) - dot(bar, from)) / square : 0
    share = Math.min(1, Math.max(0, share))
  }
  const nearest = add(from, times(bar, share))
  const depth = dot(nearest, ray)
  return depth > 0 && depth < far - before && size(cross(nearest, ray)) < thick
}

/** True when the line of sight from `eye` to `point` passes through the box. */
function through({ low, high }: Box, eye: Vector, point: Vector): boolean {
  let [enter, leave] = [0, 1]
  for (const k of [0, 1, 2] as const) {
    const way = point[k] - eye[k]
    if (Math.abs(way) < 1e-9) {
      if (eye[k] < low[k] || eye[k] > high[k]) return false
      continue
    }
    const [one, two] = [(low[k] - eye[k]) / way, (high[k] - eye[k]) / way]
    enter = Math.max(enter, Math.min(one, two))
    leave = Math.min(leave, Math.max(one, two))
  }
  return enter < leave
}

/** The camera's own place in the axes of the room. */
export function eyeOf(camera: { distance: number; above: number; yaw: number }): Vector {
  const yaw = (camera.yaw * Math.PI) / 180
  return [-Math.sin(yaw) * camera.distance, camera.above, Math.cos(yaw) * camera.distance]
}
