import { HEAD } from './head.ts'
import { LIMBS } from './limbs.ts'
import type { Reading, SignalRow } from './row.ts'
import { TRUNK } from './trunk.ts'
import type { Body } from '../body/body.ts'
import type { Signal } from '../movement.ts'
import type { Neutral } from '../calibration/neutral.ts'

export type { Reading, SignalRow } from './row.ts'

/** The angle table: one row a signal. Picture-plane angles are preferred; single-camera depth is used for direction only. */
export const SIGNALS: Readonly<Record<Signal, SignalRow>> = { ...TRUNK, ...LIMBS, ...HEAD }

/**
 * Reads one signal from one frame, null when it cannot be had. From the side the far limb is dropped: it is hidden behind the
 * body and the model only guesses it.
 */
export function readSignal(body: Body, neutral: Neutral | null, signal: Signal): Reading | null {
  const row = SIGNALS[signal]
  const reading = body.seen ? row.read(body, neutral) : null
  if (reading === null || !Number.isFinite(reading.value)) return null
  if (!row.paired || body.view !== 'side') return reading
  const leftIsNear = (Number.isFinite(body.hipYaw) ? body.hipYaw : body.shoulderYaw) < 0
  const near = leftIsNear ? reading.left : reading.right
  if (!Number.isFinite(near)) return reading
  const { error } = reading
  return leftIsNear
    ? { value: near, left: near, right: Number.NaN, error }
    : { value: near, left: Number.NaN, right: near, error }
}
