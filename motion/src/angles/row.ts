import type { Body } from '../body/body.ts'
import type { BodyPart } from '../movement.ts'
import type { Neutral } from '../calibration/neutral.ts'
import type { View } from '../pose.ts'

/**
 * One reading of a signal. Signals of paired limbs fill `left` and `right` (NaN where that side is not seen) and their
 * mean as `value`; signals of the trunk and head fill only `value`. `error`: expected error in the signal's unit when the
 * reading itself knows better than the table.
 */
export type Reading = { value: number; left: number; right: number; error: number | null }

/** Reads a signal from one frame; null when it cannot be had. */
export type Read = (body: Body, neutral: Neutral | null) => Reading | null

/** One row of the angle table. */
export type SignalRow = {
  /** What is measured, in clinical words. */
  definition: string
  plane: 'sagittal' | 'frontal' | 'transverse' | 'vertical'
  unit: 'deg' | 'ratio' | 'per-minute'
  sign: string
  /** A trend is a stand-in for something that no landmark shows: it may be compared with itself only and is never shown as an angle. */
  kind: 'angle' | 'ratio' | 'trend' | 'rate'
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
  /** From the picture plane. */
  read: Read
  /** From measured depth: the angle in space, from wherever the sensor stands. Without it the picture plane is used there too. */
  readSpace?: Read
  /** Expected error of `readSpace`, in the unit. */
  spaceError?: number
  /** For signals that need the past (rates, a taught pose): a reader with a memory of its own, in place of `read`. */
  open?: () => Read
}

/** Where the figures named "rendered person" come from. */
export const RENDERED = 'rendered person of known angles through the full model'

/** A reading of a signal without sides; null when it cannot be had. */
export const single = (value: number, error: number | null = null): Reading | null =>
  Number.isFinite(value) ? { value, left: Number.NaN, right: Number.NaN, error } : null

/** A reading of a paired limb: the mean of the sides that are seen; null when neither is. */
export function pair(left: number, right: number): Reading | null {
  const l = Number.isFinite(left)
  const r = Number.isFinite(right)
  if (!l && !r) return null
  return { value: l && r ? (left + right) / 2 : l ? left : right, left, right, error: null }
}
