import type { Tempo } from '../../lib/tempo.ts'
import {
  blend,
  type Figure,
  minimumJerk,
  mirroredBody,
  mirrorPosture,
  postureAt,
  type Skeleton,
  skeletonOf,
} from '@dorsal/motion'

/**
 * What is shown of an exercise: its figure, whether it goes left and right in turn, which side it is done on, how fast, and what share
 * of the range.
 */
export type Shown = {
  figure: Figure
  alternating: boolean
  side: 'left' | 'right'
  tempo: Tempo
  share: number
}

/** A breath of stillness between repetitions, so that one sees where each begins. */
const PAUSE = 0.6
/** A hold is shown, not sat through. */
const LONGEST_STAY = 3

/** Seconds of each part of the loop. */
function paceOf(figure: Figure, tempo: Tempo): Tempo & { rest: number } {
  if (figure.pace !== undefined) return figure.pace
  return { ...tempo, stay: Math.min(tempo.stay, LONGEST_STAY), rest: PAUSE }
}

/** How far out of the start a figure is after `seconds`, 0..1 of its way, in which repetition, in which part of it. */
export function momentAt(
  { figure, tempo }: Pick<Shown, 'figure' | 'tempo'>,
  seconds: number,
): { out: number; repetition: number; part: 'out' | 'stay' | 'back' | 'rest'; left: number } {
  const { out: goes, stay, back: comes, rest } = paceOf(figure, tempo)
  const whole = goes + stay + comes + rest
  const repetition = Math.floor(seconds / whole)
  const at = seconds - repetition * whole
  if (at < goes) return { out: minimumJerk(at / goes), repetition, part: 'out', left: goes - at }
  if (at < goes + stay) return { out: 1, repetition, part: 'stay', left: goes + stay - at }
  const back = at - goes - stay
  if (back < comes)
    return { out: minimumJerk(1 - back / comes), repetition, part: 'back', left: comes - back }
  return { out: 0, repetition, part: 'rest', left: whole - at }
}

/** Whether the other side is the figure with left and right exchanged in the same stance. */
const EVEN = new Set([
  'standing',
  'seated',
  'kneeling',
  'heel-sitting',
  'quadruped',
  'prone',
  'supine',
  'supine-on-roll',
])

/** The body of what is shown, `seconds` into the loop. `mirrored`: it now does the other side, and so are its props. */
export function bodyAt(shown: Shown, seconds: number): { body: Skeleton; out: number; mirrored: boolean } {
  const { figure, alternating, side, tempo, share } = shown
  const { out, repetition, part, left } = momentAt(shown, seconds)
  const turns = alternating && EVEN.has(figure.stance)
  if (!turns) return { body: sided(shown, out * share), out, mirrored: side === 'right' }
  const other = repetition % 2 === 1
  const posture = postureAt(figure, out * share)
  const own = other ? mirrorPosture(posture) : posture
  const rest = paceOf(figure, tempo).rest
  if (part !== 'rest' || rest <= 0) return { body: skeletonOf(figure.stance, own), out, mirrored: other }
  // Over to the start of the other side.
  const over = blend(own, mirrorPosture(own), minimumJerk(1 - left / rest))
  return { body: skeletonOf(figure.stance, over), out, mirrored: other }
}

/** The body a share of the way out, on the side that is shown. */
export function sided({ figure, side }: Pick<Shown, 'figure' | 'side'>, out: number): Skeleton {
  const body = skeletonOf(figure.stance, postureAt(figure, out))
  return side === 'right' ? mirroredBody(body) : body
}
