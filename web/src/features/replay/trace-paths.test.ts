import type { Trace } from '@dorsal/motion'
import { expect, it } from 'vitest'
import { bandOf, boundsOf, keysOf, lineOf, runsOf } from './trace-paths.ts'

const point = (t: number, value: number | null) => ({
  t,
  value,
  left: null,
  right: null,
  error: value === null ? null : 5,
})
const trace = (points: Trace['points'], paired = false) =>
  ({ points, paired, kind: 'angle', unit: 'deg' }) as Trace
const scale = { x: (t: number) => t * 10, y: (value: number) => 100 - value }

it('nothing is drawn across a moment without a value, or across frames that are missing', () => {
  const points = [point(0, 1), point(0.1, 2), point(0.2, null), point(0.3, 3), point(0.4, 4), point(2, 5)]
  expect(runsOf(points, 'value').map((run) => run.map(({ value }) => value))).toEqual([[1, 2], [3, 4], [5]])
})

it('a line goes through its values, its band through their errors', () => {
  const [run] = runsOf([point(0, 10), point(0.1, 20)], 'value')
  expect(lineOf(run ?? [], scale)).toBe('M0.0 90.0L1.0 80.0')
  expect(bandOf(run ?? [], scale)).toBe('M0.0 85.0L1.0 75.0L1.0 85.0L0.0 95.0Z')
})

it('the axis holds the errors, and there is none where nothing was read', () => {
  expect(boundsOf([trace([point(0, 10), point(0.1, 40)])])).toEqual({ low: 5, high: 45 })
  expect(boundsOf([trace([point(0, null)])])).toBeNull()
})

it('a paired limb has a line for each side that was seen', () => {
  const both = [{ t: 0, value: 1, left: 1, right: null, error: 5 }]
  expect(keysOf(trace(both, true))).toEqual(['left'])
  expect(keysOf(trace([point(0, 1)], true))).toEqual(['value'])
})
