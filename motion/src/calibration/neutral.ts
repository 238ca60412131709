import { type Body, can, middleX, middleY, px, py, trunkNow } from '../body/body.ts'
import { POSE_ANGLES, poseOf } from '../angles/joints.ts'
import { type Resting, restingNow, restingOf } from '../angles/resting.ts'
import { leanFromVertical, median } from '../geometry.ts'
import type { View } from '../pose.ts'
import { alongTrunk, hangingArm } from './arm-length.ts'

/**
 * The person at rest: what their own proportions and resting posture are, so that every later value is measured against
 * themselves and not against an average body. Lengths are in trunk lengths. NaN where the part was not seen at rest.
 */
export type Neutral = {
  /** Seconds at which it was taken. */
  t: number
  /** Breadth between the shoulder points, facing the camera. */
  shoulderWidth: number
  /** Breadth between the hip points, facing the camera. */
  hipWidth: number
  /** Shoulder to wrist along the hanging arm: the mean of both sides, or the one that is seen. */
  arm: number
  /** Height of the ears above the shoulders. */
  earHeight: number
  /** Resting lean of the trunk, degrees, towards the right of the picture. */
  lean: number
  /** Place of the hips in the picture, pixels from the left and from the top. */
  hipX: number
  hipY: number
  /** Direction of shoulders and pelvis by the model's depth while at rest, degrees: the zero of every later turn. */
  shoulderYaw: number
  hipYaw: number
  /** From where the camera saw the rest: what lies in the picture plane means another line from elsewhere. */
  view: View | null
  /** What the signals that count from rest read then, and the joint angles of the pose, degrees. */
  resting: Resting
  pose: readonly number[]
}

/**
 * Seconds of stillness that make a neutral pose, and how far shoulders, hips and hands may stray meanwhile, in trunk lengths: 3 cm of
 * the middle of two landmarks and 4.5 cm of a single one are what poor light adds to a body that is still.
 */
const STILL_SECONDS = 0.8
const STILL_TRAVEL = 0.06
const STILL_HANDS = 0.09
/** From here on the places that are watched are hands. */
const HANDS = 4

/** Lean of the trunk, degrees, up to which somebody stands or sits at rest, and from which they lie; between they hold a position. */
const UPRIGHT = 14
const LYING = 55
/** Elbows so far below the shoulders, in trunk lengths, are arms at rest. */
const ARMS_DOWN = 0.35

/**
 * Watches for a still moment of a standing, seated or lying person and takes the neutral pose from it: the first one, and once more
 * the first with the arms at rest, if they were not before. One that was seen from elsewhere than `wanted` gives way to the first
 * from there. Holding a bend or a lean is no rest. Missing data: hidden hands are taken to be still.
 */
export class NeutralReader {
  neutral: Neutral | null
  /** True once there is nothing better to wait for. */
  private settled: boolean
  private readonly samples: Neutral[] = []
  private readonly low = new Float64Array(6)
  private readonly high = new Float64Array(6)
  private since = Number.NaN
  private readonly wanted: View | null

  /** `wanted`: from where the exercise is to be seen; null where any view will do. */
  constructor(given: Neutral | null, wanted: View | null = null) {
    this.neutral = given
    this.wanted = wanted
    this.settled = given !== null && this.fits(given.view)
  }

  /** Takes one frame in; `neutral` is set once a still moment has been seen. Missing parts simply stay unknown. */
  read(body: Body): void {
    if (this.settled) return
    if (!body.seen || !(body.trunk > 0) || !resting(body)) return this.restart()
    if (this.moved(body) || body.view !== this.samples.at(-1)?.view) this.restart()
    if (Number.isNaN(this.since)) this.begin(body)
    this.samples.push(sample(body))
    if (body.t - this.since < STILL_SECONDS || this.samples.length < 5) return
    const fits = this.fits(body.view)
    const down = armsDown(body)
    const better = fits && (down || !this.fits(this.neutral?.view ?? null))
    if (this.neutral === null || better) this.neutral = average(this.samples)
    this.settled = fits && down
    this.restart()
  }

  private fits(view: View | null): boolean {
    return this.wanted === null || view === this.wanted
  }

  private restart(): void {
    this.since = Number.NaN
    this.samples.length = 0
  }

  private begin(body: Body): void {
    this.since = body.t
    places(body).forEach((value, i) => {
      this.low[i] = value
      this.high[i] = value
    })
  }

  private moved(body: Body): boolean {
    if (Number.isNaN(this.since)) return false
    let moved = false
    places(body).forEach((value, i) => {
      if (!Number.isFinite(value)) return
      const [low, high] = [this.low[i] ?? value, this.high[i] ?? value]
      this.low[i] = low <= value ? low : value
      this.high[i] = high >= value ? high : value
      const span = (this.high[i] ?? 0) - (this.low[i] ?? 0)
      if (span > (i < HANDS ? STILL_TRAVEL : STILL_HANDS) * body.trunk) moved = true
    })
    return moved
  }
}

/**
 * True for a trunk that stands, sits or lies. Seen from the front or from behind, one between is held in a side bend; from the side
 * many exercises begin leaning forward.
 */
function resting(body: Body): boolean {
  const lean = Math.abs(leanOf(body))
  if (Number.isNaN(lean)) return false
  return lean <= UPRIGHT || lean >= LYING || body.view === 'side' || body.view === 'oblique'
}

/** True when the upper arms hang along the trunk; of hidden elbows the same is taken. */
function armsDown(body: Body): boolean {
  const x = middleX(body, 'elbow') - middleX(body, 'shoulder')
  const y = middleY(body, 'elbow') - middleY(body, 'shoulder')
  return !(-alongTrunk(body, x, y) < ARMS_DOWN * body.trunk)
}

const leanOf = (body: Body): number =>
  leanFromVertical(
    middleX(body, 'shoulder'),
    middleY(body, 'shoulder'),
    middleX(body, 'hip'),
    middleY(body, 'hip'),
  )

const places = (body: Body): number[] => [
  middleX(body, 'shoulder'),
  middleY(body, 'shoulder'),
  middleX(body, 'hip'),
  middleY(body, 'hip'),
  can(body, 'wristL') ? py(body, 'wristL') : Number.NaN,
  can(body, 'wristR') ? py(body, 'wristR') : Number.NaN,
]

function sample(body: Body): Neutral {
  const trunk = trunkNow(body)
  return {
    t: body.t,
    shoulderWidth:
      body.view === 'front' ? Math.abs(px(body, 'shoulderL') - px(body, 'shoulderR')) / trunk : Number.NaN,
    hipWidth:
      body.view === 'front' && can(body, 'hipL', 'hipR')
        ? Math.abs(px(body, 'hipL') - px(body, 'hipR')) / trunk
        : Number.NaN,
    arm: median([hangingArm(body, 'L'), hangingArm(body, 'R')].filter(Number.isFinite)) / trunk,
    earHeight:
      alongTrunk(
        body,
        middleX(body, 'ear') - middleX(body, 'shoulder'),
        middleY(body, 'ear') - middleY(body, 'shoulder'),
      ) / trunk,
    lean: leanOf(body),
    hipX: middleX(body, 'hip'),
    hipY: middleY(body, 'hip'),
    shoulderYaw: body.shoulderYaw,
    hipYaw: body.hipYaw,
    view: body.view,
    resting: restingNow(body),
    pose: [...poseOf(body, POSE)],
  }
}

const POSE = new Float64Array(POSE_ANGLES)

function average(samples: readonly Neutral[]): Neutral {
  const of = (key: Exclude<keyof Neutral, 'view' | 'resting' | 'pose'>): number =>
    median(samples.map((one) => one[key]).filter(Number.isFinite))
  return {
    t: samples[0]?.t ?? Number.NaN,
    shoulderWidth: of('shoulderWidth'),
    hipWidth: of('hipWidth'),
    arm: of('arm'),
    earHeight: of('earHeight'),
    lean: of('lean'),
    hipX: of('hipX'),
    hipY: of('hipY'),
    shoulderYaw: of('shoulderYaw'),
    hipYaw: of('hipYaw'),
    view: samples.at(-1)?.view ?? null,
    resting: restingOf(samples.map((one) => one.resting)),
    pose: Array.from({ length: POSE_ANGLES }, (_, i) =>
      median(samples.map((one) => one.pose[i] ?? Number.NaN).filter(Number.isFinite)),
    ),
  }
}
