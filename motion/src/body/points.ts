import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Landmark, View } from '../pose.ts'

/**
 * The person in one frame after repair, gating and smoothing: picture coordinates in pixels (x right, y down, not mirrored), which
 * landmarks may be used, and where the third coordinate comes from. `trunk` is the person's own trunk length, the unit of length.
 */
export type Body = {
  t: number
  width: number
  height: number
  /** False when nobody is in the picture, or when what is there is not the person who was there before (see `jumped`). */
  seen: boolean
  /**
   * True while the landmarks sit on another place or another person than a moment ago, further than anybody can move: the model took
   * somebody else up, or the camera was knocked. Nothing is judged until they come back or stay for a second.
   */
  jumped: boolean
  /** True in the one frame in which the past was dropped (somebody new, sides given up): what had begun before cannot go on. */
  broken: boolean
  x: Float64Array
  y: Float64Array
  visibility: Float64Array
  /** Where the third coordinate comes from: `space` may be used for angles only with 'sensor'. */
  depth: 'none' | 'model' | 'sensor'
  /** Coordinates in space, metres: x right of the picture, y down, z away from the camera; NaN where there are none. */
  space: Space
  /** 1 where a landmark is visible and inside the picture. */
  ok: Uint8Array
  /** 1 where a landmark lies inside the picture, visible or not. */
  inside: Uint8Array
  /** Direction of the shoulder and hip lines about the long axis of the trunk, by depth: 0 facing, positive = turned to own left, degrees; NaN without depth. */
  shoulderYaw: number
  hipYaw: number
  /** Trunk length in pixels: the person's own longest seen, slowly forgetting; NaN before the trunk was seen. */
  trunk: number
  /** Leg length in pixels, hips to ankles: the longest seen, at least what a trunk of this length goes with. */
  leg: number
  /** Breadth between the shoulder points in trunk lengths: the widest seen with the arms down, forgotten within a minute. */
  breadth: number
  /** The same lengths from measured depth, all in metres (breadth too); NaN unless `depth` is 'sensor'. */
  metres: { trunk: number; leg: number; breadth: number }
  view: View | null
}

/** Coordinates of all landmarks in space. */
export type Space = { x: Float64Array; y: Float64Array; z: Float64Array }

/** A list of numbers, one a landmark, none of them known. */
export const unknown = (): Float64Array => new Float64Array(COUNT).fill(Number.NaN)

/** A body of which nothing has been seen. */
export const noBody = (): Body => ({
  t: Number.NaN,
  width: 1,
  height: 1,
  seen: false,
  jumped: false,
  broken: false,
  x: unknown(),
  y: unknown(),
  visibility: new Float64Array(COUNT),
  depth: 'none',
  space: { x: unknown(), y: unknown(), z: unknown() },
  ok: new Uint8Array(COUNT),
  inside: new Uint8Array(COUNT),
  shoulderYaw: Number.NaN,
  hipYaw: Number.NaN,
  trunk: Number.NaN,
  leg: Number.NaN,
  breadth: Number.NaN,
  metres: { trunk: Number.NaN, leg: Number.NaN, breadth: Number.NaN },
  view: null,
})

/** Names of the landmarks that come as left and right. */
export type Pair = 'ear' | 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle'

/** Middle of a pair of landmarks, from the visible ones (the near one alone when the other is hidden); NaN when neither is seen. */
export const middleX = (body: Body, pair: Pair): number => middle(body, body.x, pair)
/** As `middleX`, downwards. */
export const middleY = (body: Body, pair: Pair): number => middle(body, body.y, pair)

function middle(body: Body, axis: Float64Array, pair: Pair): number {
  const l = LEFT[pair]
  const r = RIGHT[pair]
  const left = body.ok[l] === 1 ? (axis[l] ?? Number.NaN) : Number.NaN
  const right = body.ok[r] === 1 ? (axis[r] ?? Number.NaN) : Number.NaN
  if (Number.isNaN(left)) return right
  return Number.isNaN(right) ? left : (left + right) / 2
}

// Looked up once: joining names letter by letter in every frame costs more than the sum itself.
const PAIRS = ['ear', 'shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'] as const
const LEFT = Object.fromEntries(PAIRS.map((pair) => [pair, INDEX[`${pair}L`]])) as Record<Pair, number>
const RIGHT = Object.fromEntries(PAIRS.map((pair) => [pair, INDEX[`${pair}R`]])) as Record<Pair, number>

/** True when every named landmark may be used. */
export function can(body: Body, ...names: readonly Landmark[]): boolean {
  for (const name of names) if (body.ok[INDEX[name]] !== 1) return false
  return true
}

/** X of a named landmark in pixels. */
export const px = (body: Body, name: Landmark): number => body.x[INDEX[name]] ?? Number.NaN
/** Y of a named landmark in pixels, downwards. */
export const py = (body: Body, name: Landmark): number => body.y[INDEX[name]] ?? Number.NaN

/** Pixels from the middle of the hips to the middle of the shoulders in this frame; NaN when they cannot be seen. */
export function trunkNow(body: Body): number {
  const x = middleX(body, 'shoulder') - middleX(body, 'hip')
  const y = middleY(body, 'shoulder') - middleY(body, 'hip')
  return Math.hypot(x, y)
}
