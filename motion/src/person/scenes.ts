import { type Build, GROWN } from './build.ts'
import type { Posture, Stance } from './figure.ts'
import { addPostures, blend, minimumJerk, shareOf } from './posture.ts'
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

/** Where an arm goes that brings a hand to the mouth, and to the top of the head: from wherever it was, the elbow bends no further. */
const TO_MOUTH: Posture = { armR: { flexion: 48, abduction: 8, rotation: -18, elbow: 125 } }
const TO_HEAD: Posture = { armL: { flexion: 70, abduction: 60, rotation: 40, elbow: 125 } }

/** Takes a drink once: the right hand goes to the mouth, stays three seconds and comes back. */
export const drinking = (setting: Setting): Scene =>
  once(setting, addPostures(TO_MOUTH, { head: { nod: -8 } }), 3)

/** Scratches the head once with the left hand. */
export const scratching = (setting: Setting): Scene => once(setting, TO_HEAD, 1.5)

/** One arm leaves what it is doing for `holds` seconds and comes back to it; the rest of the body stays as it is. */
function once(
  { stance, start, build = GROWN, seconds = 20, seed = 1 }: Setting,
  { head = {}, ...arms }: Posture,
  holds: number,
): Scene {
  const unrest = unrestOf(ALIVE, seed)
  const end = addPostures({ ...start, ...arms }, { head })
  return {
    seconds,
    bodyAt(t) {
      const there = minimumJerk((t - 6) / 1.1) * minimumJerk((6 + 1.1 + holds + 1.1 - t) / 1.1)
      return skeletonOf(stance, addPostures(blend(start, end, there), unrest(t)), build)
    },
  }
}

/**
 * Turns round once to talk to somebody at the own left (`to` 1) or right (-1): the head goes first, then trunk and hips follow, one
 * hand comes up and moves with the words; after four seconds all of it goes back.
 */
export function turningToTalk(
  { stance, start, build = GROWN, seconds = 20, seed = 1 }: Setting,
  to: 1 | -1 = 1,
): Scene {
  const unrest = unrestOf(ALIVE, seed)
  const talk: Posture = { ...start, armR: { flexion: 25, abduction: 10, elbow: 60 } }
  return {
    seconds,
    bodyAt(t) {
      const there = (from: number, takes: number): number =>
        minimumJerk((t - from) / takes) * minimumJerk((12 - t) / 1.5)
      const hand = there(7, 1)
      const turned: Posture = {
        head: { turn: to * 40 * there(6, 0.8) },
        trunk: { turn: to * 18 * there(6.2, 1.1) },
        pelvis: { turn: to * 12 * there(6.4, 1.2) },
        armR: { elbow: 15 * hand * Math.sin(5 * t), rotation: 15 * hand * Math.sin(3 * t) },
      }
      return skeletonOf(stance, addPostures(blend(start, talk, hand), turned, unrest(t)), build)
    },
  }
}
