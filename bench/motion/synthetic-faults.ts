import type { FaultRule, Figure, Movement, Posture, Signal } from '@dorsal/motion'
import { SIGNALS, skeletonOf } from '@dorsal/motion'
import { postureAt } from '../../motion/src/person/posture.ts'
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
  hip_abduction_sidelying: (by) => ({ legL: { abduction: by * 55 } }),
}

/** The true value of a signal at a share of the figure's way, and the excursion over the whole of it. */
function trueValue(figure: Figure, movement: Movement, signal: Signal, out: number): number {
  const view = movement.cameraView ?? 'front'
  const at = (share: number) => skeletonOf(figure.stance, postureAt(figure, share))
  return truthOf(at(out), signal, trueNeutral(at(0), view), view)?.value ?? Number.NaN
}

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
  const error = Math.max(0, ...Object.values(SIGNALS[rule.signal].error))
  const beyond = Math.max(Math.abs(rule.threshold - start) / 3, 1.5 * error)
  const way = rule.when === 'below' ? -1 : 1
  const wanted = rule.threshold + way * beyond
  return {
    fault: does(wanted - (rule.when === 'aboveAbs' ? Math.abs(end) : end)),
    tempo: { ...CALM, hold: 1 },
  }
}
