import type { Body } from '../body/body.ts'
import type { BodyPart } from '../movement.ts'
import type { Neutral } from '../calibration/neutral.ts'
import type { Landmark, View } from '../pose.ts'

/**
 * One reading of a signal. Signals of paired limbs fill `left` and `right` (NaN where that side is not seen) and their
 * mean as `value`; signals of the trunk and head fill only `value`. `error`: expected error in the signal's unit when the
 * reading itself knows better than the table.
 */
export type Reading = {
  value: number
  left: number
  right: number
  error: number | null
  /** The part of the error that comes and goes, where that is less: a reading may be off by a scale and still tell one movement from the next. */
  tremble?: number
  /** By what it was judged, the most telling first, where there is more than one way. */
  evidence?: readonly string[]
}

/** Reads a signal from one frame; null when it cannot be had. */
export type Read = (body: Body, neutral: Neutral | null) => Reading | null

type Row = {
  /** What is measured, in clinical words. */
  definition: string
  plane: 'sagittal' | 'frontal' | 'transverse' | 'vertical' | 'any'
  /** From where the camera must stand for the definition to lie in the picture plane; other views may count by it, not measure. */
  views: readonly View[]
  /** Every landmark that the reading looks at. Of a paired limb each side needs its own only; from the side the near ones are enough. */
  landmarks: readonly Landmark[]
  unit: 'deg' | 'ratio' | 'per-minute'
  /** What a larger value means. */
  sign: string
  /** True for signals of a paired limb, false for the trunk and head. */
  paired: boolean
  /** True for a paired limb that can be read on the far side too: it is held out beyond the body. */
  farToo?: true
  /** True when the sign tells the own left (+) from the own right (-). */
  signed: boolean
  /** Value at rest. */
  rest: number
  parts: readonly BodyPart[]
  /** When it is withheld, besides landmarks that are not seen. */
  gate: string
  source: string
}

/** How a signal is had from one frame. */
type FromFrame = {
  /** From the picture plane. */
  read: Read
  /** From measured depth: the angle in space, from wherever the sensor stands. Without it the picture plane is used there too. */
  readSpace?: Read
  /** Expected error of `readSpace`, in the unit. */
  spaceError?: number
  /** A reader with a memory, for a signal that gets better with the person's past; `read` is what a single frame gives. */
  open?: () => Read
}

/** How a signal is had that needs the past (a rate, a taught pose): each person opens a reader with a memory of its own. */
type FromPast = { open: () => Read; read?: never; readSpace?: never; spaceError?: number }

/** A quantity that may be shown as a number with its error. */
export type NumberRow = Row &
  (FromFrame | FromPast) & {
    kind: 'angle' | 'ratio' | 'rate'
    /** Expected error by view, in the unit; a view that is not listed is not honest for showing a number. */
    error: Partial<Record<View, number>>
  }

/**
 * A stand-in for something that no landmark shows (a vertebra, a shoulder blade): it may be compared with the same person's own
 * values only and is never shown as a number.
 */
export type TrendRow = Row &
  FromFrame & {
    kind: 'trend'
    error: Readonly<Record<string, never>>
    /** Smallest change, in the unit, that is more than the trembling of the landmarks: changes are told in multiples of it. */
    change: number
  }

/** One row of the angle table. */
export type SignalRow = NumberRow | TrendRow

/** Where the figures named "rendered person" come from. */
export const RENDERED = 'rendered person of known angles through the full model'

/** A reading of a signal without sides; null when it cannot be had. */
export const single = (value: number, error: number | null = null): Reading | null =>
  Number.isFinite(value) ? { value, left: Number.NaN, right: Number.NaN, error } : null

/** A reading of a paired limb: the mean of the sides that are seen; null when neither is. */
export function pair(left: number, right: number, error: number | null = null): Reading | null {
  const l = Number.isFinite(left)
  const r = Number.isFinite(right)
  if (!l && !r) return null
  return { value: l && r ? (left + right) / 2 : l ? left : right, left, right, error }
}
