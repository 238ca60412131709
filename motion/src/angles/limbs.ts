import { type Body, can, middleX, middleY, px, py } from '../body/body.ts'
import { angleAt } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import type { Landmark } from '../pose.ts'
import { facing } from './bearing.ts'
import { pair, type Reading, RENDERED, type SignalRow, single } from './row.ts'

/** Inner angle at the middle of three landmarks in the picture, degrees; NaN when one is not seen. */
const joint = (body: Body, a: Landmark, b: Landmark, c: Landmark): number =>
  can(body, a, b, c)
    ? angleAt(px(body, a), py(body, a), px(body, b), py(body, b), px(body, c), py(body, c))
    : Number.NaN

/** Bend of the joint in the middle of three on each side. */
const bend =
  (a: 'hip' | 'shoulder', b: 'elbow' | 'hip' | 'knee', c: 'wrist' | 'knee' | 'ankle') =>
  (body: Body): Reading | null =>
    pair(180 - joint(body, `${a}L`, `${b}L`, `${c}L`), 180 - joint(body, `${a}R`, `${b}R`, `${c}R`))

/**
 * Upper arm against the long axis of the trunk, degrees. The axis runs between the middles of hips and shoulders: the line to
 * the own hip would lean by 8 degrees, because hips are narrower than shoulders.
 */
function raised(body: Body, side: 'L' | 'R'): number {
  if (!can(body, `shoulder${side}`, `elbow${side}`)) return Number.NaN
  // From the side one hip and one shoulder give the axis; from elsewhere a hidden one would tilt it.
  if (body.view !== 'side' && !can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR')) return Number.NaN
  const x = px(body, `shoulder${side}`)
  const y = py(body, `shoulder${side}`)
  const downX = middleX(body, 'hip') - middleX(body, 'shoulder')
  const downY = middleY(body, 'hip') - middleY(body, 'shoulder')
  return angleAt(x + downX, y + downY, x, y, px(body, `elbow${side}`), py(body, `elbow${side}`))
}

/** Rows of the angle table: arms and legs. */
export const LIMBS = {
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
    read: (body) => pair(raised(body, 'L'), raised(body, 'R')),
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
    read: (body) => pair(raised(body, 'L'), raised(body, 'R')),
  },
  elbow_flexion: {
    definition: 'Bend of the elbow: forearm against the upper arm',
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
    read: bend('shoulder', 'elbow', 'wrist'),
  },
  knee_flexion: {
    definition: 'Bend of the knee: shank against the thigh',
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
    read: bend('hip', 'knee', 'ankle'),
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
    read: bend('shoulder', 'hip', 'knee'),
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
} satisfies Partial<Record<Signal, SignalRow>>

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
