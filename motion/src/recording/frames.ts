import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Frame, View } from '../pose.ts'
import { mirror } from '../skeleton/mirror.ts'
import type { ProductRecording, Skeleton } from './records.ts'
import { columnsOf } from '../skeleton/joint-names.ts'

type Vector = readonly [number, number, number]

/** Frames of a product recording. A mirrored recording is turned back, so that left is the person's own left. */
export function productFrames(recording: ProductRecording): Frame[] {
  const { width, height, mirrored } = recording
  const plain = (points: (number | null)[]): number[] => points.map((value) => value ?? Number.NaN)
  return recording.frames.map(({ t, image, world }) => ({
    t,
    width,
    height,
    image: image === null ? null : mirrored ? mirror(image, 'image') : plain(image),
    world: world === null ? null : mirrored ? mirror(world, 'world') : plain(world),
  }))
}

/** The picture that a skeleton record is turned into is this many pixels wide and high. */
const SIZE = 1000
/** Image-space depth of BlazePose turns further than the body: a true 45 degrees reads 63 on a rendered person of known angle. */
const IMAGE_DEPTH = 0.5

/**
 * Frames of a skeleton record. Two-dimensional ones keep their picture. Three-dimensional ones are filmed by a camera of ours
 * that stands where the movement wants it (`view`): they have true depth, so that no view need be refused. Missing joints stay
 * missing. `fps`: frames a second where the record does not say.
 */
export function skeletonFrames(record: Skeleton, fps: number, view: View): Frame[] {
  const rate = record.fps ?? fps
  const columns = columnsOf(record.joints)
  const flat = /px|pixel/.test(record.units ?? '') || /image/.test(record.axes ?? '')
  const points = record.frames.map((frame) => columns.map((column) => pointOf(frame?.[column])))
  const filmed = flat ? picture(points) : film(points, record.axes ?? 'y up', view)
  const place = framing(filmed)
  return filmed.map((frame, i) => ({
    t: i / rate,
    width: SIZE,
    height: SIZE,
    ...(frame.some((point) => point !== null) ? place(frame) : { image: null, world: null }),
  }))
}

function pointOf(raw: (number | null)[] | null | undefined): Vector | null {
  const [x, y, z] = raw ?? []
  if (typeof x !== 'number' || typeof y !== 'number' || (x === 0 && y === 0)) return null
  return [x, y, z ?? 0]
}

type Picture = (Vector | null)[]

function picture(points: readonly Picture[]): Picture[] {
  return points.map((frame) => frame.map((p) => (p === null ? null : [p[0], p[1], p[2] * IMAGE_DEPTH])))
}

/** Looks at a three-dimensional skeleton from the front or from the side on which more happens. */
function film(points: readonly Picture[], axes: string, view: View): Picture[] {
  const up = upOf(axes)
  const left = horizontal(sum(points.slice(0, 60).flatMap(acrossOf)), up)
  const ahead = cross(left, up)
  const side = view === 'side'
  const leftNear = reach(points, 'L') > reach(points, 'R')
  const sideways = leftNear ? scale(ahead, -1) : ahead
  const right = side ? sideways : left
  const away = side ? (leftNear ? scale(left, -1) : left) : scale(ahead, -1)
  return points.map((frame) =>
    frame.map((p) => (p === null ? null : [dot(p, right), -dot(p, up), dot(p, away)])),
  )
}

const upOf = (axes: string): Vector =>
  /z up/.test(axes) ? [0, 0, 1] : /y down/.test(axes) ? [0, -1, 0] : [0, 1, 0]

/** From own right to own left across the shoulders and hips of one frame. */
function acrossOf(frame: Picture): Vector[] {
  return (['shoulder', 'hip'] as const).flatMap((pair) => {
    const l = frame[INDEX[`${pair}L`]]
    const r = frame[INDEX[`${pair}R`]]
    return l === null || r === null || l === undefined || r === undefined ? [] : [minus(l, r)]
  })
}

/** How far the hand and the foot of one side move about its shoulder and hip: the sum of their spreads. */
function reach(points: readonly Picture[], side: 'L' | 'R'): number {
  return (
    spreadOf(points, INDEX[`wrist${side}`], INDEX[`shoulder${side}`]) +
    spreadOf(points, INDEX[`ankle${side}`], INDEX[`hip${side}`])
  )
}

/** Root mean square distance of one landmark from its mean place as seen from another: tremble hardly adds to it. */
function spreadOf(points: readonly Picture[], index: number, from: number): number {
  const ways = points.flatMap((frame) => {
    const a = frame[index]
    const b = frame[from]
    return a === null || b === null || a === undefined || b === undefined ? [] : [minus(a, b)]
  })
  const mean = scale(sum(ways), 1 / Math.max(1, ways.length))
  return Math.sqrt(
    ways.reduce((all, way) => all + length(minus(way, mean)) ** 2, 0) / Math.max(1, ways.length),
  )
}

/** Fits the whole record into the picture with a margin; the same scale for every frame. */
function framing(frames: readonly Picture[]): (frame: Picture) => Pick<Frame, 'image' | 'world'> {
  let low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const p of frames.flat()) {
    if (p === null) continue
    low = [Math.min(low[0] ?? p[0], p[0]), Math.min(low[1] ?? p[1], p[1])]
    high = [Math.max(high[0] ?? p[0], p[0]), Math.max(high[1] ?? p[1], p[1])]
  }
  const span = Math.max((high[0] ?? 1) - (low[0] ?? 0), (high[1] ?? 1) - (low[1] ?? 0), 1e-9) * 1.3
  const middle = [((low[0] ?? 0) + (high[0] ?? 0)) / 2, ((low[1] ?? 0) + (high[1] ?? 0)) / 2]
  return (frame) => {
    const image = new Float64Array(COUNT * 4).fill(Number.NaN)
    const world = new Float64Array(COUNT * 4).fill(Number.NaN)
    frame.forEach((p, i) => {
      image[i * 4 + 3] = p === null ? 0 : 1
      if (p === null) return
      image.set(
        [0.5 + (p[0] - (middle[0] ?? 0)) / span, 0.5 + (p[1] - (middle[1] ?? 0)) / span, p[2] / span],
        i * 4,
      )
      world.set([p[0], p[1], p[2], 1], i * 4)
    })
    const depth = frame.some((p) => p !== null && p[2] !== 0)
    return { image, world: depth ? world : null }
  }
}

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const scale = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k]
const length = (a: Vector): number => Math.sqrt(dot(a, a))
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const sum = (all: readonly Vector[]): Vector =>
  all.reduce<Vector>((so, one) => [so[0] + one[0], so[1] + one[1], so[2] + one[2]], [0, 0, 0])

function horizontal(vector: Vector, up: Vector): Vector {
  const flat = minus(vector, scale(up, dot(vector, up)))
  const size = length(flat)
  return size > 1e-9 ? scale(flat, 1 / size) : [1, 0, 0]
}
