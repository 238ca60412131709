import { expect, test } from 'vitest'
import type { Landmark } from '../pose.ts'
import { drawnBody, type Point } from '../testing/drawn-body.ts'
import { readSignal } from './angles.ts'

/** A body in one line along the picture, propped on one side and seen from the front: the hips `low` pixels below the line, which rises to the head by `slope`. */
const propped = (way: 1 | -1, low: number, slope: number): Partial<Record<Landmark, Point>> => {
  const at = (x: number, y: number, z: number): Point => [320 + way * x, 250 + y - slope * x, z]
  // On the own right: the left shoulder and hip lie above the right ones.
  const both = (name: 'shoulder' | 'hip' | 'knee' | 'ankle', x: number, y: number) => ({
    [`${name}L`]: at(x, y - 20, 0),
    [`${name}R`]: at(x, y + 20, 0),
  })
  return {
    ...both('shoulder', 100, 0),
    ...both('hip', 0, low),
    ...both('knee', -45, low / 2),
    ...both('ankle', -90, 0),
  }
}

test.each([
  [1, 0],
  [-1, 0],
  [1, 0.4],
  [-1, 0.4],
] as const)(
  'side plank, head to the %s, rising by %s: low hips sag whichever way the body lies',
  (way, slope) => {
    for (const depth of ['none', 'sensor'] as const) {
      const line = (low: number): number =>
        readSignal(drawnBody(propped(way, low, slope), { view: 'front', depth }), null, 'body_line')?.value ??
        Number.NaN
      expect([depth, Math.round(line(0))]).toEqual([depth, 180])
      expect(line(20)).toBeGreaterThan(195)
      expect(line(-20)).toBeLessThan(165)
    }
  },
)

test('a trunk without length has no side bend in space', () => {
  const flat: Partial<Record<Landmark, Point>> = {
    shoulderL: [360, 250],
    shoulderR: [280, 250],
    hipL: [345, 250],
    hipR: [295, 250],
  }
  expect(
    readSignal(drawnBody(flat, { view: 'front', depth: 'sensor' }), null, 'trunk_lateral_flexion'),
  ).toBeNull()
})
