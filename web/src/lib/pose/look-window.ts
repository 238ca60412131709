import type { Picture } from './soft-gl.ts'

/** A part of a picture in pixels. */
export type Window = { x: number; y: number; side: [width: number, height: number] }

/** A picture wider (or taller) than this by its other side is looked at one square after the other: in the whole, people are too small. */
const LONG = 1.5
/** How far round the known body the picture is covered, as shares of the body's breadth and height. */
const MARGIN = { across: 0.15, up: 0.18, down: 0.09 }
const GREY = 127

/** The part of the picture for the look of this turn: the whole, or the one and the other end in turn. */
export function lookWindow(width: number, height: number, turn: number): Window {
  const long = Math.max(width, height)
  const short = Math.min(width, height)
  if (long <= LONG * short) return { x: 0, y: 0, side: [width, height] }
  const at = turn % 2 === 0 ? 0 : long - short
  return width > height ? { x: at, y: 0, side: [short, short] } : { x: 0, y: at, side: [short, short] }
}

/**
 * The pixels of a window with the known person covered in grey, so that the detector finds whoever else is there. `image`: the
 * landmarks of the known person, 0..1 of the whole picture; null where nobody is known.
 */
export function lookPicture(picture: Picture, window: Window, image: ArrayLike<number> | null): Picture {
  const [width, height] = window.side
  const data = new Uint8ClampedArray(width * height * 4)
  for (let row = 0; row < height; row++) {
    const from = ((window.y + row) * picture.width + window.x) * 4
    data.set(picture.data.subarray(from, from + width * 4), row * width * 4)
  }
  if (image !== null) cover({ data, width, height }, bodyOf(image, picture), window)
  return { data, width, height }
}

type Rectangle = { left: number; right: number; top: number; bottom: number }

function bodyOf(image: ArrayLike<number>, { width, height }: Picture): Rectangle {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let at = 0; at + 1 < image.length; at += 4) {
    const x = (image[at] ?? 0) * width
    const y = (image[at + 1] ?? 0) * height
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  const long = Math.max(box.right - box.left, (box.bottom - box.top) / 2)
  return {
    left: box.left - MARGIN.across * long,
    right: box.right + MARGIN.across * long,
    top: box.top - MARGIN.up * long,
    bottom: box.bottom + MARGIN.down * long,
  }
}

function cover({ data, width, height }: Picture, body: Rectangle, { x, y }: Window): void {
  const from = Math.max(0, Math.floor(body.left) - x)
  const to = Math.min(width, Math.ceil(body.right) - x)
  if (!(to > from)) return
  const last = Math.min(height, Math.ceil(body.bottom) - y)
  for (let row = Math.max(0, Math.floor(body.top) - y); row < last; row++)
    data.fill(GREY, (row * width + from) * 4, (row * width + to) * 4)
}

/** Landmarks found in a window, as shares of the whole picture. */
export function inWhole(image: Float32Array, window: Window, { width, height }: Picture): Float32Array {
  const [across, down] = window.side
  return image.map((value, at) => {
    if (at % 4 === 0) return (value * across + window.x) / width
    if (at % 4 === 1) return (value * down + window.y) / height
    return value
  })
}
