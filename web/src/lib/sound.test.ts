import { expect, it } from 'vitest'
import { TONES } from './sound.ts'
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
