import { SIGNALS } from '../angles/angles.ts'
import type { MeasuredRange, Repetition, SetSummary } from '../events.ts'
import type { Movement, Signal } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { Segmenter } from '../repetition/segmenter.ts'
import { look } from '../tracking/presence.ts'
import { startTracking } from '../tracking/state.ts'
import { step } from '../tracking/step.ts'
import { summarize } from '../tracking/summary.ts'
import { productFrames, skeletonFrames } from './frames.ts'
import { type Recording, RecordingError, type SignalRecord } from './records.ts'

/** `exercise`: id of the movement to judge by, else the best fitting one. `fps`: where a record does not say. */
export type AnalyzeOptions = { exercise?: string | undefined; fps?: number | undefined }

/** What one record came to; seconds from its first frame. */
export type Analysis = {
  id: string
  exercise: string | null
  seconds: number
  seenShare: number
  reps: SetSummary['reps']
  repetitions: Pick<Repetition, 'start' | 'end' | 'peak' | 'side' | 'holdSeconds'>[]
  range: ({ errorDegrees: number } & Omit<MeasuredRange, 'error'>) | null
  tempo: { secondsPerRep: number | null; outSeconds: number | null }
  faults: SetSummary['faults']
  notes: string[]
}

/** One value of a signal in time: `value` and `confidence` are null where the engine abstains. */
export type SignalPoint = { t: number; value: number | null; confidence: number | null }

const DEFAULT_FPS = 30

/** Analyses one recording with the movements of the exercise library (by exercise id). Throws `RecordingError` for an unknown exercise. */
export function analyze(
  recording: Recording,
  movements: Readonly<Record<string, Movement>>,
  options: AnalyzeOptions = {},
): Analysis {
  if (options.exercise !== undefined && movements[options.exercise] === undefined)
    throw new RecordingError(`there is no exercise "${options.exercise}"`)
  if (recording.kind === 'signal')
    return analyzeSignal(recording.id, recording.record, options.fps ?? DEFAULT_FPS)
  const ids = options.exercise === undefined ? Object.keys(movements) : [options.exercise]
  const runs = ids.flatMap((id) => {
    const movement = movements[id]
    if (movement === undefined || (options.exercise === undefined && movement.count === null)) return []
    return [{ id, movement, ...track(framesOf(recording, movement, options.fps), movement) }]
  })
  const best = runs.toSorted((a, b) => b.fit - a.fit)[0]
  if (best === undefined) throw new RecordingError('no exercise of the library can be counted')
  return told(recording.id, best, options.exercise === undefined)
}

function framesOf(
  recording: Exclude<Recording, { kind: 'signal' }>,
  movement: Movement,
  fps = DEFAULT_FPS,
): Frame[] {
  if (recording.kind === 'product') return productFrames(recording)
  return skeletonFrames(recording.record, fps, movement.cameraView === 'side' ? 'side' : 'front')
}

type Run = { summary: SetSummary; seconds: number; start: number; fit: number }

function track(frames: readonly Frame[], movement: Movement): Run {
  const state = startTracking(movement)
  for (const frame of frames) step(state, frame)
  const summary = summarize(state)
  const start = frames[0]?.t ?? 0
  const { total, partial } = summary.reps
  const range = state.lanes?.range ?? 0
  // How far the joint of this movement went, in units of what is a repetition at all, over the time that could be judged.
  const size = total > 0 && movement.count !== null ? Math.min(8, range / movement.count.minRange) : 0
  const fit = (size * total * summary.seenShare) / Math.max(1, total + partial)
  return { summary, seconds: (frames.at(-1)?.t ?? start) - start, start, fit }
}

function told(id: string, run: Run & { id: string; movement: Movement }, chosen: boolean): Analysis {
  const { summary, movement, start, fit } = run
  const notes: string[] = []
  if (chosen) {
    notes.push(
      fit > 0
        ? `no exercise was given: judged as "${run.id}", whose joints moved most`
        : 'no exercise fits: nothing was counted',
    )
  }
  if (movement.measure !== null && summary.range === null)
    notes.push(`${movement.measure.signal} withheld: not seen from ${movement.measure.views.join(' or ')}`)
  if (summary.seenShare < 0.8)
    notes.push(`could be judged for ${Math.round(summary.seenShare * 100)} % of the time`)
  const outs = summary.repetitions.map((one) => one.peak - one.start)
  return {
    id,
    exercise: chosen && fit === 0 ? null : run.id,
    seconds: round(run.seconds),
    seenShare: round(summary.seenShare),
    reps: summary.reps,
    repetitions: summary.repetitions.map(({ start: from, end, peak, side, holdSeconds }) => ({
      start: round(from - start),
      end: round(end - start),
      peak: round(peak - start),
      side,
      holdSeconds: round(holdSeconds),
    })),
    range: rangeOf(summary.range),
    tempo: { secondsPerRep: orNull(summary.tempoSeconds), outSeconds: orNull(mean(outs)) },
    faults: summary.faults,
    notes,
  }
}

function rangeOf(range: MeasuredRange | null): Analysis['range'] {
  if (range === null) return null
  const { error, ...rest } = range
  return {
    ...rest,
    left: orNull(rest.left),
    right: orNull(rest.right),
    best: orNull(rest.best),
    errorDegrees: error,
  }
}

/** Signal records go straight to the segmenter: the channel that moves most, its spread as the only scale. */
function analyzeSignal(id: string, record: SignalRecord, fps: number): Analysis {
  const columns = channelsOf(record)
  const rate = record.fps ?? fps
  const spreads = columns.map(spread)
  const channel = spreads.indexOf(Math.max(...spreads))
  const values = columns[channel] ?? []
  const rest = values.find((value) => Number.isFinite(value)) ?? 0
  const away =
    values.reduce((sum, value) => sum + (Number.isFinite(value) ? value - rest : 0), 0) < 0 ? -1 : 1
  const segmenter = new Segmenter((spreads[channel] ?? 0) * 0.4)
  const found = values.flatMap((value, i) => segmenter.next(value * away, i / rate) ?? [])
  const full = found.filter((one) => !one.partial)
  const peaks = full.map((one) => one.peak)
  return {
    id,
    exercise: null,
    seconds: round(Math.max(0, values.length - 1) / rate),
    seenShare: round(values.filter(Number.isFinite).length / Math.max(1, values.length)),
    reps: { total: full.length, left: 0, right: 0, partial: found.length - full.length },
    repetitions: found.map(({ start, end, peak, holdSeconds }) => ({
      start: round(start),
      end: round(end),
      peak: round(peak),
      side: 'both',
      holdSeconds: round(holdSeconds),
    })),
    range: null,
    tempo: {
      secondsPerRep: orNull(mean(peaks.slice(1).map((peak, i) => peak - (peaks[i] ?? peak)))),
      outSeconds: orNull(mean(full.map((one) => one.peak - one.start))),
    },
    faults: [],
    notes: [`counted on channel "${record.channels[channel] ?? channel}", which moves most`],
  }
}

/** Channels in time order, whether the record lists them by channel or by frame. */
function channelsOf(record: SignalRecord): number[][] {
  const n = record.channels.length
  const byChannel = record.signal.length === n && record.signal.some((row) => row.length !== n)
  if (byChannel) return record.signal.map((row) => row.map((value) => value ?? Number.NaN))
  return record.channels.map((_, c) => record.signal.map((row) => row[c] ?? Number.NaN))
}

/** Distance between the 5th and 95th hundredth: slips of the sensor do not widen it. */
function spread(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  return sorted.length === 0 ? 0 : at(0.95) - at(0.05)
}

/** The course of one signal through a recording. Throws `RecordingError` for a name that is in no table. */
export function signalOf(recording: Recording, signal: string, options: AnalyzeOptions = {}): SignalPoint[] {
  const row = SIGNALS[signal as Signal]
  if (row === undefined)
    throw new RecordingError(`there is no signal "${signal}"; there are ${Object.keys(SIGNALS).join(', ')}`)
  if (recording.kind === 'signal')
    throw new RecordingError('a signal record has no joints to take a signal from')
  const name = signal as Signal
  const views = Object.keys(row.error).length > 0 ? Object.keys(row.error) : ['side', 'front']
  const side = views.includes('side') && !views.includes('front')
  const movement: Movement = {
    template: 'timed',
    cameraView: side ? 'side' : 'front',
    needs: [],
    count: null,
    measure: { signal: name, views: [] },
    hold: null,
    faults: [],
  }
  const state = startTracking(movement)
  const frames = framesOf(recording, movement, options.fps)
  const start = frames[0]?.t ?? 0
  let last = Number.NEGATIVE_INFINITY
  return frames.map((frame) => {
    const abstain = { t: round(frame.t - start), value: null, confidence: null }
    if (!(frame.t > last)) return abstain
    last = frame.t
    const body = look(state, frame)
    const error = body.view === null ? undefined : row.error[body.view]
    const trend = row.kind === 'trend' && body.view !== null
    const reading =
      error !== undefined || trend ? state.signals.read(body, state.neutral.neutral, name) : null
    if (reading === null) return abstain
    const doubt = reading.error ?? error ?? 0
    const scale = row.unit === 'deg' ? 20 : 0.3
    return {
      t: abstain.t,
      value: round(reading.value),
      confidence: trend ? 0.3 : round(Math.max(0.1, 1 - doubt / scale)),
    }
  })
}

const round = (value: number): number => Math.round(value * 1000) / 1000
const orNull = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : round(value)
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
