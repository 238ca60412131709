import type { Body } from '../body/body.ts'

/**
 * Focal length of a camera in lengths of the longer side of its picture. Webcams and the front cameras of phones see 56 to 70 degrees
 * along it, that is 0.72 to 0.94; with a value in their middle a correction is off by an eighth of itself at most.
 */
const FOCAL = 0.82

/** Nearest that a part can come, as a share of the distance of the body: beyond it the arm would reach the camera. */
const NEAREST = 0.5

/**
 * A camera shows what is nearer larger, and further from the middle of the picture: a hand held 50 cm before a body that stands 2.5 m
 * away by a quarter. This is the share by which a point that lies `ahead` (in pixels as large as those of the trunk) must be drawn to the
 * middle to lie where it would in the plane of the trunk. No distance is needed: pixels over focal length is metres over distance.
 * 1 (no change) when `ahead` is unknown.
 */
export function shrink(body: Body, ahead: number): number {
  const share = ahead / (FOCAL * Math.max(body.width, body.height))
  return Number.isFinite(share) ? 1 - Math.min(NEAREST, Math.max(0, share)) : 1
}

/** A coordinate drawn to the middle of a picture of `size` pixels. */
export const drawn = (at: number, size: number, share: number): number => size / 2 + (at - size / 2) * share

/** How far a bone of `length` points to or from the camera when it is seen `seen` long, in the same unit; 0 when it is seen in full. */
export const outOfPlane = (length: number, seen: number): number =>
  Math.sqrt(Math.max(0, length * length - seen * seen))
