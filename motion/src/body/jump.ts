import { INDEX } from '../skeleton/landmarks.ts'
import type { RawPose } from './raw-pose.ts'

/** The joints by which a person is told from another; most of them must be off at once. */
const JOINTS: readonly number[] = [
  INDEX.nose,
  INDEX.earL,
  INDEX.earR,
  INDEX.shoulderL,
  INDEX.shoulderR,
  INDEX.elbowL,
  INDEX.elbowR,
  INDEX.wristL,
  INDEX.wristR,
  INDEX.hipL,
  INDEX.hipR,
  INDEX.kneeL,
  INDEX.kneeR,
  INDEX.ankleL,
  INDEX.ankleR,
]
/** Places in that list of the joints across the shoulders and across the hips. */
const LINES = [
  [3, 4],
  [9, 10],
] as const
const SEEN = 0.5
/** Fewer joints in common than this tell nothing. */
const FEWEST = 6
/** Share of the joints that must be off: who squats or stands up moves nearly all of them, but never the feet. */
const NEARLY_ALL = 0.9
/** Or most of them, if shoulders and hips have turned or grown at once as nobody does: that far in trunk lengths, and a second. */
const MOST_JOINTS = 0.6
const TURN = 0.12
const TURN_SPEED = 2.5
/** How far a joint may go between two frames: trunk lengths, and trunk lengths a second (2 m/s: walking briskly, getting up in a second). */
const STEP = 0.25
const SPEED = 4
/** Most that is allowed for after a gap, in trunk lengths; less when somebody was seen elsewhere meanwhile. */
const MOST = 3
const MOST_AWAY = 0.5
/** After so many seconds nobody can say any more who it was. */
const FORGET = 5
/** Seconds for which somebody must stay where they are before they are taken for the person to be judged. */
const STAYS = 1

/** `same`: who was there before. `away`: somewhere else, not believed yet. `new`: stayed there long enough: start anew with them. */
export type Whose = 'same' | 'away' | 'new'

/**
 * Notices when the landmarks jump as a whole, further than a person can move: the model took up somebody else (a passer-by, the
 * therapist, a poster), or the camera was knocked. Nobody is believed there until they have stayed for a second; if the landmarks
 * come back before, it goes on as if nothing had been seen meanwhile. Sizes and proportions are judged with it: somebody larger or
 * smaller hardly ever stands on the very same spot, and has nearly all joints elsewhere. Missing data: joints that are not seen are left out.
 */
export class JumpWatch {
  private readonly home = new Places()
  private readonly other = new Places()
  private away = false
  private since = Number.NaN

  /** Forgets who was there. */
  reset(): void {
    this.home.time = Number.NaN
    this.away = false
  }

  /** Whose landmarks these are; `trunk`: trunk length in pixels. */
  judge(raw: RawPose, t: number, trunk: number): Whose {
    const follows = this.away && this.other.near(raw, t, trunk, MOST)
    // Who goes on from where somebody else was a moment ago is somebody else, though their joints cross those of the first.
    const stays = follows && this.other.distance(raw) < this.home.distance(raw)
    if (!stays && this.home.near(raw, t, trunk, this.away ? MOST_AWAY : MOST)) {
      this.away = false
      this.home.keep(raw, t)
      return 'same'
    }
    if (!follows) this.since = t
    this.away = true
    this.other.keep(raw, t)
    if (t - this.since < STAYS) return 'away'
    this.away = false
    this.home.keep(raw, t)
    return 'new'
  }
}

/** Where the joints were when they were last believed. */
class Places {
  time = Number.NaN
  private readonly x = new Float64Array(JOINTS.length).fill(Number.NaN)
  private readonly y = new Float64Array(JOINTS.length).fill(Number.NaN)

  keep(raw: RawPose, t: number): void {
    this.time = t
    JOINTS.forEach((joint, k) => {
      const seen = (raw.visibility[joint] ?? 0) >= SEEN
      this.x[k] = seen ? (raw.x[joint] ?? Number.NaN) : Number.NaN
      this.y[k] = seen ? (raw.y[joint] ?? Number.NaN) : Number.NaN
    })
  }

  /** Mean distance in pixels of the joints that are seen from where they were; NaN where none is known. */
  distance(raw: RawPose): number {
    let [sum, known] = [0, 0]
    for (let k = 0; k < JOINTS.length; k++) {
      const joint = JOINTS[k] ?? 0
      const far = Math.hypot((raw.x[joint] ?? 0) - (this.x[k] ?? 0), (raw.y[joint] ?? 0) - (this.y[k] ?? 0))
      if (!((raw.visibility[joint] ?? 0) >= SEEN) || Number.isNaN(far)) continue
      sum += far
      known += 1
    }
    return sum / known
  }

  /** True unless nearly all joints are further off than anybody gets in the time between. */
  near(raw: RawPose, t: number, trunk: number, most: number): boolean {
    const dt = t - this.time
    if (!(dt <= FORGET)) return true
    const limit = Math.min(most, STEP + SPEED * dt) * trunk
    let known = 0
    let off = 0
    for (let k = 0; k < JOINTS.length; k++) {
      const joint = JOINTS[k] ?? 0
      const far = Math.hypot((raw.x[joint] ?? 0) - (this.x[k] ?? 0), (raw.y[joint] ?? 0) - (this.y[k] ?? 0))
      if (!((raw.visibility[joint] ?? 0) >= SEEN) || Number.isNaN(far)) continue
      known += 1
      if (far > limit) off += 1
    }
    if (known < FEWEST || off < MOST_JOINTS * known) return true
    return off < NEARLY_ALL * known && !this.changedBuild(raw, trunk * (TURN + TURN_SPEED * Math.min(dt, 1)))
  }

  /** True when the lines across shoulders and hips have both changed by more than `limit` pixels. */
  private changedBuild(raw: RawPose, limit: number): boolean {
    for (const [l, r] of LINES) {
      const [a, b] = [JOINTS[l] ?? 0, JOINTS[r] ?? 0]
      const x = (raw.x[a] ?? 0) - (raw.x[b] ?? 0) - ((this.x[l] ?? 0) - (this.x[r] ?? 0))
      const y = (raw.y[a] ?? 0) - (raw.y[b] ?? 0) - ((this.y[l] ?? 0) - (this.y[r] ?? 0))
      if (!(Math.hypot(x, y) > limit)) return false
    }
    return true
  }
}
