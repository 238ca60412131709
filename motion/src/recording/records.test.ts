import { describe, expect, test } from 'vitest'
import { photograph } from '../person/film.ts'
import { productFrames } from './frames.ts'
import { mirror } from '../skeleton/mirror.ts'
import { readRecordings, RecordingError } from './records.ts'

const meta = (over: object = {}) =>
  JSON.stringify({ type: 'meta', skeleton: 'blazepose33', w: 640, h: 480, mirrored: false, ...over })
const line = (t: number, over: object = {}) => {
  const { image, world } = photograph(t, { abductL: 60 })
  return JSON.stringify({ t, image: Array.from(image ?? []), world: Array.from(world ?? []), ...over })
}
const read = (...lines: string[]) => readRecordings(lines.join('\n'), 'file')

describe('product recordings', () => {
  test('are read with their picture size; an empty room is a frame without a person', () => {
    const [recording] = read(meta(), line(0), line(0.1, { image: null, world: null }), '')
    expect(recording).toMatchObject({ kind: 'product', id: 'file', width: 640, height: 480 })
    const frames = recording?.kind === 'product' ? productFrames(recording) : []
    expect(frames.map((frame) => frame.image?.length ?? null)).toEqual([132, null])
  })

  test('milliseconds are honoured', () => {
    const [recording] = read(meta({ timeUnit: 'ms' }), line(500))
    expect(recording?.kind === 'product' && recording.frames[0]?.t).toBe(0.5)
  })

  test('a mirrored recording is turned back: left is the own left', () => {
    const { image, world } = photograph(0, { abductL: 60 })
    const shown = { image: mirror(image ?? [], 'image'), world: mirror(world ?? [], 'world') }
    const [recording] = read(meta({ mirrored: true }), JSON.stringify({ t: 0, ...shown }))
    const [frame] = recording?.kind === 'product' ? productFrames(recording) : []
    Array.from(image ?? []).forEach((value, i) => expect(frame?.image?.[i]).toBeCloseTo(value, 9))
  })

  test('a missing number stays missing', () => {
    const image: (number | null)[] = Array.from(photograph(0, {}).image ?? [])
    image[44] = null
    const [recording] = read(meta(), line(0, { image }))
    const [frame] = recording?.kind === 'product' ? productFrames(recording) : []
    expect(frame?.image?.[44]).toBeNaN()
  })
})

describe('what is no recording is refused with the line at fault', () => {
  test.each([
    ['nothing', [''], 'the file is empty'],
    ['no JSON', ['{"type":"meta"', ''], 'line 1 is not JSON'],
    ['no size', [JSON.stringify({ type: 'meta' })], 'line 1 at w'],
    ['no picture', [meta({ w: 0 })], 'line 1 at w'],
    ['another skeleton', [meta({ skeleton: 'coco17' })], 'only skeleton "blazepose33"'],
    ['no frame', [meta()], 'no frame'],
    ['a torn frame', [meta(), line(0), '{"t":0.1,'], 'line 3 is not JSON'],
    ['too few numbers', [meta(), line(0, { image: [1, 2, 3] })], 'line 2: "image" has 3 numbers'],
    ['no time', [meta(), JSON.stringify({ image: null })], 'line 2 at t'],
    ['a number', ['5'], 'line 1 is not a record'],
    ['neither joints nor channels', ['{"id":"x"}'], 'line 1 is neither'],
    ['frames of words', ['{"joints":["nose"],"frames":"x"}'], 'line 1 at frames'],
    ['no frames a second', ['{"channels":["a"],"signal":[[1]],"fps":0}'], 'line 1 at fps'],
  ])('%s', (_what, lines, message) => {
    expect(() => read(...lines)).toThrow(RecordingError)
    expect(() => read(...lines)).toThrow(message)
  })
})

describe('mirror', () => {
  test('twice is the same, once changes the sides', () => {
    const image = Array.from(photograph(0, { abductL: 60, aside: 0.2 }).image ?? [])
    const twice = mirror(mirror(image, 'image'), 'image')
    image.forEach((value, i) => expect(twice[i]).toBeCloseTo(value, 12))
    expect(mirror(image, 'image')[12 * 4]).toBeCloseTo(1 - (image[11 * 4] ?? 0), 12)
  })
})
