import type { FaultRule, Figure, Movement, Posture, Signal } from '@dorsal/motion'
import { SIGNALS, skeletonOf } from '@dorsal/motion'
import { addPostures, postureAt } from '../../motion/src/person/posture.ts'
import { clamp } from '../../motion/src/geometry.ts'
import { CALM, type Play } from '../../motion/src/person/script.ts'
import { trueNeutral, truthOf } from '../../motion/src/person/truth.ts'

const arms = (arm: Posture['armL']): Posture => ({ armL: arm, armR: arm })
const legs = (leg: Posture['legL']): Posture => ({ legL: leg, legR: leg })
/** Height of the ears over the shoulders, centimetres: what a shrug takes a share of. */
const EARS = 23

/** What a body does to change a signal by `by` (in the signal's unit) beyond what the exercise asks for. */
const COMPENSATION: Partial<Record<Signal, (by: number) => Posture>> = {
  trunk_lateral_flexion: (by) => ({ trunk: { bend: by } }),
  trunk_inclination: (by) => ({ pelvis: { tilt: by / 2 }, trunk: { flexion: by / 2 } }),
  trunk_axial_rotation: (by) => ({ trunk: { turn: by } }),
  upper_body_turn: (by) => ({ trunk: { turn: by } }),
  pelvis_rotation: (by) => ({ pelvis: { turn: by } }),
  hip_drift: (by) => {
    const lean = (Math.asin(Math.min(0.9, (by * 0.49) / 0.84)) * 180) / Math.PI
    return { legL: { abduction: -lean }, legR: { abduction: lean } }
  },
  shrug_index: (by) => arms({ shrug: -by * EARS }),
  elbow_flexion: (by) => arms({ elbow: by }),
  knee_flexion: (by) => legs({ knee: by, flexion: by / 2 }),
  shoulder_abduction: (by) => arms({ abduction: by }),
  head_pitch: (by) => ({ head: { nod: by } }),
  neck_rotation: (by) => ({ head: { turn: by } }),
  // Beyond 180 the hips hang through: they extend.
  body_line: (by) => ({ pelvis: { tilt: -by / 2 }, ...legs({ flexion: -by / 2 }) }),
  pelvis_lift: (by) => ({ pelvis: { tilt: -by / 2 }, ...legs({ flexion: -by / 2 }) }),
  hip_abduction_sidelying: (by) => ({ legL: { abduction: by * 55 } }),
}

/** The true value of a signal at a share of the figure's way, of somebody who does `fault` besides. */
function trueValue(
  figure: Figure,
  movement: Movement,
  signal: Signal,
  out: number,
  fault: Posture = {},
): number {
  const view = movement.cameraView ?? 'front'
  const neutral = trueNeutral(skeletonOf(figure.stance, figure.start), view)
  const body = skeletonOf(figure.stance, addPostures(postureAt(figure, out), fault))
  return truthOf(body, signal, neutral, view)?.value ?? Number.NaN
}

/** At the most so many times as much as the signal asks for, where a body answers by less of it. */
const MORE = 3

/**
 * The play in which a fault is there beyond doubt: the signal of its rule driven past the threshold by a third of the way there
 * and by more than the signal's own error. null where a body cannot show it (no definition in space, or no compensation that does it).
 */
export function injected(movement: Movement, rule: FaultRule): Partial<Play> | null {
  const { figure } = movement
  if (figure === undefined) return null
  if (rule.when === 'shortRange') return { partial: [3, 5], reps: 7 }
  if (rule.when === 'quickerThan') {
    // Of a smooth way two thirds to four fifths of the time are seen: it is slow to leave and slow to arrive.
    const seconds = rule.threshold
    return { tempo: { ...CALM, out: seconds, back: seconds } }
  }
  const [start, end] = [0, 1].map((out) => trueValue(figure, movement, rule.signal, out))
  if (start === undefined || end === undefined || !Number.isFinite(start + end)) return null
  if (rule.when === 'fasterThan') {
    // A smooth reach is 1.875 times as fast in its middle as on average.
    const seconds = (1.875 * Math.abs(end - start)) / (1.6 * rule.threshold)
    return seconds > 0.15 ? { tempo: { ...CALM, out: seconds, back: seconds } } : null
  }
  const does = COMPENSATION[rule.signal]
  if (does === undefined) return null
  const row = SIGNALS[rule.signal]
  const error = Math.max(0, ...Object.values(row.error))
  const beyond = Math.max(Math.abs(rule.threshold - start) / 3, 1.5 * error)
  const way = rule.when === 'below' ? -1 : 1
  const wanted = rule.threshold + way * beyond
  const by = wanted - end
  // A spine that is bent already, or hips over bent legs, answer by less than was asked: then more is done.
  const reached = trueValue(figure, movement, rule.signal, 1, does(by))
  const doubt = row.kind === 'trend' ? row.change : error
  const short = way * (reached - rule.threshold) < doubt
  const share = (reached - end) / (rule.threshold + way * 1.5 * doubt - end)
  return {
    fault: does(short && share > 0 ? by * clamp(1 / share, 1, MORE) : by),
    tempo: { ...CALM, hold: 1 },
  }
}
