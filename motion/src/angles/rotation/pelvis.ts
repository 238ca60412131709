import { clamp } from '../../geometry.ts'

/** What is seen of the pelvis: its breadth as a share of the full one, and the sine of its turn by stretched depth; NaN where unknown. */
export type PelvisSeen = {
  breadth: number
  breadthError: number
  sine: number
  sineError: number
  /** Breadth of knees and ankles as a share of their full one, for who stands; NaN where they are not seen, or do not tell. */
  legs: number
  /** Sine of the way in which the thighs point, for who sits; NaN likewise. */
  thighs: number
  /** 0..1: the arms are held as in a test of rotation (forward, or crossed on the chest), for which people are told to keep the hips still. */
  held: number
  /** 0..1: how stiff the model takes the trunk for, where the arms are free. */
  stiff: number
  /** 0..1: from sitting to standing; 0.5 where the legs are not seen. */
  stands: number
}

/**
 * Pose models take the trunk for stiffer than it is: a turn of the shoulders alone shows as a turn of the pelvis, too, in depth (LEAK)
 * and in breadth (NARROWS). Nobody knows by how much for a given model and given clothes: rendered people leak up to 0.48 with the
 * arms held as in a test and up to 0.7 otherwise, an ideal model leaks nothing. So anything between nothing and these is taken for
 * equally likely, and no turn of the pelvis is made up to explain a leak away.
 */
const LEAK_HELD = 0.48
const LEAK_FREE = 0.7
const NARROWS_HELD = 0.55
const NARROWS_FREE = 0.7
/**
 * Share of a turn of the shoulders that the pelvis takes with free arms. Standing, two thirds of the furthest turn come from the hips
 * (64 of 97 degrees, Montgomery 2011; 67-71 %, Taniguchi 2017), and none of it in those who keep them still as they are told: the
 * middle. Hips that are flexed by 45 degrees give 40-46 % less (Montgomery 2011, Delphinus 2013), so that of a turn on a chair a
 * quarter to a third is the pelvis' where it is free, and again none where it is held. These are the most likely shares; with the
 * tails below, the mean of what may be is half of a turn for who stands and two fifths for who sits when nothing else is seen.
 */
const STANDING = 0.35
const SEATED = 0.2
/**
 * The habit: how far the pelvis strays from what it usually takes of a turn, as a share of the turn (author default: the share itself
 * differs by half between people), at least the sway of somebody who stands (3 degrees), radians. TAILS and AGAINST: how steeply it
 * becomes unlikely to stray along with the shoulders, and beyond or against them, which nobody does but for a moment of walking: by
 * sway alone, however far the turn goes. Only who holds the hips still on their own feet errs to both sides alike.
 */
const STRAYS_FREE = 0.2
const STRAYS_HELD = 0.09
const SWAY = 0.05
const TAILS_FREE = 0.8
const TAILS_HELD = 2.2
const AGAINST = 3.2
/** Roundness of the pelvis, as in `direction`: rendered people that turn as a whole. */
const ROUND = 0.1
/** A pelvis turns by up to 20 degrees over feet that stay (half of the 40 that the hip joints allow), radians: legs that stay say no more. */
const OVER_FEET = 0.37
/** Error of the breadth of the legs as a share (a landmark of 5 pixels on a line of 90, halved by the two lines), of the thighs as a sine. */
const LEGS_ERROR = 0.03
const THIGHS_ERROR = 0.12
/** Variances that one piece of evidence outweighs at most: landmarks slip, and feet are moved for other reasons. */
const SLIP = 25
const DOUBTFUL = 40
/** Turns that are weighed up, radians. */
const REACH = 1.2
const STEP = 0.03
const TURNS = Float64Array.from({ length: Math.round((2 * REACH) / STEP) + 1 }, (_, i) => i * STEP - REACH)
const SINES = TURNS.map(Math.sin)
const COSINES = TURNS.map(Math.cos)
const FOLLOWED = TURNS.map((turn) => Math.cos(Math.max(0, Math.abs(turn) - OVER_FEET)))

/** Variances by which `value` lies outside of what is possible between `a` and `b`. */
const outside = (value: number, a: number, b: number, error: number): number => {
  const off = a < b ? value - clamp(value, a, b) : value - clamp(value, b, a)
  const variances = (off / error) ** 2
  return (SLIP * variances) / (SLIP + variances)
}

/**
 * The turn of the pelvis away from the camera, radians, given that of the shoulders (`upper`): the mean over all turns of how well
 * each explains breadth, depth and legs and the habit of the exercise. The habit has long tails: somebody who steps round is
 * believed. With no evidence at all only the habit is left.
 */
export function turnOfPelvis(seen: PelvisSeen, upper: number): { turn: number; error: number } {
  const { held, stands } = seen
  const usual = (SEATED + stands * (STANDING - SEATED)) * upper * (1 - held)
  const habit = Math.hypot(SWAY, (STRAYS_FREE + held * (STRAYS_HELD - STRAYS_FREE)) * upper)
  const against = SWAY + held * stands * (habit - SWAY)
  const free = seen.stiff * (1 - held)
  const leak = LEAK_HELD + free * (LEAK_FREE - LEAK_HELD)
  const narrows = NARROWS_HELD + free * (NARROWS_FREE - NARROWS_HELD)
  const tails = TAILS_FREE + held * (TAILS_HELD - TAILS_FREE)
  const leaked = leak * Math.sin(upper)
  let [all, sum, squares] = [0, 0, 0]
  for (let i = 0; i < TURNS.length; i++) {
    const turn = TURNS[i] ?? 0
    const [sine, cosine] = [SINES[i] ?? 0, COSINES[i] ?? 1]
    const along = upper > 0 ? clamp(turn, 0, upper) : clamp(turn, upper, 0)
    const off = (along - usual) / habit
    // Beyond the shoulders is as far as their own error lets it be, too.
    const beyond = (turn - along) / (turn * upper < 0 ? against : habit)
    let cost = tails * Math.log1p(off * off) + AGAINST * Math.log1p(beyond * beyond)
    if (Number.isFinite(seen.sine))
      cost += outside(seen.sine, sine, leaked + (1 - leak) * sine, seen.sineError)
    if (Number.isFinite(seen.breadth)) {
      const shown = turn + narrows * (upper - turn)
      cost += outside(
        seen.breadth,
        broad(cosine, sine),
        broad(Math.cos(shown), Math.sin(shown)),
        seen.breadthError,
      )
    }
    let below = 0
    if (Number.isFinite(seen.legs)) below += outside(seen.legs, cosine, FOLLOWED[i] ?? 1, LEGS_ERROR)
    if (Number.isFinite(seen.thighs))
      below += outside(seen.thighs, sine - OVER_FEET, sine + OVER_FEET, THIGHS_ERROR)
    cost += (DOUBTFUL * below) / (DOUBTFUL + below)
    const weight = Math.exp(-cost / 2)
    all += weight
    sum += weight * turn
    squares += weight * turn * turn
  }
  if (!(all > 1e-12)) return { turn: usual, error: Math.hypot(habit, 0.2) }
  const mean = sum / all
  return { turn: mean, error: Math.sqrt(Math.max(squares / all - mean * mean, 0)) }
}

const broad = (cosine: number, sine: number): number => cosine + ROUND * sine * sine
