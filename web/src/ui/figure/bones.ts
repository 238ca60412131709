import type { Joint, Skeleton } from '@dorsal/motion'
import { Matrix4, Quaternion, Vector3 } from 'three'

/** The bones that the drawn body is hung on. */
export const BONES = [
  'pelvis',
  'lumbar',
  'waist',
  'ribs',
  'chest',
  'neck',
  'head',
  'upperL',
  'upperR',
  'foreL',
  'foreR',
  'handL',
  'handR',
  'fingersL',
  'fingersR',
  'thighL',
  'thighR',
  'shankL',
  'shankR',
  'footL',
  'footR',
] as const
export type Bone = (typeof BONES)[number]
export type Side = 'L' | 'R'
export const SIDES = ['L', 'R'] as const

/**
 * How a hand rests: flat on something whose `normal` points away from it, bent about the own head (its `normal` too), closed about
 * something, or free.
 */
export type HandRest =
  | { how: 'flat' | 'round'; normal: readonly [number, number, number] }
  | { how: 'grip' | 'free' }

/** The place and turn of each bone in the room, to be written over again each frame. */
export type BonePlaces = Record<Bone, Matrix4>
export const emptyPlaces = (): BonePlaces =>
  Object.fromEntries(BONES.map((bone) => [bone, new Matrix4()])) as BonePlaces

const [X, Y, Z] = [new Vector3(), new Vector3(), new Vector3()]
const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()]
const [P, Q, R] = [new Quaternion(), new Quaternion(), new Quaternion()]
const turn = new Matrix4()

const at = (body: Skeleton, joint: Joint, into: Vector3): Vector3 => into.fromArray(body.joints[joint])

/** Sets `Y` to the direction of a bone and makes `X` and `Z` square to it, `X` near the given one. */
function frame(place: Matrix4, origin: Vector3): void {
  Z.crossVectors(X, Y)
  if (Z.lengthSq() < 1e-8) Z.set(0, 0, 1)
  Z.normalize()
  X.crossVectors(Y, Z).normalize()
  place.makeBasis(X, Y, Z).setPosition(origin)
}

const quaternion = (rows: Skeleton['pelvis'], into: Quaternion): Quaternion =>
  into.setFromRotationMatrix(
    turn.set(
      rows[0],
      rows[1],
      rows[2],
      0,
      rows[3],
      rows[4],
      rows[5],
      0,
      rows[6],
      rows[7],
      rows[8],
      0,
      0,
      0,
      0,
      1,
    ),
  )

/** Bones of the trunk: the joint each begins at, the one it points to, and how much of the chest's turn it has. */
const TRUNK: readonly (readonly [bone: Bone, from: Joint, to: Joint, share: number])[] = [
  ['pelvis', 'pelvis', 'sacrum', 0],
  ['lumbar', 'sacrum', 'waist', 0.15],
  ['waist', 'lumbar', 'ribs', 0.4],
  ['ribs', 'waist', 'chest', 0.75],
  ['chest', 'ribs', 'collar', 1],
]

/** Places every bone of the body as it is now. Writes into `places` and makes nothing. */
export function placeBones(
  body: Skeleton,
  hands: Readonly<Record<Side, HandRest>>,
  places: BonePlaces,
): void {
  quaternion(body.pelvis, P)
  quaternion(body.chest, Q)
  for (const [bone, from, to, share] of TRUNK) {
    R.slerpQuaternions(P, Q, share)
    X.set(1, 0, 0).applyQuaternion(R)
    at(body, from, a)
    Y.copy(at(body, to, b))
      .sub(a)
      .normalize()
    frame(places[bone], a)
  }
  X.set(1, 0, 0).applyQuaternion(Q)
  at(body, 'neck', a)
  Y.copy(at(body, 'head', b))
    .sub(a)
    .normalize()
  frame(places.neck, a)
  places.head.makeRotationFromQuaternion(quaternion(body.head, R)).setPosition(at(body, 'head', a))
  for (const side of SIDES) {
    placeArm(body, side, hands[side], places)
    placeLeg(body, side, places)
  }
}

function placeArm(body: Skeleton, side: Side, hand: HandRest, places: BonePlaces): void {
  const wrist = at(body, `wrist${side}`, c)
  const elbow = at(body, `elbow${side}`, b)
  Y.copy(elbow).sub(wrist).normalize()
  // The hinge of the elbow is at right angles to the forearm and to the edge of the hand.
  Z.copy(at(body, `index${side}`, a)).sub(at(body, `pinky${side}`, X))
  Z.addScaledVector(Y, -Z.dot(Y)).normalize()
  X.crossVectors(Y, Z)
  const hinge = a.copy(X)
  frame(places[`fore${side}`], elbow)
  if (hand.how === 'flat' || hand.how === 'round') {
    // The hand lies on what it leans on: fingers along the forearm as far as that goes, else up or ahead.
    const normal = Z.fromArray(hand.normal)
    const fingers = X.copy(Y).negate()
    fingers.addScaledVector(normal, -fingers.dot(normal))
    if (hand.how === 'round') fingers.addScaledVector(normal, -0.25)
    else if (Math.abs(hand.normal[1]) > 0.7) fingers.addScaledVector(bodyAhead(body), 0.9)
    else fingers.addScaledVector(new Vector3(0, 1, 0), 1.5)
    if (hand.how === 'flat') fingers.addScaledVector(normal, -fingers.dot(normal))
    fingers.normalize()
    // A wrist bends only so far.
    normal.addScaledVector(fingers, -fingers.dot(normal)).normalize()
    Y.copy(fingers).negate()
    // The palm of the left hand faces to the right (-x of its frame), of the right hand to the left.
    X.copy(normal).multiplyScalar(side === 'L' ? 1 : -1)
    frame(places[`hand${side}`], wrist)
  } else {
    places[`hand${side}`].copy(places[`fore${side}`]).setPosition(wrist)
  }
  bendFingers(side, CURL[hand.how], places)
  const shoulder = at(body, `shoulder${side}`, c)
  Y.copy(shoulder).sub(elbow).normalize()
  X.copy(hinge)
  frame(places[`upper${side}`], shoulder)
}

/** How far the fingers bend into the palm, degrees. */
const CURL: Readonly<Record<HandRest['how'], number>> = { flat: 0, round: 40, grip: 115, free: 18 }
/** From the wrist to the knuckles, metres. */
export const KNUCKLES = 0.085

function bendFingers(side: Side, degrees: number, places: BonePlaces): void {
  const curl = ((side === 'L' ? -degrees : degrees) * Math.PI) / 180
  places[`fingers${side}`]
    .copy(places[`hand${side}`])
    .multiply(turn.makeTranslation(0, -KNUCKLES, 0))
    .multiply(turn.makeRotationZ(curl))
}

const ahead = new Vector3()
/** Level direction from the hips to the shoulders of somebody on hands and knees, else where the chest looks. */
function bodyAhead(body: Skeleton): Vector3 {
  ahead.fromArray(body.joints.collar).sub(at(body, 'pelvis', new Vector3()))
  ahead.y = 0
  return ahead.lengthSq() > 0.04 ? ahead.normalize() : ahead.set(0, 0, 1)
}

function placeLeg(body: Skeleton, side: Side, places: BonePlaces): void {
  const hip = at(body, `hip${side}`, a)
  const knee = at(body, `knee${side}`, b)
  const ankle = at(body, `ankle${side}`, c)
  const foot = ahead.fromArray(body.joints[`foot${side}`]).sub(X.fromArray(body.joints[`heel${side}`]))
  // The hinge of the knee: square to thigh and shank; of a straight leg, square to the foot.
  const thigh = Y.copy(knee).sub(hip)
  const hinge = new Vector3().crossVectors(thigh, Z.copy(ankle).sub(knee))
  const bent = hinge.length() / (thigh.length() * Z.length())
  hinge.normalize().multiplyScalar(Math.min(1, bent / 0.2))
  const level = new Vector3().crossVectors(thigh, foot).normalize()
  hinge.addScaledVector(level, -Math.max(0, 1 - bent / 0.2) - 1e-3).normalize()
  if (level.dot(hinge) > 0 && bent < 0.2) hinge.copy(level).negate()
  Y.copy(hip).sub(knee).normalize()
  X.copy(hinge)
  frame(places[`thigh${side}`], hip)
  Y.copy(knee).sub(ankle).normalize()
  X.copy(hinge)
  frame(places[`shank${side}`], knee)
  Z.copy(ahead.fromArray(body.joints[`foot${side}`]).sub(Y.fromArray(body.joints[`heel${side}`]))).normalize()
  X.copy(hinge).addScaledVector(Z, -hinge.dot(Z)).normalize()
  Y.crossVectors(Z, X).normalize()
  places[`foot${side}`].makeBasis(X, Y, Z).setPosition(ankle)
}
