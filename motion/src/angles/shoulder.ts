import type { Body } from '../body/body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { clamp, DEG } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { ownLeft } from './bearing.ts'
import { has, planeElevation, planeSwing, trunkLine, xOf, yOf } from './plane.ts'
import { drawn, outOfPlane, shrink } from './perspective.ts'
import { pair, RENDERED, type SignalRow } from './row.ts'
import { chestAxes, cross, dot, elevation, swing, unit, vector, way, without } from './space.ts'

const { shoulderL, shoulderR, elbowL, elbowR, wristL, wristR } = INDEX

const ARM_AND_TRUNK = ['shoulderL', 'shoulderR', 'elbowL', 'elbowR', 'hipL', 'hipR'] as const

/** Rows of the angle table: the shoulder joint, that is the upper arm against the trunk, and its turn about itself. */
export const SHOULDER = {
  // As a swing and not as an inner angle: straight overhead an inner angle folds back at 180, and a repetition would be lost there.
  // With the trunk and not with the room, so that it holds lying, seated and bent over.
  shoulder_flexion: {
    definition: 'Upper arm against the long axis of the trunk in the sagittal plane, raised forward',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ARM_AND_TRUNK,
    unit: 'deg',
    sign: '0 = arm along the trunk, positive = forward and up, negative = behind the trunk',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms', 'hips'],
    error: { side: 6 },
    gate: 'facing unknown; in space: arm more than 70 degrees out of the sagittal plane',
    source: `2.1 from the side, 28 from the front (${RENDERED})`,
    read: (body) => pair(planeSwing(body, shoulderL, elbowL), planeSwing(body, shoulderR, elbowR)),
    readSpace: (body) => {
      const chest = chestAxes(body)
      return pair(swing(body, shoulderL, elbowL, chest), swing(body, shoulderR, elbowR, chest))
    },
    spaceError: 6,
  },
  // Scaption, 30 degrees before the frontal plane, reads like abduction up to there; an arm that points at the camera shows no
  // elevation at all: straight ahead its picture is a point. How long the upper arm is seen tells which of the two it is.
  shoulder_abduction: {
    definition:
      'Elevation of the upper arm against the long axis of the trunk, raised sideways or in scaption',
    plane: 'frontal',
    views: ['front', 'back'],
    landmarks: ARM_AND_TRUNK,
    unit: 'deg',
    sign: '0 = arm along the trunk, larger = higher',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms', 'hips'],
    error: { front: 6, back: 8 },
    gate: 'a hip or shoulder hidden; number withheld while the arm points out of the picture plane by more than some 40 degrees, or the trunk leans to or from the camera by more than 35',
    source: `3.8 (${RENDERED}); 4.2-5.6 best of nine markerless pipelines; trunk motion adds at high range`,
    read: (body) =>
      pair(
        planeElevation(body, shoulderL, elbowL),
        planeElevation(body, shoulderR, elbowR),
        flat(body, shoulderL, elbowL) && flat(body, shoulderR, elbowR) ? null : OUT_OF_PLANE,
      ),
    readSpace: (body) => {
      const chest = chestAxes(body)
      return pair(elevation(body, shoulderL, elbowL, chest), elevation(body, shoulderR, elbowR, chest))
    },
    spaceError: 6,
  },
  // The forearm is the only pointer to a turn of the upper arm, and only a bent one points. From the front its picture gives the sine
  // of the turn, which grows unsure towards the ends of the range: at 70 degrees a centimetre is eight degrees.
  shoulder_external_rotation: {
    definition: 'Turn of the upper arm about its own axis, shown by the bent forearm, against straight ahead',
    plane: 'transverse',
    views: ['front'],
    landmarks: [...ARM_AND_TRUNK, 'wristL', 'wristR'],
    unit: 'deg',
    sign: '0 = forearm straight ahead, positive = outward with the arm at the side, upward with the arm out to the side',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms', 'hips'],
    error: { front: 17 },
    gate: 'elbow straighter than 60 or more bent than 120 degrees (30 and 150 in space), the upper arm pointing ahead, or the chest turned away',
    source:
      "arc sine of the forearm in the picture: 8 % of landmark error on a forearm is 5 degrees near straight ahead and 9 at 55, a camera 15 degrees aside adds 8; the hand's nearness to the camera is allowed for; not validated against capture",
    read: (body, neutral) => pair(turnInPicture(body, neutral, 'L'), turnInPicture(body, neutral, 'R')),
    readSpace: (body) => pair(turnInSpace(body, 'L'), turnInSpace(body, 'R')),
    spaceError: 8,
  },
} satisfies Partial<Record<Signal, SignalRow>>

const JOINTS = {
  L: { shoulder: shoulderL, elbow: elbowL, wrist: wristL, left: 1 },
  R: { shoulder: shoulderR, elbow: elbowR, wrist: wristR, left: -1 },
} as const

/** Cosine of 60 degrees: the elbow must be bent between 60 and 120 for the forearm to show the turn of the upper arm. */
const BENT = 0.5
/** With measured depth from 30 to 150: half the forearm square to the upper arm is 12 cm, against 1-2 cm of scatter. */
const BENT_IN_SPACE = 0.866
/** Share of its length by which the upper arm must point elsewhere than ahead (or, in the picture, lie in its plane). */
const ASIDE = 0.35
/** Hanging arms of rendered people are seen at 0.75-0.87 of that length, less with shoulders drawn up: 0.8 was no repetition at all then. */
const IN_PLANE = 0.7
/** Upper arm and forearm in trunk lengths: 0.186 and 0.146 against 0.288 of the height (segment table of Drillis and Contini). */
const UPPER = 0.646
const FORE = 0.507
/** Turn of the shoulders by the model's depth, degrees, which shows half of it: beyond, it is the chest that takes the forearms aside. */
const CHEST_TURNED = 12
/** Rounds in which hand and distance settle: each leaves a tenth of the last one's error. */
const ROUNDS = 3
/** Share of the forearm in the own arm, shoulder to wrist: the shoulder point of a pose model lies lower than the bone's. */
const FORE_OF_ARM = 0.46

/** Share of the own trunk that must be seen for it to lie in the picture plane, to 35 degrees. */
const FLAT = 0.82
/** The same of an average upper arm, to 42 degrees: people's arms differ by a tenth, and shoulders that are drawn up with the arm lengthen the trunk by another. */
const ARM_FLAT = 0.74
/** Error of an elevation beyond that, degrees. */
const OUT_OF_PLANE = 20

/** Breadth of the shoulders in lengths of the trunk as seen, beyond which the trunk is foreshortened (grown people have 0.65-0.85). */
const BROAD = 1.05

/** True for an upper arm and a trunk that lie in the picture plane; of an arm that is not seen nothing is said. */
function flat(body: Body, shoulder: number, elbow: number): boolean {
  if (!has(body, shoulder) || !has(body, elbow)) return true
  const trunk = trunkLine(body)
  if (trunk === null || trunk.length < FLAT * body.trunk) return false
  const breadth = Math.abs(xOf(body, shoulderL) - xOf(body, shoulderR))
  if (breadth > BROAD * trunk.length) return false
  const seen = Math.hypot(xOf(body, elbow) - xOf(body, shoulder), yOf(body, elbow) - yOf(body, shoulder))
  return seen > ARM_FLAT * UPPER * body.trunk
}

const UPPER_ARM = vector()
const FOREARM = vector()
const AHEAD = vector()
const OUTWARD = vector()

/** By measured depth: the forearm in the plane square to the upper arm, from the direction of the chest. */
function turnInSpace(body: Body, side: 'L' | 'R'): number {
  const { shoulder, elbow, wrist, left } = JOINTS[side]
  const chest = chestAxes(body)
  if (chest === null || !way(body, shoulder, elbow, UPPER_ARM) || !way(body, elbow, wrist, FOREARM))
    return Number.NaN
  if (!unit(UPPER_ARM) || !unit(FOREARM) || Math.abs(dot(UPPER_ARM, FOREARM)) > BENT_IN_SPACE)
    return Number.NaN
  AHEAD.x = chest.forward.x
  AHEAD.y = chest.forward.y
  AHEAD.z = chest.forward.z
  if (!(Math.sqrt(1 - Math.min(1, dot(AHEAD, UPPER_ARM) ** 2)) > ASIDE) || !unit(without(AHEAD, UPPER_ARM)))
    return Number.NaN
  cross(AHEAD, UPPER_ARM, OUTWARD)
  return Math.atan2(left * dot(FOREARM, OUTWARD), dot(FOREARM, AHEAD)) * DEG
}

/**
 * From the picture, the person facing the camera: how far the forearm reaches out of straight ahead, against its length. Needs
 * the upper arm in the picture plane. The length goes with the own arm as it hung at rest, or else with the trunk.
 */
function turnInPicture(body: Body, neutral: Neutral | null, side: 'L' | 'R'): number {
  const { shoulder, elbow, wrist, left } = JOINTS[side]
  const trunk = trunkLine(body)
  if (
    trunk === null ||
    body.view === 'side' ||
    !has(body, shoulder) ||
    !has(body, elbow) ||
    !has(body, wrist) ||
    Math.abs(body.shoulderYaw - (neutral?.shoulderYaw ?? 0)) > CHEST_TURNED
  )
    return Number.NaN
  const upX = xOf(body, elbow) - xOf(body, shoulder)
  const upY = yOf(body, elbow) - yOf(body, shoulder)
  const upper = Math.hypot(upX, upY)
  if (!(upper > IN_PLANE * UPPER * body.trunk)) return Number.NaN
  const own = neutral !== null && neutral.arm > 0 ? FORE_OF_ARM * neutral.arm : FORE
  let length = own * body.trunk
  let x = xOf(body, wrist) - xOf(body, elbow)
  let y = yOf(body, wrist) - yOf(body, elbow)
  // The hand lies before the elbow, so that the camera shows it further out than it is; how far before goes with where it is.
  for (let i = 0; i < ROUNDS; i++) {
    const share = shrink(body, outOfPlane(length, Math.hypot(x, y)))
    x = drawn(xOf(body, wrist), body.width, share) - xOf(body, elbow)
    y = drawn(yOf(body, wrist), body.height, share) - yOf(body, elbow)
  }
  length = Math.max(length, Math.hypot(x, y))
  const along = (x * upX + y * upY) / upper
  if (!(Math.abs(along) <= BENT * length)) return Number.NaN
  // Square to the upper arm in the picture: to the own left of a hanging left arm, upward from one that is held out.
  const out = (left * ownLeft(body) * (x * upY - y * upX)) / upper
  return Math.asin(clamp(out / Math.sqrt(length ** 2 - along ** 2), -1, 1)) * DEG
}
