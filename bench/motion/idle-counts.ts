import { YAW } from '../../motion/src/person/camera.ts'
import type { Figure } from '../../motion/src/person/figure.ts'
import { cameraFor } from '../../motion/src/person/play-set.ts'
import {
  drinking,
  fidgeting,
  scratching,
  sittingDown,
  turningToTalk,
  walkingInAndOut,
} from '../../motion/src/person/scenes.ts'
import { type Scene, shoot } from '../../motion/src/person/shoot.ts'
import { type Counted, counted, tracked } from './synthetic-sets.ts'

/** Whoever fidgets, walks and drinks does it each time another way: so many ways are played. */
export const SEEDS = 5

const talks = ({ stance, start }: Figure): boolean =>
  (stance === 'standing' || stance === 'seated') && Math.abs(start.pelvis?.tilt ?? 0) < 20

/** Idle time before the camera of an exercise: nothing in it is a repetition. */
function scenesOf({ movement }: Counted, seed: number): Record<string, Scene> {
  const { figure, cameraView } = movement
  const yaw = cameraView === 'side' ? -YAW.side : YAW[cameraView ?? 'front']
  if (figure === undefined) return {}
  const setting = { stance: figure.stance, start: figure.start, seed }
  const once = { ...setting, seconds: 20 }
  return {
    fidgeting: fidgeting({ ...setting, seconds: 60 }),
    'walking in and out': walkingInAndOut(yaw, 60, undefined, seed),
    'sitting down': sittingDown(20, false, undefined, seed),
    'standing up': sittingDown(20, true, undefined, seed),
    drinking: drinking(once),
    scratching: scratching(once),
    // Who kneels, lies or stoops does not turn to somebody from there.
    ...(talks(figure) ? { 'turning to talk': turningToTalk(once, seed % 2 === 0 ? -1 : 1) } : {}),
  }
}

/** Somebody who walks or sits down there is seen by a camera set up for standing; all else by one set up for the exercise. */
const UPRIGHT = new Set(['walking in and out', 'sitting down', 'standing up'])

/** Repetitions that one exercise counted in idle time: by scene, one number a seed. */
export type IdleCounts = { id: string; scenes: Record<string, number[]> }

/** What one exercise counts where nothing is to be counted. */
export function idleOf(id: string): IdleCounts {
  const found: IdleCounts = { id, scenes: {} }
  const exercise = counted().find((one) => one.id === id)
  if (exercise?.movement.figure === undefined) return found
  const { figure, cameraView } = exercise.movement
  for (let seed = 1; seed <= SEEDS; seed++)
    for (const [name, scene] of Object.entries(scenesOf(exercise, seed))) {
      const seenFor = UPRIGHT.has(name) ? { stance: 'standing' as const, start: {}, end: {} } : figure
      const camera = cameraFor(seenFor, cameraView ?? 'front')
      const frames = shoot(scene, camera, { noise: 0.006, seed: seed + 4 }, { fps: 15 })
      found.scenes[name] = [...(found.scenes[name] ?? []), tracked(exercise.movement, frames).reps.total]
    }
  return found
}
