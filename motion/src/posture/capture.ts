import { leftIsNear } from '../angles/bearing.ts'
import type { Reading } from '../angles/row.ts'
import { share } from '../body/one-euro.ts'
import { type Body, can, middleX, middleY, py } from '../body/body.ts'
import { clamp, median, mean } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { POSTURE_CHANGE, type StillPosture, type PosturePlace } from './posture.ts'

/** Seconds that must be still, and how often they are looked at. */
const SECONDS = 3
const EVERY = 0.1
/**
 * How far the shoulders (trunk lengths) and the head (degrees) may drift within them, and the deviation of the head about its mean that is
 * no more than trembling landmarks: 3 mm on the 13 cm from shoulder to ear are 2 degrees.
 */
const TRAVEL = 0.04
const DRIFT = 4
const TREMBLE = 5
/** Hz of the mean of the nod, so that one trembling frame is no nod. */
const STEADY = 0.5
/** Nod of the head beyond which the line to the ear says nothing about where the head is, degrees. */
const PITCH = 10

/** Why no posture can be taken now; null while the three seconds run or are full. */
export type PostureHindrance = 'not-seen' | 'stand-sideways' | 'look-ahead' | 'hold-still'

type Sample = {
  t: number
  x: number
  y: number
  head: number
  shoulder: number
  level: number
  sight: number
}

/**
 * Waits for three still seconds, head level, from the side (or from the front for the level of the shoulders), and takes the posture as the
 * median over them. Anything that hinders starts the seconds anew and is told by an id. At most 30 samples are kept.
 */
export class PostureCapture {
  private readonly place: PosturePlace
  private readonly pitch: number
  private readonly samples: Sample[] = []
  private nod = 0
  private nodAt = Number.NaN
  /** What hinders now. */
  hindrance: PostureHindrance | null = 'not-seen'

  /** `pitch`: nod of the head in degrees beyond which no posture is taken. */
  constructor(place: PosturePlace, pitch: number = PITCH) {
    this.place = place
    this.pitch = pitch
  }

  /** Forgets the running seconds: the next capture begins. */
  restart(): void {
    this.samples.length = 0
  }

  /** Takes one frame in; the posture when three seconds are full, else null. `signalOf` reads the angle table. */
  read(body: Body, signalOf: (signal: Signal) => Reading | null): StillPosture | null {
    this.hindrance = hindranceOf(body, signalOf, this.nodNow(body, signalOf) > this.pitch)
    const last = this.samples.at(-1)
    if (this.hindrance !== null || (last !== undefined && body.t - last.t > 0.6)) this.restart()
    if (this.hindrance !== null) return null
    if (last !== undefined && body.t - last.t < EVERY && this.samples.length > 0) return null
    this.samples.push(sampleOf(body, signalOf))
    if (this.moved(body.trunk)) {
      this.hindrance = 'hold-still'
      this.samples.splice(0, this.samples.length - 1)
      return null
    }
    const first = this.samples[0]
    return first !== undefined && body.t - first.t >= SECONDS - EVERY / 2 ? this.taken(body) : null
  }

  /** Size of the nod of the head, smoothed; 0 while it cannot be read. */
  private nodNow(body: Body, signalOf: (signal: Signal) => Reading | null): number {
    const pitch = signalOf('head_pitch')?.value ?? Number.NaN
    const dt = body.t - this.nodAt
    if (!Number.isFinite(pitch)) return Math.abs(this.nod)
    this.nod = dt > 0 && dt < 1 ? this.nod + share(STEADY, dt) * (pitch - this.nod) : pitch
    this.nodAt = body.t
    return Math.abs(this.nod)
  }

  private values(of: (sample: Sample) => number): number[] {
    return this.samples.map(of).filter(Number.isFinite)
  }

  /** How far a value went from the first third of the seconds to the last. */
  private drift(of: (sample: Sample) => number): number {
    const values = this.values(of)
    const third = Math.floor(values.length / 3)
    return third < 2 ? 0 : Math.abs(mean(values.slice(-third)) - mean(values.slice(0, third)))
  }

  private trembling(): number {
    const values = this.values((one) => one.head)
    const middle = mean(values)
    return values.length < 3 ? 0 : Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
  }

  private moved(trunk: number): boolean {
    const travel = Math.hypot(
      this.drift((one) => one.x),
      this.drift((one) => one.y),
    )
    return travel > TRAVEL * trunk || this.drift((one) => one.head) > DRIFT || this.trembling() > TREMBLE
  }

  private taken(body: Body): StillPosture {
    const { samples, place } = this
    const of = (key: 'head' | 'shoulder' | 'level' | 'sight'): number | null => {
      const value = median(samples.map((one) => one[key]).filter(Number.isFinite))
      return Number.isFinite(value) ? value : null
    }
    const left = leftIsNear(body)
    const steady = 1 - this.trembling() / (2 * TREMBLE)
    const posture: StillPosture = {
      headForward: of('head'),
      roundedShoulder: of('shoulder'),
      shoulderLevel: of('level'),
      error: { ...POSTURE_CHANGE },
      quality: clamp(steady * (of('sight') ?? 0), 0, 1),
      view: body.view ?? 'side',
      side: body.view !== 'side' || left === null ? null : left ? 'left' : 'right',
      place,
    }
    this.restart()
    return posture
  }
}

function hindranceOf(
  body: Body,
  signalOf: (signal: Signal) => Reading | null,
  nodding: boolean,
): PostureHindrance | null {
  if (!body.seen || !(body.trunk > 0)) return 'not-seen'
  if (body.view === 'front') return can(body, 'shoulderL', 'shoulderR', 'hipL', 'hipR') ? null : 'not-seen'
  if (body.view !== 'side') return 'stand-sideways'
  if (signalOf('head_forward_angle') === null) return 'not-seen'
  return nodding ? 'look-ahead' : null
}

function sampleOf(body: Body, signalOf: (signal: Signal) => Reading | null): Sample {
  const side = body.view === 'side'
  const sight = (name: 'ear' | 'shoulder'): number =>
    Math.max(body.visibility[INDEX[`${name}L`]] ?? 0, body.visibility[INDEX[`${name}R`]] ?? 0)
  return {
    t: body.t,
    x: middleX(body, 'shoulder'),
    y: middleY(body, 'shoulder'),
    head: side ? 90 - (signalOf('head_forward_angle')?.value ?? Number.NaN) : Number.NaN,
    shoulder: side ? (signalOf('rounded_shoulder_offset')?.value ?? Number.NaN) : Number.NaN,
    level: side ? Number.NaN : (py(body, 'shoulderR') - py(body, 'shoulderL')) / body.trunk,
    sight: Math.min(sight('ear'), sight('shoulder')),
  }
}
