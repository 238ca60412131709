import { expect, test } from 'vitest'
import { film, repetitions } from '../person/film.ts'
import { ReplayError, type ReplayHeader } from './format.ts'
import { readReplay } from './reader.ts'
import { ReplayWriter } from './writer.ts'

const HEADER: ReplayHeader = {
  width: 640,
  height: 480,
  mirrored: false,
  fps: 15,
  depth: 'model',
  model: 'full',
  delegate: 'CPU',
  movement: 'squat',
  calibration: null,
  startedAt: null,
}
const SECONDS = 30

test('a single bit that changed anywhere is noticed: the seconds around it are left out, never played wrong', () => {
  const writer = new ReplayWriter(HEADER)
  for (const frame of film(SECONDS, 15, (t) => ({ yaw: 90, knee: 90 * repetitions(t, 8, 3) })))
    writer.add(frame)
  const whole = writer.finish()
  const sound = readReplay(whole)
  expect(sound.complete).toBe(true)
  const frames = new Map([...sound.frames()].map((frame) => [frame.t, Array.from(frame.image ?? [])]))
  for (let at = 12; at < whole.length; at += 331) {
    const bytes = whole.slice()
    bytes[at] = (bytes[at] ?? 0) ^ 1
    try {
      const replay = readReplay(bytes)
      expect(replay.complete, `byte ${at}`).toBe(false)
      for (const frame of replay.frames()) expect(Array.from(frame.image ?? [])).toEqual(frames.get(frame.t))
    } catch (error) {
      expect(error).toBeInstanceOf(ReplayError)
    }
  }
})
