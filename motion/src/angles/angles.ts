import { ARM } from './arm.ts'
import { leftIsNear } from './bearing.ts'
import { HEAD } from './head.ts'
import { LEGS } from './legs.ts'
import type { Reading, SignalRow } from './row.ts'
import { SHOULDER } from './shoulder.ts'
import { TRUNK } from './trunk.ts'
import type { Body } from '../body/body.ts'
import { Signal } from '../movement.ts'
import type { Neutral } from '../calibration/neutral.ts'

export type { Reading, SignalRow } from './row.ts'

const UNREAD = Object.fromEntries(
  Signal.options.map((signal) => [
    signal,
    {
      definition: signal,
      plane: 'sagittal',
      unit: 'ratio',
      sign: '',
      kind: 'trend',
      views: [],
      landmarks: [],
      gate: '',
      change: 1,
      paired: false,
      signed: false,
      rest: 0,
      parts: [],
      error: {},
      source: '',
      read: () => null,
    } satisfies SignalRow,
  ]),
) as unknown as Record<Signal, SignalRow>

/** The angle table: one row a signal. Picture-plane angles are preferred; single-camera depth is used for direction only. */
export const SIGNALS: Readonly<Record<Signal, SignalRow>> = {
  ...UNREAD,
  ...TRUNK,
  ...SHOULDER,
  ...ARM,
  ...LEGS,
  ...HEAD,
}

/**
 * Reads one signal from one frame, null when it cannot be had. From the side the far limb is dropped: it is hidden behind the
 * body and the model only guesses it.
 */
export function readSignal(body: Body, neutral: Neutral | null, signal: Signal): Reading | null {
  const row = SIGNALS[signal]
  const read = body.depth === 'sensor' ? (row.readSpace ?? row.read) : row.read
  const reading = body.seen ? read(body, neutral) : null
  if (reading === null || !Number.isFinite(reading.value)) return null
  if (!row.paired || body.view !== 'side' || body.depth === 'sensor') return reading
  const left = leftIsNear(body)
  if (left === null || row.farToo === true) return reading
  const near = left ? reading.left : reading.right
  if (!Number.isFinite(near)) return reading
  const { error } = reading
  return left
    ? { value: near, left: near, right: Number.NaN, error }
    : { value: near, left: Number.NaN, right: near, error }
}
