import { readSignal } from '../angles/angles.ts'
import type { Reading } from '../angles/row.ts'
import { BodyReader } from '../body/body.ts'
import { type Neutral, NeutralReader } from '../calibration/neutral.ts'
import type { Signal } from '../movement.ts'
import type { View } from '../pose.ts'
import { type Camera, WEBCAM, YAW } from './camera.ts'
import { CLEAN, Sensor } from './sensor.ts'
import type { Skeleton } from './skeleton.ts'

const PERFECT = { ...CLEAN, depth: 'sensor' as const }

/** A camera that sees the whole body from a view, far enough not to matter: only the directions of its axes count for truth. */
const witness = (view: View): Camera => ({
  ...WEBCAM,
  distance: 6,
  fov: 60,
  yaw: view === 'side' ? -YAW.side : YAW[view],
})

/** Everything is visible to the one who knows. */
function frameOf(body: Skeleton, t: number, view: View) {
  const frame = new Sensor(witness(view), PERFECT).see(t, body)
  const [image, world] = [Array.from(frame.image ?? []), Array.from(frame.world ?? [])]
  for (let i = 3; i < image.length; i += 4) {
    image[i] = 1
    world[i] = 1
  }
  return { ...frame, image, world }
}

/** The true resting values of a person: the neutral pose as the definitions in space have it. */
export function trueNeutral(rest: Skeleton, view: View = 'front'): Neutral | null {
  const reader = new BodyReader()
  const neutral = new NeutralReader(null)
  for (let i = 0; i < 40; i++) {
    const body = reader.read(frameOf(rest, i / 30, view))
    body.view = view
    neutral.read(body)
  }
  return neutral.neutral
}

/**
 * The true value of a signal: read from the noise-free skeleton by its definition in space, as a perfect sensor would. `neutral`
 * from `trueNeutral` for signals that are counted from rest. null for signals that need the past (rates, a taught pose), and for
 * those that have no definition in space and are read from the picture.
 */
export function truthOf(
  body: Skeleton,
  signal: Signal,
  neutral: Neutral | null = null,
  view: View = 'front',
): Reading | null {
  const seen = new BodyReader().read(frameOf(body, 0, view))
  seen.view = view
  return readSignal(seen, neutral, signal)
}
