import { expect, test } from 'vitest'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, wave } from '../person/film.ts'
import { track } from '../testing/track.ts'
import { readReplay } from './reader.ts'
import { watchFrames } from './watch.ts'
import { ReplayWriter } from './writer.ts'

const frames = film(24, 15, (t) => ({ yaw: 90, knee: 90 * wave(t, 4) }))
const replayed = () => {
  const writer = new ReplayWriter({
    width: 640,
    height: 480,
    mirrored: false,
    fps: 15,
    depth: 'model',
    model: null,
    delegate: null,
    movement: 'squat',
    calibration: null,
    startedAt: null,
  })
  for (const frame of frames) writer.add(frame)
  const size = writer.size
  const bytes = writer.finish()
  expect(size).toBeGreaterThan(bytes.length * 0.9)
  return readReplay(bytes)
}

test('today’s engine counts in the file what it counts in the frames', () => {
  const live = track(MOVEMENTS.squat, frames).summary
  const again = watchFrames(replayed().frames(), MOVEMENTS.squat, null)
  expect(live.reps.total).toBeGreaterThan(3)
  expect(again.summary.reps).toEqual(live.reps)
  expect(again.events.filter(({ type }) => type === 'rep')).toHaveLength(live.repetitions.length)
})

test('a course has a point a frame, and a gap where the number was withheld: somebody hidden, and a view that is not honest', () => {
  const replay = replayed()
  const seen = watchFrames(replay.frames(), MOVEMENTS.squat, null).traces
  expect(seen.map(({ signal }) => signal)).toEqual([
    ...new Set([MOVEMENTS.squat.measure, MOVEMENTS.squat.count].flatMap((one) => one?.signal ?? [])),
  ])
  for (const { points } of seen) expect(points).toHaveLength(replay.frameCount)
  const [shown] = seen
  const valued = shown?.points.filter(({ value }) => value !== null) ?? []
  expect(valued.length).toBeGreaterThan(replay.frameCount / 2)
  for (const { error } of valued) expect(error).toBeGreaterThan(0)

  const hidden = watchFrames(
    frames.map((frame) => (frame.t > 8 && frame.t < 12 ? { ...frame, image: null, world: null } : frame)),
    MOVEMENTS.squat,
    null,
  )
  const inside = hidden.traces[0]?.points.filter(({ t }) => t > 8.1 && t < 11.9) ?? []
  expect(inside.length).toBeGreaterThan(40)
  expect(inside.every(({ value, error }) => value === null && error === null)).toBe(true)

  const front = film(12, 15, (t) => ({ yaw: 0, knee: 90 * wave(t, 4) }))
  const fromFront = watchFrames(front, MOVEMENTS.squat, null).traces.find(
    ({ signal }) => signal === MOVEMENTS.squat.measure?.signal,
  )
  expect(fromFront?.points.every(({ value }) => value === null)).toBe(true)
})
