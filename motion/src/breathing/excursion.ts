import { type Body, can, middleX, middleY, px, py } from '../body/body.ts'
import { facing } from '../angles/bearing.ts'

/** Trunk length over breadth of the shoulder points, where the hips are out of the picture (segment tables: 0.49 and 0.35 m). */
const TRUNK_PER_BREADTH = 1.4

/** Pixels of a trunk length; from the breadth of the shoulders where no hip was ever seen; NaN when neither is known. */
export function scaleOf(body: Body): number {
  if (body.trunk > 0) return body.trunk
  if (!can(body, 'shoulderL', 'shoulderR')) return Number.NaN
  return (
    TRUNK_PER_BREADTH *
    Math.hypot(px(body, 'shoulderL') - px(body, 'shoulderR'), py(body, 'shoulderL') - py(body, 'shoulderR'))
  )
}

/** Share by which the trunk may look longer or shorter before the person stands elsewhere. */
const ELSEWHERE = 0.12

/**
 * Keeps the unit of length fixed while somebody is still: the longest trunk seen grows with each deep breath, and would take from the
 * breath what it is to measure.
 */
export class FixedScale {
  private scale = Number.NaN

  /** Pixels of a trunk length; NaN while it is not known. */
  read(body: Body): number {
    const now = scaleOf(body)
    if (!(Math.abs(now / this.scale - 1) <= ELSEWHERE) && now > 0) this.scale = now
    return this.scale
  }
}

/**
 * Where breath has the shoulders, in trunk lengths, larger = in: their mean height above the hips; from the side half of it forward,
 * because there the chest carries them forward as well as up. Against the picture where the hips are not seen (chest close-up).
 * The smoothing of the landmarks (3 Hz at rest) takes less than 3 % off a breath of 42 a minute, so it is read behind it.
 */
export class Excursion {
  private seenBy = ''
  private offset = 0
  private last = Number.NaN

  /** Forgets the past. */
  reset(): void {
    this.seenBy = ''
    this.offset = 0
    this.last = Number.NaN
  }

  /** The excursion in this frame; NaN when no shoulder is seen. Landmarks that come and go do not make it jump. */
  read(body: Body, scale: number): number {
    const shoulders = can(body, 'shoulderL', 'shoulderR')
    if (!shoulders && (body.view === 'front' || body.view === 'back')) return Number.NaN
    const hips = can(body, 'hipL', 'hipR')
    const hip = hips || can(body, 'hipL') || can(body, 'hipR')
    const up = (hip ? middleY(body, 'hip') : 0) - middleY(body, 'shoulder')
    const ahead =
      body.view === 'side' && hip
        ? facing(body) * (middleX(body, 'shoulder') - middleX(body, 'hip'))
        : Number.NaN
    const value = (Number.isNaN(ahead) ? up : (up + ahead) * Math.SQRT1_2) / scale
    if (!Number.isFinite(value)) return Number.NaN
    const seenBy = `${String(shoulders)} ${String(can(body, 'shoulderL'))} ${String(hips)} ${String(can(body, 'hipL'))} ${String(hip)} ${String(Number.isNaN(ahead))}`
    if (seenBy !== this.seenBy) this.offset = Number.isNaN(this.last) ? 0 : this.last - value
    this.seenBy = seenBy
    this.last = value + this.offset
    return this.last
  }
}
