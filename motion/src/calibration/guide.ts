import { SIGNALS } from '../angles/angles.ts'
import { SignalReader } from '../angles/signal-reader.ts'
import { BodyReader } from '../body/body.ts'
import { ViewReader } from '../body/view.ts'
import type { Movement } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { ArmReader } from './arm-length.ts'
import type { Calibration } from './calibration.ts'
import { calibrationFrom } from './kept-neutral.ts'
import { Excursion, type Reach } from './excursion.ts'
import { type CalibrationHelp, type GuidedMovement, guidedMovement, tellsSides } from './guided-movements.ts'
import { mirrorFrame, mirrorNeutral } from './mirrored.ts'
import { NeutralReader } from './neutral.ts'

/** What the person is asked for now. `still`: stand (sit, lie) still; `move`: as far as is comfortable; `return`: back again. */
export type CalibrationPhase = 'still' | 'move' | 'return' | 'done' | 'failed'

/**
 * What the guide tells, in order. `guide`: the one sentence to say now, told once when it changes. `reach`: how far the person is at
 * present, in the signal's unit, for a picture of it. `calibrated`: the result, once, right after the sentence 'done'.
 */
export type CalibrationEvent =
  | { type: 'guide'; t: number; phase: CalibrationPhase; say: CalibrationHelp }
  | { type: 'reach'; t: number; size: number }
  | { type: 'calibrated'; t: number; calibration: Calibration }

/** `mirrored`: what the camera says of itself, where it says anything; then the side is checked against it and not found. */
export type CalibrationOptions = { mirrored?: boolean | null }

/** Seconds that each step may take before the guide gives up, and without anybody in the picture. */
const STILL_LIMIT = 30
const MOVE_LIMIT = 25
const AWAY_LIMIT = 6
/** Seconds without a reading after which the camera cannot see the movement. */
const BLIND_LIMIT = 12
/**
 * Movements to a named side before the guide gives up; how many in a row to the named side outweigh one to the other; and how many to the
 * other side show that the camera mirrors. Twice may be a person who takes left for right, or follows their own picture, and a side
 * once taken for the other stays so in all that is counted later: they are asked once more, and anything but the same again is no answer.
 */
const ATTEMPTS = 4
const AGREE = 2
const MIRRORS = 3
/** Two limbs that went alike, above this share, tell no side. */
const ALIKE = 0.7

/** The running state of one guided calibration. Opaque: pass it from frame to frame; `phase` and `calibration` may be read. */
export type CalibrationState = {
  readonly movement: Movement
  readonly guided: GuidedMovement
  readonly mirrored: boolean | null
  readonly body: BodyReader
  readonly view: ViewReader
  readonly neutral: NeutralReader
  readonly signals: SignalReader
  readonly excursion: Excursion
  readonly reaches: Reach[]
  readonly arms: ArmReader
  phase: CalibrationPhase
  calibration: Calibration | null
  said: CalibrationHelp | null
  lastT: number
  /** When the step began, somebody was seen, and the signal could be read, last. */
  since: number
  seenAt: number
  readAt: number
}

/**
 * Begins to learn a person before `movement`: their rest, then one movement to their own left (or one repetition, where the exercise
 * knows no sides). Nothing needs standing: a seated or lying rest is a rest. Whether the camera is mirrored is found from the side
 * that was asked for; a side that is not the expected one must be shown three times running.
 */
export function startCalibration(movement: Movement, options: CalibrationOptions = {}): CalibrationState {
  const guided = guidedMovement(movement)
  return {
    movement,
    guided,
    mirrored: options.mirrored ?? null,
    body: new BodyReader(),
    view: new ViewReader(guided.signal === 'trunk_axial_rotation'),
    neutral: new NeutralReader(null),
    signals: new SignalReader(),
    excursion: new Excursion(guided, SIGNALS[guided.signal]),
    reaches: [],
    arms: new ArmReader(),
    phase: 'still',
    calibration: null,
    said: null,
    lastT: Number.NaN,
    since: Number.NaN,
    seenAt: Number.NaN,
    readAt: Number.NaN,
  }
}

/**
 * Takes one camera frame in (as it comes from the camera, mirrored or not) and tells what to say. Ends in phase `done` with a
 * calibration, or in `failed` with the sentence that says why; after that nothing happens any more. Never throws.
 */
export function calibrate(
  state: CalibrationState,
  frame: Frame,
): { state: CalibrationState; events: CalibrationEvent[] } {
  const events: CalibrationEvent[] = []
  const { t } = frame
  const over = state.phase === 'done' || state.phase === 'failed'
  if (over || !Number.isFinite(t) || t <= state.lastT) return { state, events }
  if (Number.isNaN(state.lastT)) {
    state.since = t
    state.seenAt = t
    say(state, 'still', 'stand-still', t, events)
  }
  state.lastT = t
  const body = state.body.read(state.mirrored === true ? mirrorFrame(frame) : frame)
  if (!body.seen) {
    if (t - state.seenAt > AWAY_LIMIT) say(state, 'failed', 'nobody', t, events)
    return { state, events }
  }
  state.seenAt = t
  body.view = state.view.read(body)
  if (state.phase === 'still') state.neutral.read(body)
  // Arms held forward for a turn look straight, sideways and short.
  if (state.guided.signal !== 'trunk_axial_rotation') {
    const trunk = state.neutral.neutral?.resting.trunk_length ?? Number.NaN
    state.arms.read(body, Number.isFinite(trunk) ? trunk : body.trunk)
  }
  const reading = state.signals.read(body, state.neutral.neutral, state.guided.signal)
  if (reading !== null) state.readAt = t
  if (state.phase === 'still') {
    if (reading !== null) state.excursion.atRest(reading)
    rest(state, t, events)
  } else if (reading === null) {
    if (t - state.readAt > BLIND_LIMIT) say(state, 'failed', 'cannot-see', t, events)
  } else {
    state.excursion.next(reading, t)
    events.push({ type: 'reach', t, size: state.excursion.reach.size })
    move(state, t, events)
  }
  if (state.phase === 'move' && t - state.since > MOVE_LIMIT) say(state, 'failed', 'no-movement', t, events)
  return { state, events }
}

function say(
  state: CalibrationState,
  phase: CalibrationPhase,
  sentence: CalibrationHelp,
  t: number,
  events: CalibrationEvent[],
): void {
  if (state.phase !== phase || phase === 'move') state.since = t
  state.phase = phase
  if (state.said === sentence) return
  state.said = sentence
  events.push({ type: 'guide', t, phase, say: sentence })
}

function rest(state: CalibrationState, t: number, events: CalibrationEvent[]): void {
  if (state.neutral.neutral !== null) {
    state.readAt = t
    say(state, 'move', state.guided.say, t, events)
  } else if (t - state.since > STILL_LIMIT) say(state, 'failed', 'not-still', t, events)
}

function move(state: CalibrationState, t: number, events: CalibrationEvent[]): void {
  const { excursion, reaches } = state
  if (excursion.phase === 'turned' && state.phase === 'move') say(state, 'return', 'come-back', t, events)
  if (excursion.phase !== 'back') return
  reaches.push(
    excursion.alike > ALIKE && excursion.reach.side !== 'both' ? { side: 'both', size: 0 } : excursion.reach,
  )
  excursion.again()
  const mirrored = verdict(state)
  if (mirrored !== undefined) return finish(state, mirrored, t, events)
  if (reaches.length >= ATTEMPTS) return say(state, 'failed', 'side-unclear', t, events)
  say(state, 'move', 'once-more', t, events)
}

/** True or false once it is sure whether the feed is mirrored, null where the movement cannot tell, undefined while unsure. */
function verdict({ guided, reaches, mirrored }: CalibrationState): boolean | null | undefined {
  if (!tellsSides(guided)) return mirrored
  const last = reaches.at(-1)
  if (reaches.length === 1 && last?.side === 'left') return mirrored ?? false
  const running = reaches.length - 1 - reaches.findLastIndex(({ side }) => side !== last?.side)
  if (last?.side === 'left') return running >= AGREE ? (mirrored ?? false) : undefined
  // The camera has said which way round it is: then this is the person's other side, and no calibration.
  return last?.side === 'right' && mirrored === null && running >= MIRRORS ? true : undefined
}

function finish(
  state: CalibrationState,
  mirrored: boolean | null,
  t: number,
  events: CalibrationEvent[],
): void {
  const rest = state.neutral.neutral
  const neutral = rest === null ? null : { ...rest, arm: state.arms.length(rest.arm) }
  const sided = tellsSides(state.guided)
  const size = state.reaches.at(-1)?.size ?? Number.NaN
  const range = sided ? { left: size, right: null, both: null } : { left: null, right: null, both: size }
  // Frames came in as the camera gave them; only a mirror found just now has still to be taken out of the resting pose.
  const found = mirrored === true && state.mirrored === null && neutral !== null
  state.calibration = calibrationFrom(
    found ? mirrorNeutral(neutral, state.body.body.width) : neutral,
    mirrored,
    { [state.guided.signal]: range },
  )
  say(state, 'done', 'done', t, events)
  events.push({ type: 'calibrated', t, calibration: state.calibration })
}
