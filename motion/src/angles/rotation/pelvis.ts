/** What is seen of the pelvis: its breadth as a share of the full one, and the sine of its turn by stretched depth; NaN where unknown. */
export type PelvisSeen = {
  breadth: number
  breadthError: number
  sine: number
  sineError: number
  /** 0..1: the arms are held as in a test of rotation (forward, or crossed on the chest), for which people are told to keep the hips still. */
  held: number
  /** Share of a turn that the pelvis usually takes in this posture. */
  follows: number
}

/**
 * Pose models take the trunk for stiffer than it is: a turn of the shoulders alone shows as a turn of the pelvis, too, in depth (LEAK)
 * and in breadth (NARROWS). Rendered people leak 0.37-0.46 with the arms held as in a test, up to 0.57 and 0.6 otherwise; their plain
 * clothes show no turn, so that real people leak less: with free arms the middle of what is possible, with an error that spans it.
 */
const LEAK_HELD = 0.43
const LEAK_FREE = 0.27
const LEAK_ERROR = 0.13
const NARROWS = 0.3
const NARROWS_ERROR = 0.2
/** How far it strays from that habit, and in a test, where it is held still. Radians. */
const USUAL = 0.2
const STILL = 0.12
/** Roundness of the pelvis, as in `direction`: rendered people that turn as a whole. */
const ROUND = 0.1
/** Turns that are weighed up, radians. */
const REACH = 1.2
const STEP = 0.03
const TURNS = Float64Array.from({ length: Math.round((2 * REACH) / STEP) + 1 }, (_, i) => i * STEP - REACH)
const SINES = TURNS.map(Math.sin)
const SHOWN_SINES = TURNS.map((turn) => Math.sin((1 - NARROWS) * turn))
const SHOWN_COSINES = TURNS.map((turn) => Math.cos((1 - NARROWS) * turn))

/**
 * The turn of the pelvis away from the camera, radians, given that of the shoulders (`upper`): the mean over all turns of how well each explains breadth and depth and the habit of
 * the exercise. The habit has long tails: somebody who steps round is believed. With no evidence at all only the habit is left.
 */
export function turnOfPelvis(seen: PelvisSeen, upper: number): { turn: number; error: number } {
  const usual = seen.follows * upper * (1 - seen.held)
  const habit = USUAL + seen.held * (STILL - USUAL)
  const leak = LEAK_FREE + seen.held * (LEAK_HELD - LEAK_FREE)
  const leaked = leak * Math.sin(upper)
  const sineError = Math.hypot(seen.sineError, LEAK_ERROR * Math.sin(upper))
  const deep = Number.isFinite(seen.sine)
  const broad = Number.isFinite(seen.breadth)
  const [c, s] = [Math.cos(NARROWS * upper), Math.sin(NARROWS * upper)]
  let [all, sum, squares] = [0, 0, 0]
  for (let i = 0; i < TURNS.length; i++) {
    const turn = TURNS[i] ?? 0
    const off = (turn - usual) / habit
    let cost = 2 * Math.log1p(off * off)
    if (deep) cost += ((leaked + (1 - leak) * (SINES[i] ?? 0) - seen.sine) / sineError) ** 2
    if (broad) {
      const sine = (SHOWN_SINES[i] ?? 0) * c + (SHOWN_COSINES[i] ?? 0) * s
      const cosine = (SHOWN_COSINES[i] ?? 0) * c - (SHOWN_SINES[i] ?? 0) * s
      const error = Math.hypot(seen.breadthError, sine * NARROWS_ERROR * (upper - turn))
      cost += ((cosine + ROUND * sine * sine - seen.breadth) / error) ** 2
    }
    const weight = Math.exp(-cost / 2)
    all += weight
    sum += weight * turn
    squares += weight * turn * turn
  }
  if (!(all > 1e-12)) return { turn: usual, error: USUAL }
  const mean = sum / all
  return { turn: mean, error: Math.sqrt(Math.max(squares / all - mean * mean, 0)) }
}
