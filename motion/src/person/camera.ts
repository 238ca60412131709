import type { View } from '../pose.ts'
import type { Skeleton } from './skeleton.ts'
import type { Vector } from '../vector.ts'

/**
 * A pinhole camera in the room. `distance`: metres from the vertical through the middle of the room; `above`: metres over the
 * floor; `yaw`: from where it sees somebody who stands there: 0 the front, +90 somebody who looks to the right of the picture;
 * `pitch`: looks down by so many degrees; `fov`: of the height of the picture, degrees; `width`, `height`: pixels; `mirrored`: the
 * picture is the wrong way round, as some cameras give it, and the model takes left for right.
 */
export type Camera = {
  distance: number
  above: number
  yaw: number
  pitch: number
  fov: number
  width: number
  height: number
  mirrored: boolean
}

/** A laptop's camera on a table. */
export const WEBCAM: Camera = {
  distance: 2.8,
  above: 1,
  yaw: 0,
  pitch: 0,
  fov: 45,
  width: 640,
  height: 480,
  mirrored: false,
}

/** From where a view sees the person, degrees of yaw. */
export const YAW: Readonly<Record<View, number>> = { front: 0, oblique: 35, side: 90, back: 180 }

/** A point as the camera sees it. `x`, `y`: 0..1 of the picture; `depth`: metres along the line of sight. */
export type Seen = { x: number; y: number; depth: number }

const RAD = Math.PI / 180

/** A point in the axes of the camera: metres to the right, down and away from it; for a point behind it the last is negative. */
export function inCamera(camera: Camera, [x, y, z]: Vector): Vector {
  const yaw = camera.yaw * RAD
  const right = Math.cos(yaw) * x + Math.sin(yaw) * z
  const away = camera.distance - (-Math.sin(yaw) * x + Math.cos(yaw) * z)
  const down = camera.above - y
  const c = Math.cos(camera.pitch * RAD)
  const s = Math.sin(camera.pitch * RAD)
  return [right, c * down - s * away, s * down + c * away]
}

/** Pixels of a metre at a metre's distance. */
export const focal = (camera: Camera): number => camera.height / 2 / Math.tan((camera.fov * RAD) / 2)

/** Where in the picture a point in camera axes lies. */
export function project(camera: Camera, [right, down, away]: Vector): Seen {
  const scale = focal(camera) / Math.max(away, 0.05)
  return { x: 0.5 + (right * scale) / camera.width, y: 0.5 + (down * scale) / camera.height, depth: away }
}

/**
 * The camera moved back and turned until every body of a film is in the picture with a margin (share of the picture) around it:
 * what the set-up of a session asks people to do.
 */
export function framed(camera: Camera, bodies: readonly Skeleton[], margin = 0.08): Camera {
  let made = { ...camera, distance: 1.7 }
  for (let i = 0; i < 60; i++) {
    const seen = bodies.flatMap((body) =>
      Object.values(body.joints).map((joint) => project(made, inCamera(made, joint))),
    )
    const [top, bottom] = [Math.min(...seen.map(({ y }) => y)), Math.max(...seen.map(({ y }) => y))]
    const wide = 2 * Math.max(...seen.map(({ x }) => Math.abs(x - 0.5)))
    const near = Math.min(...seen.map(({ depth }) => depth))
    const middle = ((top + bottom) / 2 - 0.5) * camera.fov
    if (near > 0.7 && Math.max(bottom - top, wide) <= 1 - 2 * margin) {
      if (Math.abs(middle) < 0.5) return made
    } else made = { ...made, distance: made.distance * 1.06 }
    made = { ...made, pitch: made.pitch + middle * 0.8 }
  }
  return made
}
