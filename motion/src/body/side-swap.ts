import { INDEX } from '../skeleton/landmarks.ts'
import type { RawPose } from './raw-pose.ts'

/** Visibility from which a landmark says something about sides. */
const SEEN = 0.5
/** Longest step in seconds over which a pair is followed; after a longer one the model is believed. */
const FOLLOW = 0.42
/** Within this share of the old difference between left and right the new one must be its opposite. */
const OPPOSITE = 0.4
/** Share of the distance between the two by which their middle may have moved meanwhile, and what may be added to it, in trunk lengths. */
const MIDDLE = 0.35
const MIDDLE_MORE = 0.12
/** A pair whose difference changes by more than this (trunk lengths), and by more than its `speed` explains, changes by mistake. */
const STEP = 0.2
/** Nearer than this, in trunk lengths, left and right cannot be told apart by where they are. */
const APART = 0.12
/** So many pairs changing at once, and this share of those that can be told, are the whole body. */
const WHOLE = 3
const WHOLE_SHARE = 0.6
/** Seconds after which the model is believed, unless face and feet still speak against it: slips of a model are short. */
const BELIEVE = 2
/** Depth in metres between nose and ears, or toes and heels, that says which way somebody looks. */
const LOOKS = 0.03

const at = (name: 'shoulder' | 'elbow' | 'wrist' | 'hip' | 'knee' | 'ankle' | 'ear'): Lead => [
  INDEX[`${name}L`],
  INDEX[`${name}R`],
]
type Lead = readonly [left: number, right: number]

/**
 * What a model exchanges as one: a pair of joints, and those that hang on it. `speed`: how fast the two can pass one another, in trunk
 * lengths a second: shoulders and hips by turning round, hands by crossing the arms.
 */
const UNITS: readonly { lead: Lead; speed: number; with: readonly Lead[] }[] = [
  { lead: at('shoulder'), speed: 2, with: [] },
  { lead: at('elbow'), speed: 4, with: [] },
  {
    lead: at('wrist'),
    speed: 5,
    with: [
      [INDEX.pinkyL, INDEX.pinkyR],
      [INDEX.indexL, INDEX.indexR],
      [INDEX.thumbL, INDEX.thumbR],
    ],
  },
  { lead: at('hip'), speed: 2, with: [] },
  { lead: at('knee'), speed: 3, with: [] },
  {
    lead: at('ankle'),
    speed: 3,
    with: [
      [INDEX.heelL, INDEX.heelR],
      [INDEX.footL, INDEX.footR],
    ],
  },
  {
    lead: at('ear'),
    speed: 2,
    with: [
      [INDEX.eyeInnerL, INDEX.eyeInnerR],
      [INDEX.eyeL, INDEX.eyeR],
      [INDEX.eyeOuterL, INDEX.eyeOuterR],
      [INDEX.mouthL, INDEX.mouthR],
    ],
  },
]

/** The units by which it is told whether somebody is seen from the front. */
const SHOULDERS = 0
const HIPS = 3

/**
 * Finds and mends frames in which the model has taken left for right: of the whole body or of single pairs (the legs alone, say).
 *
 * A pair has been exchanged when the way from left to right turns into its opposite within one frame while the middle of the two stays,
 * faster than limbs can pass one another. A person who turns round does not do that: on the way the two come together, and there the
 * model is believed. The first frames of a person are judged by face and feet instead: who looks at the camera has the left shoulder
 * on the right of the picture. An exchange that lasts is believed after two seconds. Missing data: a pair that is not seen stays as
 * the model says. Source: speeds of everyday arm movement up to 2-3 m/s; the rest is geometry.
 */
export class SideSwap {
  private readonly dx = new Float64Array(UNITS.length)
  private readonly dy = new Float64Array(UNITS.length)
  private readonly mx = new Float64Array(UNITS.length)
  private readonly my = new Float64Array(UNITS.length)
  private readonly vx = new Float64Array(UNITS.length)
  private readonly vy = new Float64Array(UNITS.length)
  private readonly dz = new Float64Array(UNITS.length)
  private readonly times = new Float64Array(UNITS.length).fill(Number.NaN)
  private readonly flips = new Uint8Array(UNITS.length)
  private readonly tells = new Uint8Array(UNITS.length)
  /** 1 where the model's left is taken for the right. */
  private readonly crossed = new Uint8Array(UNITS.length)
  private since = Number.NaN

  /** Forgets the past. */
  reset(): void {
    this.times.fill(Number.NaN)
    this.crossed.fill(0)
    this.since = Number.NaN
  }

  /** True while some pair is being turned back. */
  get mending(): boolean {
    return this.crossed.includes(1)
  }

  /** Mends the frame in place; `trunk`: trunk length in pixels. True when a lasting
   * exchange of the trunk was given up: the past no longer holds. */
  mend(raw: RawPose, t: number, trunk: number): boolean {
    const fresh = this.isFresh(t)
    if (fresh) this.reset()
    if (fresh && againstFace(raw, trunk)) this.crossed.fill(1)
    for (let u = 0; u < UNITS.length; u++) if (this.crossed[u] === 1) exchange(raw, u)
    if (!fresh) this.findFlips(raw, t, trunk)
    if (this.mending && this.impossible(raw, trunk)) this.undo(raw)
    const given = this.giveUp(raw, t, trunk)
    for (let u = 0; u < UNITS.length; u++) this.keep(u, raw, t, trunk)
    return given
  }

  /** True when what has been mended is nobody: hips seen from behind under shoulders seen from the front, or a back with a face. */
  private impossible(raw: RawPose, trunk: number): boolean {
    const whole = this.crossed[SHOULDERS] === 1 && this.crossed[HIPS] === 1
    return whole ? againstFace(raw, trunk) || againstNose(raw, trunk) : twisted(raw, trunk)
  }

  /** The model has been right again for some frames, which those that were lost have hidden. Nobody has jumped. */
  private undo(raw: RawPose): void {
    for (let u = 0; u < UNITS.length; u++) if (this.crossed[u] === 1) exchange(raw, u)
    this.reset()
  }

  private isFresh(t: number): boolean {
    for (const time of this.times) if (t - time <= FOLLOW) return false
    return true
  }

  private findFlips(raw: RawPose, t: number, trunk: number): void {
    let flips = 0
    let tells = 0
    for (let u = 0; u < UNITS.length; u++) {
      this.judge(u, raw, t, trunk)
      flips += this.flips[u] ?? 0
      tells += this.tells[u] ?? 0
    }
    if (flips === 0) return
    const whole = flips >= WHOLE && flips >= WHOLE_SHARE * tells
    for (let u = 0; u < UNITS.length; u++) {
      if (this.flips[u] !== 1 && !(whole && this.tells[u] !== 1)) continue
      exchange(raw, u)
      this.crossed[u] = 1 - (this.crossed[u] ?? 0)
    }
    this.since = t
  }

  /** Whether unit `u` has turned into its opposite (`flips`), and whether it could be told at all (`tells`). */
  private judge(u: number, raw: RawPose, t: number, trunk: number): void {
    this.flips[u] = 0
    this.tells[u] = 0
    const dt = t - (this.times[u] ?? Number.NaN)
    if (!(dt > 0 && dt <= FOLLOW) || !visible(raw, u)) return
    const [x, y] = across(raw, u)
    // Seen from the side the two lie behind one another: there only depth tells them apart.
    const z = behind(raw, u, trunk)
    const pz = this.dz[u] ?? 0
    // Between frames far apart limbs move a good way: then where they were heading counts, too.
    const ahead = dt > 0.05 ? dt : 0
    const px = (this.dx[u] ?? 0) + (this.vx[u] ?? 0) * ahead
    const py = (this.dy[u] ?? 0) + (this.vy[u] ?? 0) * ahead
    const apart = Math.hypot(px, py, pz)
    const step = Math.hypot(x - (this.dx[u] ?? 0), y - (this.dy[u] ?? 0), z - pz)
    if (apart < APART * trunk) return
    this.tells[u] = 1
    if (step < (STEP + (UNITS[u]?.speed ?? 0) * dt) * trunk) return
    if (Math.hypot(x + px, y + py, z + pz) > OPPOSITE * apart) return
    const [mx, my] = middle(raw, u)
    const gone = Math.hypot(mx - (this.mx[u] ?? 0), my - (this.my[u] ?? 0))
    if (gone <= MIDDLE * apart + MIDDLE_MORE * trunk) this.flips[u] = 1
  }

  /** After a while the model is believed, unless face and feet speak against it. */
  private giveUp(raw: RawPose, t: number, trunk: number): boolean {
    if (!this.mending) {
      this.since = Number.NaN
      return false
    }
    if (Number.isNaN(this.since)) this.since = t
    if (t - this.since < BELIEVE) return false
    this.since = t
    for (let u = 0; u < UNITS.length; u++) if (this.crossed[u] === 1) exchange(raw, u)
    if (againstFace(raw, trunk)) {
      for (let u = 0; u < UNITS.length; u++) if (this.crossed[u] === 1) exchange(raw, u)
      return false
    }
    const trunkWas = this.crossed[SHOULDERS] === 1 || this.crossed[HIPS] === 1
    this.reset()
    return trunkWas
  }

  private keep(u: number, raw: RawPose, t: number, trunk: number): void {
    if (!visible(raw, u)) return
    const [x, y] = across(raw, u)
    const dt = t - (this.times[u] ?? Number.NaN)
    const known = dt > 0 && dt <= FOLLOW
    this.vx[u] = known ? (x - (this.dx[u] ?? x)) / dt : 0
    this.vy[u] = known ? (y - (this.dy[u] ?? y)) / dt : 0
    this.dx[u] = x
    this.dy[u] = y
    this.dz[u] = behind(raw, u, trunk)
    const [mx, my] = middle(raw, u)
    this.mx[u] = mx
    this.my[u] = my
    this.times[u] = t
  }
}

function exchange(raw: RawPose, u: number): void {
  const unit = UNITS[u]
  if (unit === undefined) return
  raw.exchange(unit.lead[0], unit.lead[1])
  for (const [left, right] of unit.with) raw.exchange(left, right)
}

const leadOf = (u: number): Lead => UNITS[u]?.lead ?? [0, 0]
const sees = (raw: RawPose, i: number): boolean => (raw.visibility[i] ?? 0) >= SEEN

function visible(raw: RawPose, u: number): boolean {
  const [left, right] = leadOf(u)
  return sees(raw, left) && sees(raw, right)
}

/** From the right to the left one, in pixels. */
function across(raw: RawPose, u: number): readonly [number, number] {
  const [l, r] = leadOf(u)
  return [(raw.x[l] ?? 0) - (raw.x[r] ?? 0), (raw.y[l] ?? 0) - (raw.y[r] ?? 0)]
}

/** How much further away the left one is than the right one, in pixels by the trunk's own length in both; 0 without depth. */
function behind(raw: RawPose, u: number, trunk: number): number {
  if (!raw.deep) return 0
  const { x, y, z } = raw.space
  const [l, r] = leadOf(u)
  const from = (list: Float64Array): number =>
    (list[INDEX.shoulderL] ?? 0) +
    (list[INDEX.shoulderR] ?? 0) -
    (list[INDEX.hipL] ?? 0) -
    (list[INDEX.hipR] ?? 0)
  const metres = Math.hypot(from(x), from(y), from(z)) / 2
  const away = ((z[l] ?? 0) - (z[r] ?? 0)) / metres
  return Number.isFinite(away) ? away * trunk : 0
}

function middle(raw: RawPose, u: number): readonly [number, number] {
  const [l, r] = leadOf(u)
  return [((raw.x[l] ?? 0) + (raw.x[r] ?? 0)) / 2, ((raw.y[l] ?? 0) + (raw.y[r] ?? 0)) / 2]
}

/** True when shoulders and hips are those of somebody seen from behind while face and feet look here, or the other way round. */
function againstFace(raw: RawPose, trunk: number): boolean {
  const looks = facing(raw)
  return looks !== 0 && looks === -order(raw, trunk)
}

/** +1 when both nose and toes are nearer than ears and heels, -1 when both are further, 0 when unknown or they disagree. */
function facing(raw: RawPose): -1 | 0 | 1 {
  if (!raw.deep || !sees(raw, INDEX.nose)) return 0
  const { z } = raw.space
  const head =
    ((z[INDEX.earL] ?? Number.NaN) + (z[INDEX.earR] ?? Number.NaN)) / 2 - (z[INDEX.nose] ?? Number.NaN)
  const heels = (z[INDEX.heelL] ?? Number.NaN) + (z[INDEX.heelR] ?? Number.NaN)
  const feet = (heels - (z[INDEX.footL] ?? Number.NaN) - (z[INDEX.footR] ?? Number.NaN)) / 2
  if (!(Math.abs(head) > LOOKS && Math.abs(feet) > LOOKS)) return 0
  return head > 0 && feet > 0 ? 1 : head < 0 && feet < 0 ? -1 : 0
}

/** +1 when shoulders and hips lie as those of somebody who faces the camera, -1 from behind, 0 when unclear or they disagree. */
function order(raw: RawPose, trunk: number): -1 | 0 | 1 {
  const shoulders = side(raw, SHOULDERS, trunk)
  return shoulders === side(raw, HIPS, trunk) ? shoulders : 0
}

/** True when the shoulders are seen from the one side and the hips from the other: nobody turns so far. */
const twisted = (raw: RawPose, trunk: number): boolean =>
  side(raw, SHOULDERS, trunk) * side(raw, HIPS, trunk) < 0 ||
  nearer(raw, SHOULDERS, trunk) * nearer(raw, HIPS, trunk) < 0

/** -1 when the left one is clearly nearer than the right one, +1 when it is further away; 0 when that is not clear. */
function nearer(raw: RawPose, u: number, trunk: number): -1 | 0 | 1 {
  const away = behind(raw, u, trunk)
  return Math.abs(away) > APART * trunk ? (away > 0 ? 1 : -1) : 0
}

/** True when somebody seen from the side has the other side near than the one that goes with where the nose points. */
function againstNose(raw: RawPose, trunk: number): boolean {
  const near = nearer(raw, SHOULDERS, trunk)
  if (near === 0 || !sees(raw, INDEX.nose)) return false
  const [ax, ay] = middle(raw, SHOULDERS)
  const [bx, by] = middle(raw, HIPS)
  const [ux, uy] = [ax - bx, ay - by]
  const fx = (raw.x[INDEX.nose] ?? 0) - ((raw.x[INDEX.earL] ?? 0) + (raw.x[INDEX.earR] ?? 0)) / 2
  const fy = (raw.y[INDEX.nose] ?? 0) - ((raw.y[INDEX.earL] ?? 0) + (raw.y[INDEX.earR] ?? 0)) / 2
  const points = (ux * fy - uy * fx) / Math.hypot(ux, uy)
  return Math.abs(points) > APART * trunk && near * points < 0
}

/** +1 when this pair of the trunk lies as seen from the front, -1 from behind; 0 when either pair is hidden, or this one is seen end on. */
function side(raw: RawPose, u: number, trunk: number): -1 | 0 | 1 {
  if (!visible(raw, SHOULDERS) || !visible(raw, HIPS)) return 0
  const [x, y] = across(raw, u)
  const [ax, ay] = middle(raw, SHOULDERS)
  const [bx, by] = middle(raw, HIPS)
  const [ux, uy] = [ax - bx, ay - by]
  const apart = (y * ux - x * uy) / Math.hypot(ux, uy)
  if (!(Math.abs(apart) > APART * trunk)) return 0
  return apart > 0 ? 1 : -1
}
