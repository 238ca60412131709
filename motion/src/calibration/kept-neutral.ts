/** Between the neutral pose as the engine has it (NaN: not seen) and as a calibration keeps it (null). */
import { restingFrom } from '../angles/resting.ts'
import type { Calibration } from './calibration.ts'
import type { Neutral } from './neutral.ts'

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
const orNaN = (value: number | null): number => value ?? Number.NaN

/** A calibration of what is known so far. */
export function calibrationFrom(
  neutral: Neutral | null,
  mirrored: boolean | null,
  ranges: Calibration['ranges'] = {},
): Calibration {
  return {
    version: 1,
    mirrored,
    neutral:
      neutral === null
        ? null
        : {
            shoulderWidth: finite(neutral.shoulderWidth),
            hipWidth: finite(neutral.hipWidth),
            arm: finite(neutral.arm),
            earHeight: finite(neutral.earHeight),
            lean: finite(neutral.lean),
            hipX: finite(neutral.hipX),
            hipY: finite(neutral.hipY),
            shoulderYaw: finite(neutral.shoulderYaw),
            hipYaw: finite(neutral.hipYaw),
            view: neutral.view,
            resting: Object.fromEntries(
              Object.entries(neutral.resting).map(([name, value]) => [name, finite(value)]),
            ),
            pose: neutral.pose.map(finite),
          },
    ranges,
  }
}

/** The neutral pose kept in a calibration, NaN where a part is unknown; null when it holds none. */
export function neutralFrom(calibration: Calibration | null): Neutral | null {
  const kept = calibration?.neutral ?? null
  if (kept === null) return null
  return {
    t: Number.NaN,
    shoulderWidth: orNaN(kept.shoulderWidth),
    hipWidth: orNaN(kept.hipWidth),
    arm: orNaN(kept.arm),
    earHeight: orNaN(kept.earHeight),
    lean: orNaN(kept.lean),
    hipX: orNaN(kept.hipX),
    hipY: orNaN(kept.hipY),
    shoulderYaw: orNaN(kept.shoulderYaw),
    hipYaw: orNaN(kept.hipYaw),
    view: kept.view,
    resting: restingFrom(kept.resting),
    pose: kept.pose.map(orNaN),
  }
}
