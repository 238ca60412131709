import { describe, expect, test } from 'vitest'
import { BodyReader } from './body.ts'
import type { Frame, View } from '../pose.ts'
import { film, type Sketch as Posture } from '../person/film.ts'
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

describe('people who lie or kneel', () => {
  /** A person whose trunk lies level: the upright one turned about the axis that the camera looks along, or about the other. */
  const laid = (frame: Frame, how: 'on the side' | 'on the back'): Frame => {
    const world = Float64Array.from(frame.world ?? [])
    const image = Float64Array.from(frame.image ?? [])
    for (let i = 0; i < 33; i++) {
      const [x, y, z] = [world[i * 4] ?? 0, world[i * 4 + 1] ?? 0, world[i * 4 + 2] ?? 0]
      // Head to the right of the picture; on the back the face looks up, away from a camera at the side.
      const [a, b, c] = how === 'on the side' ? [-y, x, z] : [-y, z, -x]
      world.set([a, b, c], i * 4)
      image[i * 4] = 0.5 + a / 2.4
      image[i * 4 + 1] = 0.5 + b / 1.8
    }
    return { ...frame, image, world }
  }

  const settled = (frames: readonly Frame[], depth: boolean): View | null => {
    const body = new BodyReader()
    const view = new ViewReader()
    let now: View | null = null
    for (const frame of frames) now = view.read(body.read(depth ? frame : { ...frame, world: null }))
    return now
  }

  test.each<['on the side' | 'on the back', number, View]>([
    ['on the side', 0, 'front'],
    ['on the side', 180, 'back'],
    ['on the back', 0, 'side'],
    ['on the back', 90, 'front'],
    ['on the back', 45, 'oblique'],
  ])(
    'lying %s, turned by %s degrees, is seen from the %s, by depth and by widths alike',
    (how, yaw, view) => {
      const frames = film(2, 30, () => ({ yaw })).map((frame) => laid(frame, how))
      expect([settled(frames, true), settled(frames, false)]).toEqual([view, view])
    },
  )
})
