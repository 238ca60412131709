import { describe, expect, test } from 'vitest'
import { drawnBody } from '../testing/drawn-body.ts'
import { drawn, outOfPlane, shrink } from './perspective.ts'

const body = drawnBody({})

describe('what is nearer to the camera is drawn back to where it would lie', () => {
  test('in the plane of the trunk nothing changes', () => {
    expect(shrink(body, 0)).toBe(1)
    expect(shrink(body, -50)).toBe(1)
  })

  test('unknown depth changes nothing', () => {
    expect(shrink(body, Number.NaN)).toBe(1)
    expect(shrink(body, Number.POSITIVE_INFINITY)).toBe(1)
  })

  test('a hand 50 cm before a body 2.5 m away is seen a quarter too large', () => {
    // In a picture of 640 pixels with a focal length of 0.82 of it, 2.5 m away a metre is 210 pixels.
    const pixels = (0.5 * 0.82 * 640) / 2.5
    expect(shrink(body, pixels)).toBeCloseTo(0.8, 2)
  })

  test('the same share in a portrait picture, which is as wide a look along its longer side', () => {
    const upright = { ...body, width: 480, height: 640 }
    expect(shrink(upright, 80)).toBe(shrink(body, 80))
  })

  test('nothing comes nearer than half the way', () => {
    expect(shrink(body, 1e6)).toBe(0.5)
  })

  test('towards the middle of the picture, wherever the point lies', () => {
    expect(drawn(320, 640, 0.8)).toBe(320)
    expect(drawn(420, 640, 0.8)).toBe(400)
    expect(drawn(220, 640, 0.8)).toBe(240)
    expect(drawn(0, 640, 1)).toBe(0)
  })

  test('what is missing to the length of a bone points out of the picture', () => {
    expect(outOfPlane(50, 30)).toBe(40)
    expect(outOfPlane(50, 50)).toBe(0)
    expect(outOfPlane(50, 0)).toBe(50)
    // Seen longer than it can be, by tremble: it lies in the plane.
    expect(outOfPlane(50, 60)).toBe(0)
  })
})
