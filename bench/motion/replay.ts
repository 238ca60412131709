import { gzipSync } from 'node:zlib'
import {
  type Frame,
  LANDMARKS,
  type Movement,
  ReplayWriter,
  readReplay,
  SIGNALS,
  Signal,
  startTracking,
  step,
  summarize,
  type TrackerEvent,
} from '@dorsal/motion'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { film, wave } from '../../motion/src/person/film.ts'
import { normal, random } from '../../motion/src/person/random.ts'
import { framesOf, has } from './recordings.ts'
import { type Row, SKIPPED } from './table.ts'

const FPS = 15
const LIMIT = 40
const HOURS = 2

const HEADER = {
  width: 640,
  height: 480,
  mirrored: false,
  fps: FPS,
  depth: 'model',
  model: 'full',
  delegate: 'CPU',
  movement: null,
  calibration: null,
  startedAt: null,
} as const

/** At most fifteen frames a second, as they are kept. */
function thinned(frames: readonly Frame[]): Frame[] {
  const [first] = frames
  if (first === undefined) return []
  const writer = new ReplayWriter({ ...HEADER, width: first.width, height: first.height }, { fps: FPS })
  for (const frame of frames) writer.add({ ...frame, image: null })
  const times = new Set([...readReplay(writer.finish()).frames()].map(({ t }) => t))
  return frames.filter(({ t }) => times.has(Math.round(t * 1000) / 1000))
}

type Played = { events: TrackerEvent[]; reps: number; values: Map<Signal, (number | null)[]> }

/** What the tracker tells of the frames and what every signal reads in each, from the views in which it is honest. */
function play(frames: readonly Frame[], movement: Movement): Played {
  const state = startTracking(movement)
  const values = new Map(Signal.options.map((signal): [Signal, (number | null)[]] => [signal, []]))
  const events: TrackerEvent[] = []
  for (const frame of frames) {
    events.push(...step(state, frame).events)
    const { body } = state.body
    for (const [signal, list] of values) {
      const honest = body.view !== null && SIGNALS[signal].error[body.view] !== undefined
      list.push(honest ? (state.signals.read(body, state.neutral.neutral, signal)?.value ?? null) : null)
    }
  }
  return { events, reps: summarize(state).reps.total, values }
}

function pixels(before: readonly Frame[], after: readonly Frame[]): number {
  let most = 0
  for (const [f, { image, width, height }] of before.entries())
    for (const i of LANDMARKS.keys()) {
      const x = after[f]?.image?.[i * 4] ?? Number.NaN
      const y = after[f]?.image?.[i * 4 + 1] ?? Number.NaN
      if (image === null || Number.isNaN(x)) continue
      const off = Math.hypot(((image[i * 4] ?? 0) - x) * width, ((image[i * 4 + 1] ?? 0) - y) * height)
      most = Math.max(most, off)
    }
  return most
}

/** By how many degrees (99 of 100 frames, and at most) the worst of the angles differs, and which it is. */
function degrees(before: Played, after: Played): string {
  let worst = { signal: '', p99: 0, most: 0 }
  let gone = 0
  let all = 0
  for (const [signal, list] of before.values) {
    const read = after.values.get(signal) ?? []
    const off: number[] = []
    for (const [i, value] of list.entries()) {
      const again = read[i]
      if (value === null) continue
      all += 1
      if (again === null || again === undefined) gone += 1
      else off.push(Math.abs(value - again))
    }
    off.sort((a, b) => a - b)
    const p99 = off[Math.floor(0.99 * (off.length - 1))] ?? 0
    const isAngle = !/ratio|index|proxy|cycle|lift|wave|cadence|press|drift|offset|curve|pose|line/.test(
      signal,
    )
    if (isAngle && p99 > worst.p99) worst = { signal, p99, most: off.at(-1) ?? 0 }
  }
  const lost = ((100 * gone) / Math.max(1, all)).toFixed(2)
  if (worst.signal === '') return 'no angle is honest from this view'
  return `worst angle re-read ${worst.signal} ${worst.p99.toFixed(2)} deg (p99; most ${worst.most.toFixed(1)}), ${lost} % of readings not re-read`
}

function row(what: string, source: readonly Frame[], movement: Movement): Row {
  const frames = thinned(source)
  const live = play(frames, movement)
  const [first] = frames
  const writer = new ReplayWriter(
    { ...HEADER, width: first?.width ?? 640, height: first?.height ?? 480 },
    { fps: null },
  )
  let next = 0
  for (const frame of frames) {
    writer.add(frame)
    for (
      let event = live.events[next];
      event !== undefined && event.t <= frame.t;
      event = live.events[next]
    ) {
      writer.mark(event)
      next += 1
    }
  }
  const bytes = writer.finish()
  const minutes = ((frames.at(-1)?.t ?? 0) - (first?.t ?? 0)) / 60
  const replay = readReplay(bytes)
  const after = [...replay.frames()]
  const again = play(after, movement)
  const kilobytes = gzipSync(bytes).length / 1000 / minutes
  return {
    what: `replay: ${what}`,
    anchor: '-',
    reach: `at most ${LIMIT} kB a minute packed`,
    ours:
      `${kilobytes.toFixed(1)} kB/min packed (${(bytes.length / 1000 / minutes).toFixed(1)} unpacked) at ${(frames.length / minutes / 60).toFixed(1)}/s, ` +
      `landmarks off by at most ${pixels(frames, after).toFixed(2)} px, ${degrees(live, again)}, repetitions ${live.reps} then ${again.reps}`,
  }
}

/** Size and exactness of the replay format: rendered session, real squats, two hours of a synthetic person with a camera's noise. */
export function replay(): Row[] {
  const recorded = [
    ['rendered session through the real model', 'synthetic/session.full.jsonl.gz'],
    ['real squats through a browser', 'squats-as-seen-by-camera.jsonl.gz'],
  ] as const
  const rows = recorded.map(([what, file]) =>
    has(file)
      ? row(what, framesOf(file), MOVEMENTS.squat)
      : {
          what: `replay: ${what}`,
          anchor: '-',
          reach: `at most ${LIMIT} kB a minute packed`,
          ours: SKIPPED,
        },
  )
  const twoHours = film(
    HOURS * 3600,
    FPS,
    (t) => ({
      knee: 90 * wave(t, 4),
      abductL: 90 * wave(t, 7),
      bend: 20 * wave(t, 11),
      turn: 30 * wave(t, 9),
    }),
    {
      noise: normal(random(3), 0.002),
    },
  )
  return [...rows, row(`${HOURS} hours, synthetic`, twoHours, MOVEMENTS.squat)]
}
