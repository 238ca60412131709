import { SIGNALS } from '../angles/angles.ts'
import type { Movement, Signal } from '../movement.ts'
import type { View } from '../pose.ts'
import { type Analysis, fromCourse, fromSummary, round } from './analysis.ts'
import { analyzeChannels, channelsOf } from './channels.ts'
import { type Film, productFrames, skeletonFilm } from './frames.ts'
import { chosen, played, type Played } from './choose.ts'
import { type Recording, RecordingError, type SignalRecord } from './records.ts'
import { courseOf, type SignalPoint, viewFor } from './signals.ts'

/** `exercise`: id of the movement to judge by, else the best fitting one. `fps`: where a record does not say. */
export type AnalyzeOptions = { exercise?: string | undefined; fps?: number | undefined }

const DEFAULT_FPS = 30

/**
 * Analyses one recording with the movements of the exercise library (by exercise id). Without an exercise it is judged as the movement
 * that fits best; where none fits, the repetitions of the signal (or joint) that moves most regularly are counted, and the notes
 * say so. Throws `RecordingError` for an unknown exercise or joints that make no body.
 */
export function analyze(
  recording: Recording,
  movements: Readonly<Record<string, Movement>>,
  options: AnalyzeOptions = {},
): Analysis {
  const { exercise, fps } = options
  const movement = exercise === undefined ? undefined : movements[exercise]
  if (exercise !== undefined && movement === undefined)
    throw new RecordingError(`there is no exercise "${exercise}"`)
  if (recording.kind === 'signal') return analyzeChannels(recording.id, recording.record, fps ?? DEFAULT_FPS)
  const filmFrom = (view: View): Film => filmOf(recording, view, fps)
  if (movement !== undefined && exercise !== undefined) {
    const run = played(movement, filmFrom)
    return judged(recording.id, exercise, run, [])
  }
  const front = filmFrom('front')
  const choice = chosen(front, filmFrom, movements)
  if (choice.run !== null)
    return judged(recording.id, choice.run.id, choice.run, [
      `no exercise was given: judged as "${choice.run.id}", which fits the moving joints best`,
    ])
  const { best } = choice
  const note =
    best === null ? 'no exercise fits: nothing was counted' : `no exercise fits: counted on ${best.name}`
  const { seconds } = timeOf(front)
  const seenShare =
    front.frames.filter(({ image }) => image !== null).length / Math.max(1, front.frames.length)
  return fromCourse(recording.id, best?.counted ?? [], { seconds, seenShare }, [note, ...front.notes])
}

/** The frames of a recording for a camera view; only records that we film ourselves can be had from another view. */
function filmOf(recording: Exclude<Recording, { kind: 'signal' }>, view: View, fps = DEFAULT_FPS): Film {
  return recording.kind === 'product'
    ? { frames: productFrames(recording, view), notes: [] }
    : skeletonFilm(recording.record, fps, view)
}

const timeOf = ({ frames }: Film): { start: number; seconds: number } => {
  const start = frames[0]?.t ?? 0
  return { start, seconds: (frames.at(-1)?.t ?? start) - start }
}

function judged(
  id: string,
  exercise: string,
  { movement, film, summary }: Played,
  before: string[],
): Analysis {
  const notes = [...before, ...film.notes]
  if (movement.measure !== null && summary.range === null)
    notes.push(`${movement.measure.signal} withheld: not seen from ${movement.measure.views.join(' or ')}`)
  if (summary.seenShare < 0.8)
    notes.push(`could be judged for ${Math.round(summary.seenShare * 100)} % of the time`)
  return fromSummary(id, exercise, summary, timeOf(film), notes)
}

/**
 * The course of one signal through a recording; of a signal record, of the channel of that name. Throws `RecordingError` for a name
 * that is in no table.
 */
export function signalOf(recording: Recording, signal: string, options: AnalyzeOptions = {}): SignalPoint[] {
  if (recording.kind === 'signal') return channelOf(recording.record, signal, options.fps ?? DEFAULT_FPS)
  if (SIGNALS[signal as Signal] === undefined)
    throw new RecordingError(`there is no signal "${signal}"; there are ${Object.keys(SIGNALS).join(', ')}`)
  const name = signal as Signal
  return courseOf(filmOf(recording, viewFor(name), options.fps).frames, name)
}

function channelOf(record: SignalRecord, name: string, fps: number): SignalPoint[] {
  const values = channelsOf(record)[record.channels.indexOf(name)]
  if (values === undefined)
    throw new RecordingError(`there is no channel "${name}"; there are ${record.channels.join(', ')}`)
  const rate = record.fps ?? fps
  return values.map((value, i) => {
    const there = Number.isFinite(value)
    return { t: round(i / rate), value: there ? round(value) : null, confidence: there ? 1 : null }
  })
}
