import { inCamera, WEBCAM, YAW } from '../person/camera.ts'
import type { Posture } from '../person/figure.ts'
import { postureAt } from '../person/posture.ts'
import { type Skeleton, skeletonOf } from '../person/skeleton.ts'
import type { Movement } from '../movement.ts'
import { add, minus, times, type Vector } from '../vector.ts'

/**
 * What the figure of an exercise demands of the joints that are not counted, in the picture from the asked-for view and in trunk
 * lengths: `armsAlike`: both hands go (or stay) alike; `hand`, `foot`: how far the one that goes furthest comes from where it was;
 * `between`: how far the one hand goes from where it was as seen from the other; `handAtHead`: a hand is at the head to begin with; `hipsRise`: how far the hips go up or down; `tilt`: between which angles of the trunk against the upright it is done, degrees. The last
 * two are null where the trunk points at the camera: neither its tilt nor its length can be seen then.
 */
export type Demands = {
  armsAlike: boolean
  hand: number
  between: number
  foot: number
  handAtHead: boolean
  hipsRise: number | null
  tilt: readonly [number, number] | null
}

/** Shares of the way at which the figure is looked at. */
const ALONG = [0, 0.25, 0.5, 0.75, 1]
/** Arms whose joint angles differ by no more than this, degrees, at the start and at the end do the same. */
const ALIKE = 10
/** Share of its length that the trunk shows at least for its tilt to be seen: foreshortened to 60 %, it points 53 degrees away. */
const SHOWS = 0.6

/** Trunk lengths (0.17 m) between wrist and ear within which the hand is at the head. */
const AT_HEAD = 0.35

const ARM = ['flexion', 'abduction', 'elbow'] as const
const alike = (posture: Posture): boolean =>
  ARM.every((angle) => Math.abs((posture.armL?.[angle] ?? 0) - (posture.armR?.[angle] ?? 0)) <= ALIKE)

type Limb = 'wristL' | 'wristR' | 'ankleL' | 'ankleR'
type Seen = Record<Limb, Vector> & {
  hands: Vector
  headward: number
  hips: Vector
  trunk: Vector
  length: number
}

const middle = (a: Vector, b: Vector): Vector => times(add(a, b), 0.5)
/** Length of a vector in the picture plane, metres. */
const across = ([x, y]: Vector): number => Math.hypot(x, y)

const gap = (a: Vector, b: Vector): number => Math.hypot(...minus(a, b))

/** A body in the axes of a camera that looks at it from `yaw`. */
function seenFrom(yaw: number, { joints }: Skeleton): Seen {
  const at = (name: keyof Skeleton['joints']): Vector => inCamera({ ...WEBCAM, yaw }, joints[name])
  const hips = middle(at('hipL'), at('hipR'))
  const trunk = minus(middle(at('shoulderL'), at('shoulderR')), hips)
  return {
    wristL: minus(at('wristL'), at('shoulderL')),
    wristR: minus(at('wristR'), at('shoulderR')),
    ankleL: minus(at('ankleL'), at('hipL')),
    ankleR: minus(at('ankleR'), at('hipR')),
    hands: minus(at('wristL'), at('wristR')),
    headward: Math.min(...(['L', 'R'] as const).map((side) => gap(at(`wrist${side}`), at(`ear${side}`)))),
    hips,
    trunk,
    length: Math.hypot(...trunk),
  }
}

/** Degrees between a trunk and the upright: 0 upright, 90 lying. `x` to the right and `y` down, in any unit. */
export const tiltOf = (x: number, y: number): number => (Math.atan2(Math.abs(x), -y) * 180) / Math.PI

/**
 * What the figure of a movement demands. null for a movement without a figure: nothing is demanded then. Source: the figure itself
 * (content), which is what the person is shown.
 */
export function demandsOf({ figure, cameraView }: Movement): Demands | null {
  if (figure === undefined) return null
  const yaw = YAW[cameraView ?? 'front']
  const seen = ALONG.map((out) => seenFrom(yaw, skeletonOf(figure.stance, postureAt(figure, out))))
  const first = seen[0]
  if (first === undefined) return null
  const travel = (limb: Limb | 'hands'): number =>
    Math.max(...seen.map((one) => across(minus(one[limb], first[limb])) / one.length))
  const heights = seen.map(({ hips, length }) => hips[1] / length)
  const tilts = seen.map(({ trunk }) => tiltOf(trunk[0], trunk[1]))
  const shows = seen.every(({ trunk, length }) => across(trunk) >= SHOWS * length)
  return {
    armsAlike: alike(figure.start) && alike(figure.end),
    hand: Math.max(travel('wristL'), travel('wristR')),
    between: travel('hands'),
    foot: Math.max(travel('ankleL'), travel('ankleR')),
    handAtHead: first.headward < AT_HEAD * first.length,
    hipsRise: shows ? Math.max(...heights) - Math.min(...heights) : null,
    tilt: shows ? [Math.min(...tilts), Math.max(...tilts)] : null,
  }
}
