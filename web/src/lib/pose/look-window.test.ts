import { describe, expect, it } from 'vitest'
import { brightnessOf } from './light.ts'
import { inWhole, lookPicture, lookWindow } from './look-window.ts'
import type { Picture } from './soft-gl.ts'

/** A picture whose red is the column and whose green is the row, so that each pixel says where it comes from. */
function chequered(width: number, height: number): Picture {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at++) data.set([at % width, Math.floor(at / width), 200, 255], at * 4)
  return { data, width, height }
}

const pixel = ({ data, width }: Picture, x: number, y: number): number[] =>
  Array.from(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3))

const body = (left: number, right: number, top: number, bottom: number): Float32Array =>
  Float32Array.from({ length: 33 }, (_, i) => i).reduce((points, i) => {
    points.set([i % 2 === 0 ? left : right, i % 3 === 0 ? top : bottom, 0, 1], i * 4)
    return points
  }, new Float32Array(132))

describe('the part of the picture that a look takes', () => {
  it('is the whole of a common picture, and each end of a long one in turn', () => {
    expect(lookWindow(640, 480, 0)).toEqual({ x: 0, y: 0, side: [640, 480] })
    expect(lookWindow(640, 360, 0)).toEqual({ x: 0, y: 0, side: [360, 360] })
    expect(lookWindow(640, 360, 1)).toEqual({ x: 280, y: 0, side: [360, 360] })
    expect(lookWindow(360, 640, 3)).toEqual({ x: 0, y: 280, side: [360, 360] })
  })

  it('shows the room as it is and the known person not at all', () => {
    const picture = chequered(160, 100)
    const window = lookWindow(160, 100, 1)
    const seen = lookPicture(picture, window, body(0.6, 0.7, 0.3, 0.8))
    expect([seen.width, seen.height]).toEqual([100, 100])
    expect(pixel(seen, 99, 5)).toEqual([159, 5, 200])
    expect(pixel(seen, Math.round(0.65 * 160) - 60, 50)).toEqual([127, 127, 127])
    expect(pixel(lookPicture(picture, window, null), Math.round(0.65 * 160) - 60, 50)).toEqual([104, 50, 200])
  })

  it('covers nobody who stands wholly outside, and breaks on no landmark', () => {
    const picture = chequered(160, 100)
    const window = lookWindow(160, 100, 0)
    for (const known of [body(1.4, 1.6, 0.2, 0.8), body(-3, -2, 0.2, 0.8), new Float32Array(132).fill(NaN)])
      expect(lookPicture(picture, window, known).data).toEqual(lookPicture(picture, window, null).data)
  })

  it('gives landmarks back as shares of the whole picture', () => {
    const whole = inWhole(
      Float32Array.of(0, 0.5, 0.1, 1, 1, 1, 0, 1),
      lookWindow(160, 100, 1),
      chequered(160, 100),
    )
    expect(whole[0]).toBeCloseTo(60 / 160)
    expect(whole[1]).toBeCloseTo(0.5)
    expect(whole[4]).toBeCloseTo(1)
  })
})

describe('the brightness of a picture', () => {
  const plain = (r: number, g: number, b: number): Picture => {
    const data = new Uint8ClampedArray(64 * 48 * 4)
    for (let at = 0; at < data.length; at += 4) data.set([r, g, b, 255], at)
    return { data, width: 64, height: 48 }
  }
  it.each([
    ['black', 0, plain(0, 0, 0)],
    ['white', 1, plain(255, 255, 255)],
    ['grey', 0.5, plain(127.5, 127.5, 127.5)],
    ['green is brighter than blue', 0.7152, plain(0, 255, 0)],
  ])('%s', (_name, light, picture) => {
    expect(brightnessOf(picture)).toBeCloseTo(light, 2)
  })

  it('of a half dark picture is half, of no picture nothing', () => {
    const picture = plain(255, 255, 255)
    picture.data.fill(0, 0, picture.data.length / 2)
    expect(brightnessOf(picture)).toBeCloseTo(0.5, 1)
    expect(brightnessOf({ data: new Uint8ClampedArray(0) })).toBe(0)
  })
})
