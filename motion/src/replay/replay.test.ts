import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { TrackerEvent } from '../events.ts'
import type { Frame } from '../pose.ts'
import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, wave } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { track } from '../testing/track.ts'
import { ByteWriter, crc32 } from './bytes.ts'
import { KEPT_INDEX, ReplayError, type ReplayHeader, VERSION } from './format.ts'
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

const squats = (seconds: number, fps = 15): Frame[] =>
  film(seconds, fps, (t) => ({ yaw: 20, knee: 90 * wave(t, 4) }), { noise: normal(random(7), 0.002) })

function written(
  frames: readonly Frame[],
  events: readonly TrackerEvent[] = [],
  fps: number | null = null,
): Uint8Array {
  const writer = new ReplayWriter(HEADER, { fps })
  let next = 0
  for (const frame of frames) {
    writer.add(frame)
    for (; next < events.length && (events[next]?.t ?? 0) <= frame.t; next++) {
      const event = events[next]
      if (event !== undefined) writer.mark(event)
    }
  }
  return writer.finish()
}

function there<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('not there')
  return one
}

/** Furthest that a kept landmark moved, in pixels. */
function furthest(before: Frame, after: Frame): number {
  let most = 0
  for (const i of KEPT_INDEX)
    for (const [axis, size] of [
      [0, before.width],
      [1, before.height],
    ] as const)
      most = Math.max(
        most,
        size * Math.abs((before.image?.[i * 4 + axis] ?? 0) - (after.image?.[i * 4 + axis] ?? Number.NaN)),
      )
  return most
}

const place = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -2, max: 3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
)
const points = fc.option(fc.array(place, { minLength: COUNT * 4, maxLength: COUNT * 4 }), { freq: 5 })
const anyFrames = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9000 }), points, points, fc.constantFrom(480, 640, 1280)), {
    maxLength: 30,
  })
  .map((list) => {
    let ms = 0
    return list.map(([gap, image, world, width]): Frame => {
      ms += gap
      return { t: ms / 1000, width, height: 480, image, world }
    })
  })

describe('a replay', () => {
  test('gives back when, where and how visible', () => {
    const frames = squats(20)
    const replay = readReplay(written(frames))
    expect(replay.header).toEqual(HEADER)
    expect(replay).toMatchObject({ frameCount: 300, complete: true, start: 0 })
    const read = [...replay.frames()]
    expect(read.map(({ t }) => t)).toEqual(frames.map(({ t }) => Math.round(t * 1000) / 1000))
    for (const [i, frame] of read.entries())
      expect(furthest(there(frames[i]), frame)).toBeLessThanOrEqual(0.17)
  })

  test('keeps of the face only nose, eyes and ears', () => {
    const [frame] = [...readReplay(written(squats(1))).frames()]
    for (const name of ['mouthL', 'mouthR', 'eyeInnerL', 'eyeOuterR', 'thumbL', 'pinkyR'] as const) {
      expect(frame?.image?.[INDEX[name] * 4]).toBeNaN()
      expect(frame?.image?.[INDEX[name] * 4 + 3]).toBe(0)
    }
    expect(frame?.image?.[INDEX.earL * 4]).toBeGreaterThan(0)
  })

  test('counts the same again, and its index says when', () => {
    const frames = squats(26)
    const live = track(MOVEMENTS.squat, frames)
    const replay = readReplay(written(frames, live.events))
    const again = track(MOVEMENTS.squat, [...replay.frames()])
    expect(live.summary.reps.total).toBeGreaterThanOrEqual(5)
    expect(again.summary.reps).toEqual(live.summary.reps)
    const reps = replay.events.filter(({ type }) => type === 'rep')
    expect(reps.map(({ t }) => t)).toEqual(
      live.events.filter(({ type }) => type === 'rep').map(({ t }) => Math.round(t * 1000) / 1000),
    )
    expect(replay.events.some(({ type }) => type === 'found')).toBe(true)
  })

  test('round trip of any frames: places to half a step, absence kept, nothing invented', () => {
    fc.assert(
      fc.property(anyFrames, (frames) => {
        const replay = readReplay(written(frames))
        const read = [...replay.frames()]
        expect(replay.complete).toBe(true)
        expect(read.length).toBe(frames.length)
        for (const [f, before] of frames.entries()) {
          const after = there(read[f])
          expect([after.width, after.height]).toEqual([before.width, before.height])
          expect(after.image === null).toBe(before.image === null)
          const { image } = before
          for (const i of image === null ? [] : KEPT_INDEX) {
            const [x, y] = [image?.[i * 4] ?? 0, image?.[i * 4 + 1] ?? 0]
            const known = Number.isFinite(x) && Number.isFinite(y)
            expect(Number.isFinite(after.image?.[i * 4])).toBe(known)
            if (known) expect(Math.abs((after.image?.[i * 4] ?? 9) - x)).toBeLessThan(0.6 / 2048)
            const gate = (value: number) => (value >= 0.65 ? 2 : value >= 0.4 ? 1 : 0)
            const visibility = image?.[i * 4 + 3] ?? 0
            if (known && Number.isFinite(visibility))
              expect(gate(after.image?.[i * 4 + 3] ?? 0)).toBe(gate(visibility))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('can be played from anywhere', () => {
    const frames = squats(20)
    const replay = readReplay(written(frames))
    expect(replay.at(-1)).toBeNull()
    expect(replay.at(11.02)?.t).toBe(11)
    expect(replay.at(11.0)?.t).toBe(11)
    expect(replay.at(1e9)?.t).toBe(replay.end)
    expect([...replay.frames(15)].map(({ t }) => t)).toEqual(
      frames.map(({ t }) => Math.round(t * 1000) / 1000).filter((t) => t >= 15),
    )
  })

  test.each([
    [20, 15],
    [30, 15],
    [60, 15],
    [10, 10],
  ])('of a camera of %i frames a second keeps %i', (camera, kept) => {
    const replay = readReplay(written(squats(20, camera), [], 15))
    expect(replay.frameCount / 20).toBeCloseTo(kept, 0)
  })

  test('leaves out time that stands still, runs backwards or is none', () => {
    const [a, b] = squats(1) as [Frame, Frame]
    const times = [1, 1, 0.5, Number.NaN, -1, Number.POSITIVE_INFINITY, 1e300, 2]
    const replay = readReplay(written(times.map((t, i) => ({ ...(i % 2 ? a : b), t }))))
    expect([...replay.frames()].map(({ t }) => t)).toEqual([1, 2])
  })

  test('of nothing is an empty one', () => {
    const replay = readReplay(written([]))
    expect(replay).toMatchObject({ frameCount: 0, start: 0, end: 0, complete: true })
    expect(replay.at(0)).toBeNull()
  })

  test('an event before the first frame is kept', () => {
    const writer = new ReplayWriter(HEADER)
    writer.mark({ type: 'lost', t: 3 })
    writer.add({ ...there(squats(1)[0]), t: 3.1 })
    expect(readReplay(writer.finish())).toMatchObject({ events: [{ type: 'lost', t: 3 }], frameCount: 1 })
  })

  test('packed it takes at most 40 kB a minute', () => {
    const minutes = 3
    const frames = squats(minutes * 60)
    const bytes = gzipSync(written(frames, track(MOVEMENTS.squat, frames).events))
    expect(bytes.length / minutes).toBeLessThanOrEqual(40_000)
    expect(bytes.length / minutes).toBeGreaterThan(5000)
  })
})

describe('a replay that is not whole', () => {
  const frames = squats(21)
  const whole = written(frames, track(MOVEMENTS.squat, frames).events)

  test('cut short anywhere is played as far as it goes, and says so', () => {
    let before = 0
    for (let cut = whole.length - 1; cut > 300; cut -= 997) {
      const replay = readReplay(whole.slice(0, cut))
      expect(replay.complete).toBe(false)
      expect([...replay.frames()].length).toBe(replay.frameCount)
      before = Math.max(before, replay.frameCount)
    }
    expect(before).toBeGreaterThan(200)
  })

  test('damaged in one place loses the seconds of that place alone', () => {
    const bytes = whole.slice()
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x55
    const replay = readReplay(bytes)
    expect(replay.complete).toBe(false)
    expect(replay.frameCount).toBeGreaterThanOrEqual(frames.length - 61)
    expect(replay.frameCount).toBeLessThan(frames.length)
    expect(replay.end).toBeCloseTo(20.933, 2)
  })

  test.each([
    ['nothing', new Uint8Array(0), 'This is not a replay of a session.'],
    [
      'a page',
      Uint8Array.from('<!doctype html>', (c) => c.charCodeAt(0)),
      'This is not a replay of a session.',
    ],
    ['one still packed', new Uint8Array(gzipSync(whole)), 'This is not a replay of a session.'],
    ['one of a newer version', whole.with(8, VERSION + 1), 'This replay was made by a newer version.'],
    [
      'a beginning alone',
      whole.slice(0, 40),
      'The beginning of this replay is damaged, so that it cannot be played.',
    ],
  ])('%s is refused with a clear sentence', (_what, bytes, says) => {
    expect(() => readReplay(bytes)).toThrow(
      new ReplayError(
        says.includes('newer') ? 'newer-version' : says.includes('beginning') ? 'damaged' : 'not-a-replay',
      ),
    )
    expect(() => readReplay(bytes)).toThrow(says)
  })

  /** Opens and plays; the only thing that may be thrown is the clear error. */
  function play(bytes: Uint8Array): void {
    try {
      const replay = readReplay(bytes)
      let count = 0
      for (const frame of replay.frames()) {
        count += 1
        expect(Number.isFinite(frame.t)).toBe(true)
      }
      expect(count).toBe(replay.frameCount)
      replay.at(replay.end / 2)
    } catch (error) {
      expect(error).toBeInstanceOf(ReplayError)
    }
  }

  test('fuzz: bytes changed, cut out, doubled: only ever the clear error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.nat(whole.length),
        fc.nat(200),
        (changes, from, length) => {
          const bytes = whole.slice()
          for (const [at, value] of changes) bytes[at] = value
          play(bytes)
          play(Uint8Array.of(...bytes.slice(0, from), ...bytes.slice(from + length)))
          play(Uint8Array.of(...whole.slice(0, from), ...whole.slice(Math.max(0, from - length))))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('fuzz: broken contents under a right check sum, too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (payload) => {
        play(withChunk(payload))
      }),
      { numRuns: 300 },
    )
  })

  test('fuzz: any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        play(bytes)
        play(Uint8Array.of(...whole.slice(0, 9), ...bytes))
      }),
      { numRuns: 300 },
    )
  })
})

/** A replay whose one chunk holds these bytes, with the check sum that belongs to them. */
function withChunk(payload: Uint8Array): Uint8Array {
  const empty = new ReplayWriter(HEADER).finish()
  // The end of an empty replay: kind, length 1, check sum, count 0.
  const begin = empty.slice(0, empty.length - 7)
  const out = new ByteWriter()
  out.append(begin)
  out.byte(2)
  out.count(payload.length)
  out.word(crc32(payload))
  out.append(payload)
  return out.take()
}
