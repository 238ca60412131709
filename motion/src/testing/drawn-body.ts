import { type Body, noBody } from '../body/points.ts'
import type { Landmark } from '../pose.ts'
import { INDEX } from '../skeleton/landmarks.ts'

/** A point of a drawing: right and down in the picture, and away from the camera. */
export type Point = readonly [x: number, y: number, z?: number]

/**
 * A body drawn by hand, with exactly the landmarks that are given: pixels in the picture, the same numbers divided by 100 as metres in
 * space. For tests of what lines and angles come to, where a whole person would hide by what.
 */
export function drawnBody(
  points: Partial<Record<Landmark, Point>>,
  more: Partial<
    Pick<Body, 'view' | 'depth' | 'trunk' | 'leg' | 'breadth' | 'hipYaw' | 'shoulderYaw' | 't'>
  > = {},
): Body {
  const body: Body = { ...noBody(), seen: true, t: 0, width: 640, height: 480, trunk: 100, leg: 160, ...more }
  for (const [name, [x, y, z = 0]] of Object.entries(points) as [Landmark, Point][]) {
    const i = INDEX[name]
    body.x[i] = x
    body.y[i] = y
    body.visibility[i] = 1
    body.ok[i] = 1
    body.inside[i] = 1
    body.space.x[i] = x / 100
    body.space.y[i] = y / 100
    body.space.z[i] = z / 100
  }
  return body
}

/** Shoulders and hips of somebody who stands straight before the camera: a trunk of 100 pixels, own left to the right of the picture. */
export const UPRIGHT_TRUNK: Partial<Record<Landmark, Point>> = {
  shoulderL: [360, 150],
  shoulderR: [280, 150],
  hipL: [345, 250],
  hipR: [295, 250],
}
