import { describe, expect, test } from 'vitest'
import { BodyReader } from './body.ts'
import type { View } from '../pose.ts'
import { film, type Posture } from '../testing/person.ts'
import { ViewReader } from './view.ts'

/** The view after `seconds` of a film, with or without the model's depth. */
function viewOf(posture: (t: number) => Posture, depth = true, turning = false, seconds = 2): View | null {
  const body = new BodyReader()
  const view = new ViewReader(turning)
  let now: View | null = null
  for (const frame of film(seconds, 30, posture))
    now = view.read(body.read(depth ? frame : { ...frame, world: null }))
  return now
}

describe('view of the person', () => {
  test.each<[number, View]>([
    [0, 'front'],
    [12, 'front'],
    [-12, 'front'],
    [40, 'oblique'],
    [-40, 'oblique'],
    [80, 'side'],
    [90, 'side'],
    [-90, 'side'],
    [180, 'back'],
    [170, 'back'],
  ])('%s degrees', (yaw, view) => {
    expect(viewOf(() => ({ yaw }))).toBe(view)
  })

  test.each<[number, View]>([
    [0, 'front'],
    [45, 'oblique'],
    [90, 'side'],
  ])('%s degrees, by widths where there is no depth', (yaw, view) => {
    expect(viewOf(() => ({ yaw }), false)).toBe(view)
  })

  test('a glance aside does not change it, standing otherwise does', () => {
    expect(viewOf((t) => ({ yaw: t > 1 && t < 1.3 ? 60 : 0 }))).toBe('front')
    expect(viewOf((t) => ({ yaw: t > 1 ? 90 : 0 }), true, false, 4)).toBe('side')
  })

  test('in an exercise that turns the trunk, a turned trunk still faces the camera', () => {
    expect(viewOf((t) => ({ turn: t > 1 ? 55 : 0, yaw: t > 1 ? 12 : 0 }), true, true, 4)).toBe('front')
    expect(viewOf((t) => ({ yaw: t > 1 ? 80 : 0 }), true, true, 4)).toBe('side')
  })
})
