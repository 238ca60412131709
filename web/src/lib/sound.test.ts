import { afterEach, expect, it, vi } from 'vitest'
import { deviceSounds, soundClock, TONES } from './sound.ts'
import { readSettings } from './sound-settings.ts'

it('gives every sound a shape of its own', () => {
  const shapes = Object.values(TONES).map((tones) => JSON.stringify(tones))
  expect(new Set(shapes).size).toBe(shapes.length)
})

it('keeps every sound short enough to never run into the next one', () => {
  for (const tones of Object.values(TONES))
    for (const { at, seconds } of tones) expect(at + seconds).toBeLessThan(1)
})

it('falls back to sound settings that can be heard when the stored ones are broken', () => {
  for (const broken of [null, '', 'null', '{', '{"voice":7,"sounds":"loud","muted":1}'])
    expect(readSettings(broken)).toEqual({
      voice: 1,
      sounds: 0.6,
      muted: false,
      keys: true,
      hands: true,
      listen: false,
      lines: false,
    })
  expect(readSettings('{"voice":0,"sounds":0.2,"muted":true,"hands":false,"lines":true}')).toEqual({
    voice: 0,
    sounds: 0.2,
    muted: true,
    keys: true,
    hands: false,
    listen: false,
    lines: true,
  })
})

/** A sound device whose clock is moved by hand. */
class FakeContext {
  static now = 0
  state = 'running'
  destination = {}
  get currentTime() {
    return FakeContext.now
  }
  resume = async () => undefined
  close = async () => undefined
}
const started: { at: number; dropped: boolean }[] = []
class FakeOscillator {
  own = { at: 0, dropped: false }
  start(at: number) {
    this.own.at = at
    started.push(this.own)
  }
  stop() {}
  connect = (next: unknown) => next
  disconnect() {
    this.own.dropped = true
  }
}
const ramp = () => undefined
class FakeGain {
  gain = { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp }
  connect = (next: unknown) => next
}

function withDevice() {
  FakeContext.now = 100
  started.length = 0
  vi.stubGlobal('AudioContext', FakeContext)
  vi.stubGlobal('OscillatorNode', FakeOscillator)
  vi.stubGlobal('GainNode', FakeGain)
  return deviceSounds()
}
afterEach(() => vi.unstubAllGlobals())

it('hands what is to come to its own clock, and drops it when the page is looked at again', () => {
  const sounds = withDevice()
  expect(sounds.plan([{ inMs: 2000, tones: TONES.count }], 1), 'before the first sound').toBe(false)
  sounds.play(TONES.count, 1)
  expect(sounds.plan([{ inMs: 2000, tones: TONES.count }], 0), 'muted').toBe(false)
  expect(soundClock()).toBeNull()
  const due = [2000, 60_000].map((inMs) => ({ inMs, tones: TONES.count }))
  expect(sounds.plan(due, 1)).toBe(true)
  expect(started.slice(1)).toEqual([
    { at: 102, dropped: false },
    { at: 160, dropped: false },
  ])
  expect(soundClock()).toBe(100)
  sounds.plan(due.slice(0, 1), 1)
  expect(started.slice(1).map(({ dropped }) => dropped)).toEqual([true, true, false])
  sounds.unplan()
  expect(started.slice(1).every(({ dropped }) => dropped)).toBe(true)
  expect(soundClock()).toBeNull()
})

it('knows whether its clock went on while the page was hidden', () => {
  const page = vi.spyOn(performance, 'now').mockReturnValue(0)
  const sounds = withDevice()
  sounds.play(TONES.count, 1)
  const due = [{ inMs: 2000, tones: TONES.count }]
  sounds.plan(due, 1)
  page.mockReturnValue(60_000)
  FakeContext.now = 160
  expect(sounds.unplan()).toBe(true)
  sounds.plan(due, 1)
  page.mockReturnValue(120_000)
  FakeContext.now = 163
  expect(sounds.unplan()).toBe(false)
  page.mockRestore()
})
