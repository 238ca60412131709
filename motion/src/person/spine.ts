import type { Build } from './build.ts'
import type { Posture } from './figure.ts'
import { angleOf } from './posture.ts'
import { after, aboutX, aboutY, aboutZ, type Rotation, turned } from './rotation.ts'
import { add, type Vector } from '../vector.ts'

/**
 * How the five joints of the spine, from the sacrum up, share out a movement of the whole trunk. Most bending forward happens in
 * the lumbar spine and most turning in the thoracic one (ranges by level after White and Panjabi, Clinical Biomechanics of the
 * Spine, rounded): 5-10 degrees of turn in all below the ribs, 30-35 above.
 */
const WHOLE = {
  flexion: [0.3, 0.25, 0.2, 0.15, 0.1],
  bend: [0.3, 0.25, 0.2, 0.15, 0.1],
  turn: [0.06, 0.09, 0.2, 0.35, 0.3],
} as const
const UPPER = [0, 0, 0.3, 0.35, 0.35] as const

export type Spine = {
  /** Sacrum, four joints above it, and the middle between the shoulders. */
  points: readonly Vector[]
  chest: Rotation
}

/** The line of the spine from the middle of the hips at the origin, pelvis upright. */
export function spineOf(posture: Posture, build: Build): Spine {
  const flexion = tangent(angleOf(posture, 'trunk', 'flexion'), WHOLE.flexion, build)
  const bend = angleOf(posture, 'trunk', 'bend')
  const turn = angleOf(posture, 'trunk', 'turn')
  const upper = {
    flexion: angleOf(posture, 'thorax', 'flexion'),
    bend: angleOf(posture, 'thorax', 'bend'),
    turn: angleOf(posture, 'thorax', 'turn'),
  }
  let chest: Rotation = [1, 0, 0, 0, 1, 0, 0, 0, 1]
  let at: Vector = [0, build.pelvis, 0]
  const points = [at]
  UPPER.forEach((share, i) => {
    const joint = after(
      aboutY(turn * (WHOLE.turn[i] ?? 0) + upper.turn * share),
      after(
        aboutX(flexion * (WHOLE.flexion[i] ?? 0) + upper.flexion * share),
        aboutZ(-bend * (WHOLE.bend[i] ?? 0) - upper.bend * share),
      ),
    )
    chest = after(chest, joint)
    at = add(at, turned(chest, [0, build.vertebrae, 0]))
    points.push(at)
  })
  return { points, chest }
}

/** Lean of the line from hips to shoulders when the joints bend by `total` in all, degrees. */
function lean(total: number, shares: readonly number[], build: Build): number {
  let [up, out, angle] = [build.pelvis, 0, 0]
  for (const share of shares) {
    angle += (total * share * Math.PI) / 180
    up += build.vertebrae * Math.cos(angle)
    out += build.vertebrae * Math.sin(angle)
  }
  return (Math.atan2(out, up) * 180) / Math.PI
}

/**
 * What the joints of the spine bend in all for the line from hips to shoulders to lean by `wanted` degrees: the chest tilts
 * further than that line, because the spine is a curve.
 */
function tangent(wanted: number, shares: readonly number[], build: Build): number {
  if (wanted === 0) return 0
  let total = wanted * 1.7
  for (let i = 0; i < 4; i++) total *= wanted / lean(total, shares, build)
  return total
}
