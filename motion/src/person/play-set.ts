import type { Movement } from '../movement.ts'
import type { View } from '../pose.ts'
import { type Build, buildOf, type Stature } from './build.ts'
import { type Camera, framed, WEBCAM, YAW } from './camera.ts'
import type { Figure } from './figure.ts'
import { mirrorPosture, postureAt } from './posture.ts'
import { type Play, playOf, type Script, scriptOf } from './script.ts'
import { type Scene, performed } from './shoot.ts'
import { skeletonOf } from './skeleton.ts'
import { ALIVE } from './unrest.ts'

/** Height of the camera over the floor, metres: on a table, or low for somebody on the floor. */
const ON_TABLE = 1
const LOW = 0.45
const UPRIGHT = new Set(['standing', 'seated'])

/**
 * Where a camera stands for a figure so that all of it is in the picture, seen from `view`; from the side the own left, which
 * one-sided figures are written for, is the near one. `off`: degrees by which it stands askew.
 */
export function cameraFor(figure: Figure, view: View, build?: Build, off = 0): Camera {
  const ways = [0, 0.5, 1].map((out) => postureAt(figure, out))
  const bodies = [...ways, ...ways.map(mirrorPosture)].map((posture) =>
    skeletonOf(figure.stance, posture, build),
  )
  const yaw = (view === 'side' ? -YAW.side : YAW[view]) + off
  return framed({ ...WEBCAM, yaw, above: UPRIGHT.has(figure.stance) ? ON_TABLE : LOW }, bodies)
}

/** A set of an exercise, ready to be filmed, with what is true of it. */
export type PlayedSet = { scene: Scene; script: Script; camera: Camera; build: Build }

/**
 * Somebody who does a set of a movement. Alternating movements go left and right in turn; others to the own left. null for a
 * movement that has no figure.
 */
export function playSet(
  movement: Movement,
  over: Partial<Play> = {},
  how: { stature?: Stature; view?: View; off?: number } = {},
): PlayedSet | null {
  const { figure, template } = movement
  if (figure === undefined) return null
  const build = buildOf(how.stature)
  const play = playOf(figure, { sides: template === 'alternating' ? 'alternating' : 'left', ...over })
  const script = scriptOf(play)
  const camera = cameraFor(figure, how.view ?? movement.cameraView ?? 'front', build, how.off)
  return { scene: performed(script, figure.stance, build, ALIVE, play.seed), script, camera, build }
}
