import type { Body } from '../body/body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import type { Signal } from '../movement.ts'
import { ARM } from './arm.ts'
import { leftIsNear } from './bearing.ts'
import { FLOOR } from './floor.ts'
import { GIRDLE } from './girdle.ts'
import { LEGS } from './legs.ts'
import { NECK } from './neck.ts'
import { OPENING } from './opening.ts'
import { OVER_TIME } from './over-time.ts'
import type { Reading, SignalRow } from './row.ts'
import { SHOULDER } from './shoulder.ts'
import { SPINE } from './spine.ts'
import { TRUNK } from './trunk.ts'
import { TURN } from './turn.ts'
import { WHOLE_BODY } from './whole-body.ts'

export type { Reading, SignalRow } from './row.ts'

const TABLE = {
  ...TRUNK,
  ...SPINE,
  ...GIRDLE,
  ...SHOULDER,
  ...ARM,
  ...NECK,
  ...LEGS,
  ...FLOOR,
  ...WHOLE_BODY,
  ...OVER_TIME,
  ...TURN,
  ...OPENING,
} satisfies Record<Signal, SignalRow>

// Derived from the rows themselves: a signal that becomes a trend is no longer accepted where a number with a degree sign is written.
type OfKind<Kind extends SignalRow['kind']> = {
  [Name in Signal]: (typeof TABLE)[Name]['kind'] extends Kind ? Name : never
}[Signal]

/** Signals that are angles of the body: only these are ever written with a degree sign. */
export type AngleSignal = OfKind<'angle'>
/** Signals that stand in for something no landmark shows: told only as change against oneself. */
export type TrendSignal = OfKind<'trend'>

/** The angle table: one row a signal. Picture-plane angles are preferred; single-camera depth is used for direction only. */
export const SIGNALS: Readonly<Record<Signal, SignalRow>> = TABLE

/**
 * Reads one signal from one frame, null when it cannot be had (always for signals that need the past: those are read through a
 * `SignalReader`). From the side the far limb is dropped: it is hidden behind the body and the model only guesses it.
 */
export function readSignal(body: Body, neutral: Neutral | null, signal: Signal): Reading | null {
  const row = SIGNALS[signal]
  const read = body.depth === 'sensor' ? (row.readSpace ?? row.read) : row.read
  const reading = body.seen && read !== undefined ? read(body, neutral) : null
  if (reading === null || !Number.isFinite(reading.value)) return null
  if (!row.paired || row.farToo === true || body.view !== 'side' || body.depth === 'sensor') return reading
  const left = leftIsNear(body)
  if (left === null) return reading
  const near = left ? reading.left : reading.right
  if (!Number.isFinite(near)) return reading
  const { error } = reading
  return left
    ? { value: near, left: near, right: Number.NaN, error }
    : { value: near, left: Number.NaN, right: near, error }
}
