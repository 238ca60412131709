import { type Body, can, middleX, middleY, px, py } from './body.ts'
import { angleAt, DEG, leanFromVertical } from './geometry.ts'
import type { BodyPart, Signal } from './movement.ts'
import type { Neutral } from './neutral.ts'
import type { Landmark, View } from './pose.ts'
import { trunkRotation } from './rotation.ts'

/**
 * One reading of a signal. Signals of paired limbs fill `left` and `right` (NaN where that side is not seen) and their
 * mean as `value`; signals of the trunk and head fill only `value`. `error`: expected error in the signal's unit when the
 * reading itself knows better than the table.
 */
export type Reading = { value: number; left: number; right: number; error: number | null }

/** One row of the angle table. */
export type SignalRow = {
  /** What is measured, in clinical words. */
  definition: string
  plane: 'sagittal' | 'frontal' | 'transverse' | 'vertical'
  unit: 'deg' | 'ratio'
  sign: string
  /** A trend is a stand-in for something that no landmark shows: it may be compared with itself only and is never shown as an angle. */
  kind: 'angle' | 'ratio' | 'trend'
  /** True for signals of a paired limb, false for the trunk and head. */
  paired: boolean
  /** True when the sign tells the own left (+) from the own right (-). */
  signed: boolean
  /** Value at rest. */
  rest: number
  parts: readonly BodyPart[]
  /** Expected error by view, in the unit; a view that is not listed is not honest for showing a number. */
  error: Partial<Record<View, number>>
  source: string
  read: (body: Body, neutral: Neutral | null) => Reading | null
}

const single = (value: number, error: number | null = null): Reading | null =>
  Number.isFinite(value) ? { value, left: Number.NaN, right: Number.NaN, error } : null

function pair(left: number, right: number): Reading | null {
  const l = Number.isFinite(left)
  const r = Number.isFinite(right)
  if (!l && !r) return null
  return { value: l && r ? (left + right) / 2 : l ? left : right, left, right, error: null }
}

/** Inner angle at the middle of three landmarks in the picture, degrees; NaN when one is not seen. */
const joint = (body: Body, a: Landmark, b: Landmark, c: Landmark): number =>
  can(body, a, b, c)
    ? angleAt(px(body, a), py(body, a), px(body, b), py(body, b), px(body, c), py(body, c))
    : Number.NaN

const limb = (
  a: 'hip' | 'shoulder',
  b: 'shoulder' | 'elbow' | 'hip' | 'knee',
  c: 'elbow' | 'wrist' | 'knee' | 'ankle',
  turn: (inner: number) => number,
) => {
  return (body: Body): Reading | null =>
    pair(turn(joint(body, `${a}L`, `${b}L`, `${c}L`)), turn(joint(body, `${a}R`, `${b}R`, `${c}R`)))
}

const bend = (inner: number): number => 180 - inner
const open = (inner: number): number => inner

/** +1 when the person looks to the right of the picture, -1 to the left, NaN when unknown. */
const facing = (body: Body): number => {
  const yaw = Number.isFinite(body.hipYaw) ? body.hipYaw : body.shoulderYaw
  return Math.abs(yaw) > 8 ? Math.sign(yaw) : Number.NaN
}

const lean = (body: Body): number =>
  leanFromVertical(
    middleX(body, 'shoulder'),
    middleY(body, 'shoulder'),
    middleX(body, 'hip'),
    middleY(body, 'hip'),
  )

/** Own left is the right of the picture from the front and the left of it from behind. */
const ownLeft = (body: Body): number => (body.view === 'back' ? -1 : 1)

const RENDERED = 'rendered person of known angles through the full model'

/** The angle table: one row a signal. Picture-plane angles are preferred; single-camera depth is used for direction only. */
export const SIGNALS: Readonly<Record<Signal, SignalRow>> = {
  trunk_axial_rotation: {
    definition: 'Turn of the upper trunk on the pelvis about the long axis of the body',
    plane: 'transverse',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { front: 10 },
    source: `hands forward 1.6, shoulder width 6.2 (${RENDERED}); 8.4 RMSE against optical capture`,
    read: (body, neutral) => {
      const rotation = trunkRotation(body, neutral)
      return rotation === null ? null : single(rotation.value, rotation.error)
    },
  },
  trunk_lateral_flexion: {
    definition:
      'Side bend of the trunk: line from hips to shoulders against the vertical, from the resting posture',
    plane: 'frontal',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { front: 4, back: 4 },
    source: `3.8 RMSE against optical capture; 1.3 (${RENDERED})`,
    read: (body, neutral) =>
      can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR')
        ? single(ownLeft(body) * (lean(body) - (Number.isFinite(neutral?.lean) ? (neutral?.lean ?? 0) : 0)))
        : null,
  },
  trunk_inclination: {
    definition:
      'Lean of the whole trunk forward or back against the vertical; thoracic, lumbar and hip motion together',
    plane: 'sagittal',
    unit: 'deg',
    sign: 'positive = forward',
    kind: 'angle',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'hips'],
    error: { side: 5 },
    source: `2.6 (${RENDERED}); 2-11 RMSE single camera against markerless capture`,
    read: (body) => single(facing(body) * lean(body)),
  },
  shoulder_flexion: {
    definition: 'Upper arm against the trunk, raised forward',
    plane: 'sagittal',
    unit: 'deg',
    sign: '0 = arm at the side',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms', 'hips'],
    error: { side: 6 },
    source: `2.1 from the side, 28 from the front (${RENDERED})`,
    read: limb('hip', 'shoulder', 'elbow', open),
  },
  shoulder_abduction: {
    definition: 'Upper arm against the trunk, raised sideways',
    plane: 'frontal',
    unit: 'deg',
    sign: '0 = arm at the side',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms', 'hips'],
    error: { front: 6, back: 8 },
    source: `3.8 (${RENDERED}); 4.2-5.6 best of nine markerless pipelines; trunk motion adds at high range`,
    read: limb('hip', 'shoulder', 'elbow', open),
  },
  elbow_flexion: {
    definition: 'Bend of the elbow',
    plane: 'sagittal',
    unit: 'deg',
    sign: '0 = straight',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms'],
    error: { side: 6 },
    source: `2.4 from the side, 43 from the front (${RENDERED})`,
    read: limb('shoulder', 'elbow', 'wrist', bend),
  },
  knee_flexion: {
    definition: 'Bend of the knee',
    plane: 'sagittal',
    unit: 'deg',
    sign: '0 = straight',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['hips', 'knees', 'feet'],
    error: { side: 6 },
    source: `2.1 from the side, 14.5 at 45 degrees, 48 from the front (${RENDERED})`,
    read: limb('hip', 'knee', 'ankle', bend),
  },
  hip_flexion: {
    definition: 'Bend of the hip: trunk against the thigh',
    plane: 'sagittal',
    unit: 'deg',
    sign: '0 = straight',
    kind: 'angle',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'hips', 'knees'],
    error: { side: 8 },
    source: '2-11 RMSE hip, knee and trunk, single camera against markerless capture, 51 people',
    read: limb('shoulder', 'hip', 'knee', bend),
  },
  hip_height: {
    definition: 'Height of the hips above the ankles as a share of the own standing height of the hips',
    plane: 'vertical',
    unit: 'ratio',
    sign: '1 = standing, smaller = lower',
    kind: 'ratio',
    paired: false,
    signed: false,
    rest: 1,
    parts: ['hips', 'feet'],
    error: { front: 0.08, oblique: 0.08, side: 0.08, back: 0.08 },
    source: 'landmark error of 4.9 pixels on a leg of 200; not validated against capture',
    read: (body, neutral) => single(hipHeight(body, neutral)),
  },
  shrug_index: {
    definition: 'Height of the ears above the shoulders against its own resting value',
    plane: 'frontal',
    unit: 'ratio',
    sign: 'smaller = shoulders drawn up; 1 = rest',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 1,
    parts: ['head', 'shoulders'],
    error: {},
    source: 'stand-in: no landmark on the shoulder blade',
    read: (body, neutral) => {
      const height = (middleY(body, 'shoulder') - middleY(body, 'ear')) / body.trunk
      return neutral === null ? null : single(height / neutral.earHeight)
    },
  },
  head_forward_angle: {
    definition: 'Line from shoulder to ear above the horizontal, seen from the side',
    plane: 'sagittal',
    unit: 'deg',
    sign: 'larger = head further back',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 50,
    parts: ['head', 'shoulders'],
    error: {},
    source: 'stand-in: the seventh neck vertebra cannot be seen, so it is no craniovertebral angle',
    read: (body) => {
      const forward = facing(body) * (middleX(body, 'ear') - middleX(body, 'shoulder'))
      return single(Math.atan2(middleY(body, 'shoulder') - middleY(body, 'ear'), forward) * DEG)
    },
  },
  neck_rotation: {
    definition: 'Turn of the head, trunk facing the camera',
    plane: 'transverse',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['head'],
    error: { front: 12 },
    source: 'geometry of nose and ears on an average head; no published figure for this model found',
    read: (body) => {
      if (body.view === 'back' || !can(body, 'nose', 'earL', 'earR')) return null
      const breadth = px(body, 'earL') - px(body, 'earR')
      const swing = px(body, 'nose') - (px(body, 'earL') + px(body, 'earR')) / 2
      // The tip of the nose lies about 11 cm before the line of ears 15 cm apart.
      return breadth > 0.02 * body.trunk ? single(Math.atan((swing / breadth) * 1.36) * DEG) : null
    },
  },
  neck_lateral_flexion: {
    definition: 'Side bend of the head: line of the ears against the line of the shoulders',
    plane: 'frontal',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['head', 'shoulders'],
    error: { front: 6 },
    source: 'as side bend of the trunk, on a shorter line; no published figure for this model found',
    read: (body) => {
      if (body.view === 'back' || !can(body, 'earL', 'earR', 'shoulderL', 'shoulderR')) return null
      const roll = (part: 'ear' | 'shoulder'): number =>
        Math.atan2(py(body, `${part}L`) - py(body, `${part}R`), px(body, `${part}L`) - px(body, `${part}R`)) *
        DEG
      return single(roll('ear') - roll('shoulder'))
    },
  },
  hand_separation_ratio: {
    definition: 'Distance of the hands in shoulder widths',
    plane: 'transverse',
    unit: 'ratio',
    sign: 'larger = wider open',
    kind: 'ratio',
    paired: false,
    signed: false,
    rest: 1,
    parts: ['shoulders', 'arms'],
    error: { front: 0.15 },
    source: 'landmark error on two widths; not validated against capture',
    read: (body) => {
      if (!can(body, 'wristL', 'wristR', 'shoulderL', 'shoulderR')) return null
      const hands = Math.hypot(
        px(body, 'wristL') - px(body, 'wristR'),
        py(body, 'wristL') - py(body, 'wristR'),
      )
      const width = Math.abs(px(body, 'shoulderL') - px(body, 'shoulderR'))
      return width > 0.2 * body.trunk ? single(hands / width) : null
    },
  },
  elbow_back_ratio: {
    definition: 'How far the elbow travels behind the line of the trunk, in upper-arm lengths',
    plane: 'sagittal',
    unit: 'ratio',
    sign: 'positive = elbow behind the trunk',
    kind: 'ratio',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms', 'hips'],
    error: { side: 0.15 },
    source: 'landmark error on one upper arm; near arm only; not validated against capture',
    read: (body) => pair(elbowBack(body, 'L'), elbowBack(body, 'R')),
  },
}

function hipHeight(body: Body, neutral: Neutral | null): number {
  const hip = middleY(body, 'hip')
  const feet = middleY(body, 'ankle')
  if (Number.isFinite(feet)) return (feet - hip) / body.leg
  // Feet out of the picture: the fall of the hips from where they were at rest.
  return neutral === null ? Number.NaN : 1 - (hip - neutral.hipY) / body.leg
}

function elbowBack(body: Body, side: 'L' | 'R'): number {
  if (!can(body, `shoulder${side}`, `elbow${side}`, `hip${side}`)) return Number.NaN
  const sx = px(body, `shoulder${side}`)
  const sy = py(body, `shoulder${side}`)
  const ex = px(body, `elbow${side}`)
  const ey = py(body, `elbow${side}`)
  const arm = Math.hypot(ex - sx, ey - sy)
  const fall = py(body, `hip${side}`) - sy
  if (!(arm > 1e-6 && Math.abs(fall) > 1e-6)) return Number.NaN
  const line = sx + ((px(body, `hip${side}`) - sx) * (ey - sy)) / fall
  return (-facing(body) * (ex - line)) / arm
}
