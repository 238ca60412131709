import { readSignal } from '../angles/angles.ts'
import type { Reading } from '../angles/row.ts'
import { type Body, BodyReader } from '../body/body.ts'
import { type Neutral, NeutralReader } from '../calibration/neutral.ts'
import type { Signal } from '../movement.ts'
import { type Build, GROWN } from '../person/build.ts'
import { type Camera, WEBCAM, YAW } from '../person/camera.ts'
import type { Posture, Stance } from '../person/figure.ts'
import { blend } from '../person/posture.ts'
import { CLEAN, type Flaws, Sensor } from '../person/sensor.ts'
import { skeletonOf } from '../person/skeleton.ts'
import type { Frame, View } from '../pose.ts'

/** Who is seen from where. `turned`: the camera stands so many degrees beside the view. `hide`: changes each frame after the rest before it is read. */
export type Shot = {
  stance?: Stance
  rest?: Posture
  build?: Build
  view?: View
  turned?: number
  camera?: Partial<Camera>
  flaws?: Partial<Flaws>
  hide?: (frame: Frame) => Frame
}

/** Frames of rest, of moving into the posture, and of holding it. */
const [REST, MOVE, HOLD] = [14, 12, 8]
const FPS = 15

/** A person who rests, goes into a posture and holds it: the body and neutral pose at the end, all landmarks visible. */
export function bodyIn(posture: Posture, shot: Shot = {}): { body: Body; neutral: Neutral | null } {
  const { stance = 'standing', rest = {}, build = GROWN, view = 'front', turned = 0 } = shot
  const yaw = YAW[view] + turned
  const sensor = new Sensor(
    { ...WEBCAM, distance: 5, fov: 36, yaw, ...shot.camera },
    { ...CLEAN, ...shot.flaws },
  )
  const [reader, neutral] = [new BodyReader(), new NeutralReader(null)]
  let { body } = reader
  for (let i = 0; i < REST + MOVE + HOLD; i++) {
    const share = Math.min(1, Math.max(0, (i - REST) / MOVE))
    const frame = shown(sensor.see(i / FPS, skeletonOf(stance, blend(rest, posture, share), build)))
    body = reader.read((i >= REST ? shot.hide?.(frame) : null) ?? frame)
    body.view = view
    neutral.read(body)
  }
  return { body, neutral: neutral.neutral }
}

/** What the engine reads of one signal then. */
export function readingIn(signal: Signal, posture: Posture, shot: Shot = {}): Reading | null {
  const { body, neutral } = bodyIn(posture, shot)
  return readSignal(body, neutral, signal)
}

/** Everything in view: what hides what is not the question here. */
export function shown(frame: Frame): Frame {
  const clear = (points: ArrayLike<number> | null): number[] | null =>
    points === null ? null : Array.from(points, (value, i) => (i % 4 === 3 ? 1 : value))
  return { ...frame, image: clear(frame.image), world: clear(frame.world) }
}
