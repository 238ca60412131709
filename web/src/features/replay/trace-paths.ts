import type { Trace, TracePoint } from '@dorsal/motion'

export type Key = 'value' | 'left' | 'right'

/** Seconds without a value after which a course has a gap: nothing is drawn across it. */
const GAP = 0.25

type Run = { t: number; value: number; error: number }[]

/** The stretches in which a course has values. */
export function runsOf(points: readonly TracePoint[], key: Key): Run[] {
  const runs: Run[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const point of points) {
    const value = point[key]
    if (value === null) {
      last = Number.NEGATIVE_INFINITY
      continue
    }
    if (point.t - last > GAP) runs.push([])
    runs.at(-1)?.push({ t: point.t, value, error: point.error ?? 0 })
    last = point.t
  }
  return runs
}

/** Which lines a signal has: a side each, where both were seen; else the one. */
export function keysOf(trace: Trace): Key[] {
  const has = (key: Key) => trace.points.some((point) => point[key] !== null)
  const sides = (['left', 'right'] as const).filter((side) => trace.paired && has(side))
  return sides.length > 0 ? sides : ['value']
}

/** From the least to the most that is drawn, errors included; null where there is nothing. */
export function boundsOf(traces: readonly Trace[]): { low: number; high: number } | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const trace of traces)
    for (const key of keysOf(trace))
      for (const run of runsOf(trace.points, key))
        for (const { value, error } of run) {
          low = Math.min(low, value - error)
          high = Math.max(high, value + error)
        }
  if (!(high > low)) return Number.isFinite(low) ? { low: low - 1, high: low + 1 } : null
  return { low, high }
}

type Scale = { x: (t: number) => number; y: (value: number) => number }

const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`

export const lineOf = (run: Run, { x, y }: Scale): string =>
  run.map(({ t, value }, i) => `${i === 0 ? 'M' : 'L'}${at(x(t), y(value))}`).join('')

/** The band of the error about a stretch. */
export const bandOf = (run: Run, { x, y }: Scale): string => {
  const over = run.map(({ t, value, error }) => at(x(t), y(value + error)))
  const under = run.toReversed().map(({ t, value, error }) => at(x(t), y(value - error)))
  return `M${[...over, ...under].join('L')}Z`
}
