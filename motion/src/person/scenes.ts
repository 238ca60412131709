import { type Build, GROWN } from './build.ts'
import type { Posture, Stance } from './figure.ts'
import { addPostures, minimumJerk, shareOf } from './posture.ts'
import { drifting, random } from './random.ts'
import type { Scene } from './shoot.ts'
import { placed, skeletonOf } from './skeleton.ts'
import { ALIVE, unrestOf } from './unrest.ts'

/** Somebody who is in a position, and what else they do there. */
export type Setting = { stance: Stance; start: Posture; build?: Build; seconds?: number; seed?: number }

/**
 * Fidgets in a position: shifts the weight, looks about, moves hands and shoulders, all of it small (a few degrees, hands up to
 * twenty) and aimless.
 */
export function fidgeting({ stance, start, build = GROWN, seconds = 60, seed = 1 }: Setting): Scene {
  const next = random(seed)
  const wander = (size: number, pace: number) => drifting(next, size, pace)
  const parts = {
    lean: wander(1.6, 1.5),
    bend: wander(1.6, 1.2),
    turn: wander(2, 1.2),
    look: wander(6, 0.9),
    nod: wander(4, 0.9),
    shrug: wander(0.25, 0.6),
    left: wander(4, 0.8),
    right: wander(4, 0.8),
    knee: wander(1.5, 1),
  }
  const unrest = unrestOf(ALIVE, seed)
  let last = 0
  return {
    seconds,
    bodyAt(t) {
      const dt = t - last
      last = t
      const shrug = parts.shrug(dt)
      const knee = Math.abs(parts.knee(dt))
      const fidget: Posture = {
        trunk: { flexion: parts.lean(dt), bend: parts.bend(dt), turn: parts.turn(dt) },
        head: { turn: parts.look(dt), nod: parts.nod(dt) },
        armL: { flexion: parts.left(dt), shrug, elbow: Math.abs(parts.left(0)) },
        armR: { flexion: parts.right(dt), shrug, elbow: Math.abs(parts.right(0)) },
        legL: { flexion: knee / 2, knee },
        legR: { flexion: knee / 2, knee },
      }
      return skeletonOf(stance, addPostures(start, fidget, unrest(t)), build)
    },
  }
}

/** A step of somebody who walks, `phase` 0..1 of two steps. */
function striding(phase: number): Posture {
  const swing = Math.sin(2 * Math.PI * phase)
  const lift = (k: number): number => Math.max(0, Math.cos(2 * Math.PI * phase + k))
  return {
    trunk: { turn: 4 * swing },
    legL: { flexion: 20 * swing, knee: 6 + 45 * lift(0) },
    legR: { flexion: -20 * swing, knee: 6 + 45 * lift(Math.PI) },
    armL: { flexion: -16 * swing },
    armR: { flexion: 16 * swing },
  }
}

/**
 * Walks into the picture of a camera at `yaw` from its one side, stands a while as asked for, walks out on the other side, and
 * again after a few seconds.
 */
export function walkingInAndOut(yaw = 0, seconds = 60, build: Build = GROWN, seed = 1): Scene {
  const unrest = unrestOf(ALIVE, seed)
  const round = 15
  const across = (yaw * Math.PI) / 180
  // Along the width of the picture, and for somebody seen from the side straight on.
  const way = Math.sin(across) < 0 ? -1 : 1
  const [x, z] = [way * Math.cos(across), way * Math.sin(across)]
  const heading = (Math.atan2(x, z) * 180) / Math.PI
  return {
    seconds,
    bodyAt(t) {
      const now = t % round
      if (now > 12) return null
      const away = now < 3 ? now - 3 : now > 9 ? now - 9 : 0
      if (away === 0) return skeletonOf('standing', unrest(t), build)
      // The first and the last step are half ones: nobody's legs spring from standing into full stride.
      const stride = shareOf(striding(t * 0.9), minimumJerk(Math.abs(away) / 0.5))
      const walk = skeletonOf('standing', addPostures(stride, unrest(t)), build)
      const turned = heading * Math.min(1, Math.abs(away) / 0.4)
      return placed(walk, turned, [1.1 * away * x, 0, 1.1 * away * z])
    },
  }
}

/** Stands, sits down on a chair after five seconds, and stays; or the other way round. */
export function sittingDown(seconds = 60, up = false, build: Build = GROWN, seed = 1): Scene {
  const unrest = unrestOf(ALIVE, seed)
  const leg = { flexion: 87, knee: 90 }
  return {
    seconds,
    bodyAt(t) {
      const done = minimumJerk((t - 5) / 2)
      const down = up ? 1 - done : done
      const lean = 35 * Math.sin(Math.PI * down)
      const sitting: Posture = { legL: leg, legR: leg }
      return skeletonOf(
        'standing',
        addPostures(shareOf(sitting, down), { pelvis: { tilt: lean } }, unrest(t)),
        build,
      )
    },
  }
}

/** Takes a drink once: the right hand goes to the mouth, stays three seconds and comes back. */
export function drinking({ stance, start, build = GROWN, seconds = 20, seed = 1 }: Setting): Scene {
  return once(
    { stance, start, build, seconds, seed },
    { armR: { flexion: 48, abduction: 8, rotation: -18, elbow: 125 }, head: { nod: -8 } },
    3,
  )
}

/** Scratches the head once with the left hand. */
export function scratching({ stance, start, build = GROWN, seconds = 20, seed = 1 }: Setting): Scene {
  return once(
    { stance, start, build, seconds, seed },
    { armL: { flexion: 70, abduction: 60, rotation: 40, elbow: 125 } },
    1.5,
  )
}

function once(
  { stance, start, build = GROWN, seconds = 20, seed = 1 }: Setting,
  what: Posture,
  holds: number,
): Scene {
  const unrest = unrestOf(ALIVE, seed)
  return {
    seconds,
    bodyAt(t) {
      const there = minimumJerk((t - 6) / 1.1) * minimumJerk((6 + 1.1 + holds + 1.1 - t) / 1.1)
      return skeletonOf(stance, addPostures(start, shareOf(what, there), unrest(t)), build)
    },
  }
}
