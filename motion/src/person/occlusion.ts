import { LANDMARKS, type Landmark } from '../pose.ts'
import type { Joint } from './skeleton.ts'
import type { Vector } from '../vector.ts'

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

type Bar = { a: Joint; b: Joint; thick: number; grows: boolean; before: number }

/** The bars that may hide each landmark: not those that it is an end of. */
const MAY_HIDE: readonly (readonly Bar[])[] = LANDMARKS.map((name) => {
  const own = name.replace(/^(?:index|pinky|thumb)/, 'wrist')
  return BARS.filter(([a, b]) => a !== own && b !== own).map(([a, b, thick]) => ({
    a,
    b,
    thick,
    grows: a.startsWith('hip') || a === 'pelvis',
    before: /^(?:elbow|wrist)/.test(b) ? ARM_BEFORE : BEFORE,
  }))
})

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
    const far = Math.hypot(point[0] - eye[0], point[1] - eye[1], point[2] - eye[2])
    const ray: Vector = [(point[0] - eye[0]) / far, (point[1] - eye[1]) / far, (point[2] - eye[2]) / far]
    const behind = (MAY_HIDE[i] ?? []).some((bar) =>
      hides(
        joints[bar.a],
        joints[bar.b],
        bar.grows ? bar.thick * girth : bar.thick,
        eye,
        ray,
        far - bar.before,
      ),
    )
    const boxed = boxes.some((box) => through(box, eye, point))
    hidden[i] = behind || boxed ? 1 : 0
    visibility[i] = boxed ? BEHIND_BOX : behind ? HIDDEN_VISIBILITY[name] : 0.985
  })
  return { visibility, hidden }
}

/**
 * True when the bar from `a` to `b` crosses the line of sight along `ray` before `limit` metres. Written out in numbers: it is
 * asked four hundred times a frame.
 */
function hides(a: Vector, b: Vector, thick: number, eye: Vector, ray: Vector, limit: number): boolean {
  const [fx, fy, fz] = [a[0] - eye[0], a[1] - eye[1], a[2] - eye[2]]
  const [bx, by, bz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const along = bx * ray[0] + by * ray[1] + bz * ray[2]
  const start = fx * ray[0] + fy * ray[1] + fz * ray[2]
  if (Math.min(start, start + along) > limit) return false
  // Where the bar comes nearest to the line of sight.
  const square = bx * bx + by * by + bz * bz - along * along
  const share = square > 1e-9 ? (along * start - (bx * fx + by * fy + bz * fz)) / square : 0
  const kept = Math.min(1, Math.max(0, share))
  const depth = start + kept * along
  if (depth <= 0 || depth >= limit) return false
  const [x, y, z] = [
    fx + kept * bx - depth * ray[0],
    fy + kept * by - depth * ray[1],
    fz + kept * bz - depth * ray[2],
  ]
  return x * x + y * y + z * z < thick * thick
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
