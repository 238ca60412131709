import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Frame, View } from '../pose.ts'
import { orientationOf } from './orientation.ts'
import { centre, type Points } from './points.ts'
import { dot, minus, size, times, type Vector } from '../vector.ts'

/**
 * Coordinates as a camera of ours sees them, metres: x right of the picture, y down, z away from it. The camera stands level in
 * front of the person, or to the side on which more happens where the movement asks for the side view or the person lies, far enough
 * away to have no perspective. It does not move, so that the person's own travel stays.
 */
export function filmed(
  points: readonly Points[],
  metres: number,
  axes: string | undefined,
  view: View,
): { frames: Points[]; notes: string[] } {
  const { up, left, ahead, lying, notes } = orientationOf(points, axes)
  const side = view === 'side' || lying
  const leftNear = reach(points, 'L') > reach(points, 'R')
  const right = side ? times(ahead, leftNear ? -1 : 1) : left
  const away = side ? times(left, leftNear ? -1 : 1) : times(ahead, -1)
  const see = (p: Vector): Vector => times([dot(p, right), -dot(p, up), dot(p, away)], metres)
  return { frames: points.map((frame) => frame.map((p) => (p === null ? null : see(p)))), notes }
}

/** How far the hand and the foot of one side move about its shoulder and hip: the sum of their spreads. */
function reach(points: readonly Points[], side: 'L' | 'R'): number {
  return (
    spreadOf(points, INDEX[`wrist${side}`], INDEX[`shoulder${side}`]) +
    spreadOf(points, INDEX[`ankle${side}`], INDEX[`hip${side}`])
  )
}

/** Root mean square distance of one landmark from its mean place as seen from another: tremble hardly adds to it. */
function spreadOf(points: readonly Points[], index: number, from: number): number {
  const ways = points.flatMap((frame) => {
    const a = frame[index] ?? null
    const b = frame[from] ?? null
    return a === null || b === null ? [] : [minus(a, b)]
  })
  const n = Math.max(1, ways.length)
  const mean = times(
    ways.reduce<Vector>((all, way) => [all[0] + way[0], all[1] + way[1], all[2] + way[2]], [0, 0, 0]),
    1 / n,
  )
  return Math.sqrt(ways.reduce((all, way) => all + size(minus(way, mean)) ** 2, 0) / n)
}

/** The part of the plane that the picture shows: its corner, and what one pixel is. */
export type Window = { width: number; height: number; x: number; y: number; perPixel: number }

/** Pixels of a picture that we take ourselves. */
const SIZE = 1000
/** Room about the person, as a share of the whole. */
const MARGIN = 0.15
/** A frame that reaches further out than this many times the usual extent is a slip of the sensor and does not widen the picture. */
const SLIP = 2

/** A window that holds the whole record with a margin, square. */
export function windowFor(frames: readonly Points[]): Window {
  const [left, right] = extent(frames, 0)
  const [top, bottom] = extent(frames, 1)
  const span = Math.max(right - left, bottom - top, 1e-9) / (1 - 2 * MARGIN)
  return {
    width: SIZE,
    height: SIZE,
    x: (left + right - span) / 2,
    y: (top + bottom - span) / 2,
    perPixel: span / SIZE,
  }
}

function extent(frames: readonly Points[], axis: 0 | 1): [number, number] {
  const lows: number[] = []
  const highs: number[] = []
  for (const frame of frames) {
    const values = frame.flatMap((p) => (p === null ? [] : [p[axis]]))
    if (values.length === 0) continue
    lows.push(Math.min(...values))
    highs.push(Math.max(...values))
  }
  lows.sort((a, b) => a - b)
  highs.sort((a, b) => a - b)
  const at = (list: readonly number[], share: number): number =>
    list[Math.round(share * (list.length - 1))] ?? 0
  const usual = [at(lows, 0.02), at(highs, 0.98)] as const
  const all = [at(lows, 0), at(highs, 1)] as const
  return all[1] - all[0] > SLIP * (usual[1] - usual[0]) ? [...usual] : [...all]
}

/** One frame for the tracker. `space`: the third coordinate is known and the world is given, about the middle of the hips. */
export function frameOf(
  points: Points,
  visibility: readonly number[],
  window: Window,
  space: 'sensor' | 'model' | null,
  metres = 1,
): Pick<Frame, 'image' | 'world'> {
  if (points.every((p) => p === null)) return { image: null, world: null }
  const { width, height, x, y, perPixel } = window
  const image = new Float64Array(COUNT * 4).fill(Number.NaN)
  const world = new Float64Array(COUNT * 4).fill(Number.NaN)
  const origin = centre(points, 'hip') ?? [0, 0, 0]
  points.forEach((p, i) => {
    const sure = visibility[i] ?? 0
    image[i * 4 + 3] = p === null ? 0 : sure
    if (p === null) return
    image.set(
      [(p[0] - x) / perPixel / width, (p[1] - y) / perPixel / height, (p[2] - origin[2]) / perPixel / width],
      i * 4,
    )
    world.set([...times(minus(p, origin), metres), sure], i * 4)
  })
  return { image, world: space === null ? null : world }
}
