import { REPLAY_LIMITS } from '@dorsal/care'
import { LANDMARKS, readReplay, type Frame, type TrackerEvent } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { base64Of, bytesOf } from '../base64.ts'
import { packed, SetRecorder, unpacked } from './recorder.ts'

const frame = (t: number, trembles = 0): Frame => ({
  t,
  width: 640,
  height: 480,
  image: Float32Array.from({ length: LANDMARKS.length * 4 }, (_, i) =>
    i % 4 === 3 ? 1 : 0.5 + trembles * Math.sin(i * 12.9898 + t * 78.233),
  ),
  world: null,
})
const rep = (t: number): TrackerEvent => ({
  type: 'rep',
  t,
  count: 1,
  repetition: { side: 'both', start: t - 2, peak: t - 1, end: t, holdSeconds: 0, partial: false },
})
const recorder = () => new SetRecorder({ exerciseId: 'squat', engine: { model: 'full', delegate: 'CPU' } })

describe('the recorder of a set', () => {
  it('keeps landmarks and repetitions of the exercise, and comes back whole from packing', async () => {
    const one = recorder()
    for (let i = 0; i < 300; i++) one.take(frame(i / 15), i === 100 ? [rep(i / 15)] : [], null)
    const bytes = one.finish()
    if (bytes === null) throw new Error('nothing was recorded')
    const small = await packed(bytes)
    expect(small?.length).toBeLessThan(bytes.length)
    const again = await unpacked(bytesOf(base64Of(small ?? new Uint8Array())))
    expect(again).toEqual(bytes)
    const replay = readReplay(again)
    expect(replay).toMatchObject({ complete: true, frameCount: 300, header: { movement: 'squat' } })
    expect(replay.header.engine).toBeTruthy()
    expect(replay.events).toHaveLength(1)
  })

  it('ends after ten minutes by itself: the set goes on, the replay does not', () => {
    const one = recorder()
    one.take(frame(5), [rep(5)], null)
    for (let t = 5; t < 5 + REPLAY_LIMITS.seconds + 60; t += 1) one.take(frame(t), [], null)
    const replay = readReplay(one.finish() ?? new Uint8Array())
    expect(replay.end - replay.start).toBeLessThanOrEqual(REPLAY_LIMITS.seconds)
    expect(replay.complete).toBe(true)
  })

  it('never grows beyond what the server reads, however wild the landmarks', () => {
    const one = recorder()
    one.take(frame(0), [rep(0)], null)
    for (let i = 1; i < 9000; i++) one.take(frame(i / 15, 40), [], null)
    const bytes = one.finish() ?? new Uint8Array()
    expect(bytes.length).toBeLessThan(REPLAY_LIMITS.unpackedBytes)
    expect(readReplay(bytes).complete).toBe(true)
  })

  it('gives nothing where nothing was counted', () => {
    const one = recorder()
    one.take(frame(0), [], null)
    expect(one.finish()).toBeNull()
    expect(recorder().finish()).toBeNull()
  })

  it('packs to nothing what is larger than may be sent', async () => {
    const noise = Uint8Array.from({ length: 700_000 }, () => Math.floor(Math.random() * 256))
    expect(await packed(noise)).toBeNull()
  })
})
