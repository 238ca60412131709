import type { Body } from '../body/body.ts'
import type { Neutral } from '../calibration/neutral.ts'
import { median } from '../geometry.ts'
import { girdleOffset, shrugRatio, trunkLength } from './girdle-lines.ts'
import { headNod, headRoll, headTurn } from './head-lines.ts'
import { inclination } from './inclination.ts'
import { sideBend } from './side-bend.ts'
import { spineCurve, upperExtension } from './spine-lines.ts'

/**
 * What each of these signals reads on the person at rest, before anything is taken off: everybody's nose, ears and shoulders sit
 * somewhat differently, and only the way from there is movement. NaN where it was not seen.
 */
const AT_REST = {
  trunk_lateral_flexion: sideBend,
  trunk_inclination: inclination,
  neck_rotation: headTurn,
  neck_lateral_flexion: headRoll,
  head_pitch: headNod,
  shrug_index: (body) => shrugRatio(body),
  /** No signal of its own: what a shrug is told from a lean by. */
  trunk_length: trunkLength,
  scapular_retraction_proxy: girdleOffset,
  thoracic_extension_proxy: upperExtension,
  quad_trunk_curve: spineCurve,
} satisfies Record<string, (body: Body) => number>

/** Signals whose zero is the person's own rest. */
export type RestingSignal = keyof typeof AT_REST

/** One value a signal, in the signal's unit; kept with the neutral pose. */
export type Resting = Readonly<Record<RestingSignal, number>>

const NAMES = Object.keys(AT_REST) as RestingSignal[]

const each = (value: (name: RestingSignal) => number): Resting =>
  Object.fromEntries(NAMES.map((name) => [name, value(name)])) as Resting

/** What the resting person reads in this frame. */
export const restingNow = (body: Body): Resting => each((name) => AT_REST[name](body))

/** The medians of many frames, each over those in which it was seen. */
export const restingOf = (samples: readonly Resting[]): Resting =>
  each((name) => median(samples.map((one) => one[name]).filter(Number.isFinite)))

/** The same of a record that was kept as JSON, where what is unknown is null or not there at all. */
export const restingFrom = (kept: Readonly<Record<string, number | null>>): Resting =>
  each((name) => kept[name] ?? Number.NaN)

/** The same seen in a mirror: what is positive to the own left changes its sign. */
export const mirrorResting = (resting: Resting): Resting => ({
  ...resting,
  trunk_lateral_flexion: -resting.trunk_lateral_flexion,
  neck_rotation: -resting.neck_rotation,
  neck_lateral_flexion: -resting.neck_lateral_flexion,
})

/** The resting value of a signal; NaN before rest was seen, or when it was seen from elsewhere, where it would mean another line. */
export const atRest = (body: Body, neutral: Neutral | null, signal: RestingSignal): number =>
  neutral === null || (neutral.view !== body.view && body.depth !== 'sensor')
    ? Number.NaN
    : neutral.resting[signal]

/** Beyond this, in degrees, somebody rests in a position (bent over, lying, looking aside) and is not merely held somewhat askew. */
const ASKEW = 15

/**
 * The way from a resting angle; the angle itself while no rest of that kind is known. `askew`: how far off zero a rest may be to
 * count as one.
 */
export const fromRest = (value: number, rest: number, askew = ASKEW): number =>
  Math.abs(rest) <= askew ? value - rest : value
