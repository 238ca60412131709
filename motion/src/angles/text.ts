import type { MeasuredRange } from '../events.ts'
import type { Signal } from '../movement.ts'
import { type AngleSignal, SIGNALS, type TrendSignal } from './angles.ts'

/** True for a signal that is only a stand-in. */
const isTrend = (signal: string): boolean => SIGNALS[signal as Signal]?.kind === 'trend'

/**
 * An angle as people read it, always with its error: "42° ± 10°". Takes signals that are angles and no others: the compiler refuses a
 * trend, and so does this function where a name came from outside (throws `RangeError`; a defect of the caller, not of the person).
 * A value or error that is not a number gives "–".
 */
export function angleText(signal: AngleSignal, value: number, error: number): string {
  if (SIGNALS[signal]?.kind !== 'angle') throw new RangeError(`"${signal as string}" is no angle`)
  return Number.isFinite(value) && Number.isFinite(error) ? withError(value, error, '°', 0) : '–'
}

/**
 * One side of a measured range as text with its error, in the range's own unit; null for a trend, which no unit makes a measurement,
 * and for a value that is missing.
 */
export function rangeText(
  range: Pick<MeasuredRange, 'signal' | 'unit' | 'error'>,
  value: number | null,
): string | null {
  if (isTrend(range.signal) || value === null || !Number.isFinite(value)) return null
  const unit = range.unit === 'deg' || range.unit === '°'
  return unit
    ? withError(value, range.error, '°', 0)
    : withError(value, range.error, range.unit === 'ratio' ? '' : ` ${range.unit}`, 2)
}

const withError = (value: number, error: number, unit: string, digits: 0 | 2): string =>
  `${plain(value, digits)}${unit} ± ${plain(error, digits)}${unit}`

/** Rounded, without the sign of a zero. */
const plain = (value: number, digits: 0 | 2): string => String(Number(value.toFixed(digits)) + 0)

/** How a trend went against the person's own earlier value: by so many times the change that the landmarks could tremble. */
export type TrendChange = { way: 'more' | 'less' | 'same'; times: number }

/**
 * The only thing that may be told of a trend: whether it is more, less or about the same as `before` (same unit, same person, same
 * view). `times`: multiples of the smallest change that means anything; below one it is the same. null when a value is missing.
 */
export function trendChange(signal: TrendSignal, before: number, now: number): TrendChange | null {
  const row = SIGNALS[signal]
  if (row?.kind !== 'trend') throw new RangeError(`"${signal as string}" is no trend`)
  const times = (now - before) / row.change
  if (!Number.isFinite(times)) return null
  return { way: Math.abs(times) < 1 ? 'same' : times > 0 ? 'more' : 'less', times: Math.abs(times) }
}
