import type { RangeBrief, RangeSeen } from './stalled-range.ts'

const DAY = 86_400_000

/** A set of turning in a chair, well seen, that reached so far on both sides. Made up. */
export const turned = (degrees: number, rest: Partial<RangeSeen> = {}): RangeSeen => ({
  exerciseId: 'seated-rotation',
  signal: 'trunk_axial_rotation',
  left: degrees,
  right: degrees,
  best: degrees,
  error: 10,
  seen: 0.9,
  eased: false,
  ...rest,
})

/** A session for each of the values, so many days apart, the last one at `end`. */
export const measured = (
  end: string,
  values: readonly number[],
  { every = 4, set = {} }: { every?: number; set?: Partial<RangeSeen> } = {},
): RangeBrief[] =>
  values.map((degrees, index) => ({
    endedAt: new Date(Date.parse(end) - (values.length - 1 - index) * every * DAY).toISOString(),
    stopped: false,
    sets: [turned(degrees, set)],
  }))
