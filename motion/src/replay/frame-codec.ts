import type { Frame } from '../pose.ts'
import { COUNT } from '../skeleton/landmarks.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import { DEEP, KEPT_INDEX, LIMIT, NO_PLACE, PICTURE_STEPS, type ReplayHeader, VISIBILITY } from './format.ts'

/**
 * A record begins with one byte of flags: an event follows instead of a frame; nobody is in the picture; the visibility changed;
 * places in space follow; the size of the picture changed. Then: milliseconds since the record before, and each place as the
 * change since the last one in this chunk, so that a still body takes one byte a number and packs to less.
 */
export const FLAG = { event: 1, nobody: 2, visibility: 4, space: 8, size: 16 } as const

/** What the last frame of the chunk was, in whole steps: the next one is told against it. */
export type Last = {
  ms: number
  width: number
  height: number
  depth: 'model' | 'sensor'
  places: Int32Array
  space: Int32Array
  visibility: Uint8Array
}

/** The state at the start of a chunk, from which all is told anew. */
export const fresh = (ms: number, { width, height, depth }: ReplayHeader): Last => ({
  ms,
  width,
  height,
  depth,
  places: new Int32Array(KEPT_INDEX.length * 2),
  space: new Int32Array(DEEP[depth].length),
  visibility: new Uint8Array(KEPT_INDEX.length),
})

const steps = (value: number | undefined, per: number): number | null => {
  if (value === undefined || !Number.isFinite(value)) return null
  return Math.max(-LIMIT, Math.min(LIMIT, Math.round(value * per)))
}

/** Writes one frame against the last one, and makes it the last. `ms`: its whole milliseconds, not before the last one's. */
export function writeFrame(out: ByteWriter, last: Last, frame: Frame, ms: number): void {
  const image = frame.image !== null && frame.image.length >= COUNT * 4 ? frame.image : null
  const world = frame.world !== null && frame.world.length >= COUNT * 4 ? frame.world : null
  const visibility = image === null ? last.visibility : visibilityOf(image)
  const sized = frame.width !== last.width || frame.height !== last.height
  const seen = visibility.some((value, i) => value !== last.visibility[i])
  const space = image !== null && world !== null
  out.byte(
    (image === null ? FLAG.nobody : 0) |
      (seen ? FLAG.visibility : 0) |
      (space ? FLAG.space : 0) |
      (sized ? FLAG.size : 0),
  )
  out.count(ms - last.ms)
  last.ms = ms
  if (sized) writeSize(out, last, frame)
  if (image === null) return
  if (seen) writeVisibility(out, last, visibility)
  writePlaces(out, last, image)
  if (space) writeSpace(out, last, world)
}

function writeSize(out: ByteWriter, last: Last, { width, height }: Frame): void {
  out.count(Math.max(0, Math.round(width)))
  out.count(Math.max(0, Math.round(height)))
  last.width = width
  last.height = height
}

function visibilityOf(image: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(KEPT_INDEX, (i) => {
    if (!Number.isFinite(image[i * 4]) || !Number.isFinite(image[i * 4 + 1])) return NO_PLACE
    const value = image[i * 4 + 3] ?? 0
    return Math.max(
      0,
      VISIBILITY.findLastIndex(({ from }) => value >= from),
    )
  })
}

function writeVisibility(out: ByteWriter, last: Last, visibility: Uint8Array): void {
  for (let i = 0; i < visibility.length; i += 4) {
    let byte = 0
    for (let k = 0; k < 4; k++) byte |= (visibility[i + k] ?? 0) << (2 * k)
    out.byte(byte)
  }
  last.visibility = visibility
}

function writePlaces(out: ByteWriter, last: Last, image: ArrayLike<number>): void {
  KEPT_INDEX.forEach((i, k) => {
    if (last.visibility[k] === NO_PLACE) return
    for (const axis of [0, 1]) {
      const now = steps(image[i * 4 + axis], PICTURE_STEPS) ?? 0
      out.signed(now - (last.places[k * 2 + axis] ?? 0))
      last.places[k * 2 + axis] = now
    }
  })
}

function writeSpace(out: ByteWriter, last: Last, world: ArrayLike<number>): void {
  for (const [k, { landmark, axis, steps: per }] of DEEP[last.depth].entries()) {
    const before = last.space[k] ?? 0
    const now = steps(world[landmark * 4 + axis], per) ?? before
    out.signed(now - before)
    last.space[k] = now
  }
}

/**
 * Reads one frame whose flags have been read. Landmarks that were not kept have NaN for a place and are not visible; the places in
 * space carry the visibility of their landmark in the picture.
 */
export function readFrame(input: ByteReader, last: Last, flags: number): Frame {
  last.ms += input.count()
  if (flags & FLAG.size) {
    last.width = input.count()
    last.height = input.count()
  }
  const { width, height } = last
  const t = last.ms / 1000
  if (flags & FLAG.nobody) return { t, width, height, image: null, world: null }
  if (flags & FLAG.visibility) readVisibility(input, last)
  const image = readPlaces(input, last)
  const world = flags & FLAG.space ? readSpace(input, last, image) : null
  return { t, width, height, image, world }
}

function readVisibility(input: ByteReader, last: Last): void {
  for (let i = 0; i < last.visibility.length; i += 4) {
    const byte = input.byte()
    for (let k = 0; k < 4 && i + k < last.visibility.length; k++)
      last.visibility[i + k] = (byte >> (2 * k)) & 3
  }
}

function readPlaces(input: ByteReader, last: Last): Float32Array {
  const image = new Float32Array(COUNT * 4)
  for (let i = 0; i < COUNT; i++) image.fill(Number.NaN, i * 4, i * 4 + 3)
  KEPT_INDEX.forEach((i, k) => {
    const seen = last.visibility[k] ?? NO_PLACE
    if (seen === NO_PLACE) return
    for (const axis of [0, 1]) {
      const now = (last.places[k * 2 + axis] ?? 0) + input.signed()
      last.places[k * 2 + axis] = now
      image[i * 4 + axis] = now / PICTURE_STEPS
    }
    image[i * 4 + 3] = VISIBILITY[seen]?.is ?? 0
  })
  return image
}

function readSpace(input: ByteReader, last: Last, image: Float32Array): Float32Array {
  const world = new Float32Array(COUNT * 4)
  for (let i = 0; i < COUNT; i++) world.fill(Number.NaN, i * 4, i * 4 + 3)
  for (const [k, { landmark, axis, steps: per }] of DEEP[last.depth].entries()) {
    const now = (last.space[k] ?? 0) + input.signed()
    last.space[k] = now
    world[landmark * 4 + axis] = now / per
    world[landmark * 4 + 3] = image[landmark * 4 + 3] ?? 0
  }
  return world
}
