import { describe, expect, test } from 'vitest'
import type { Frame } from '../pose.ts'
import { film, photograph, type Sketch as Posture } from '../person/film.ts'
import { BodyReader } from './body.ts'

/** The spans in seconds in which the reader saw nobody it could judge, and those frames in which it began anew. */
function spans(frames: readonly Frame[]): { unseen: number; jumped: number; anew: number[] } {
  const reader = new BodyReader()
  let [unseen, jumped, before] = [0, 0, frames[0]?.t ?? 0]
  const anew: number[] = []
  for (const frame of frames) {
    const body = reader.read(frame)
    if (!body.seen) unseen += frame.t - before
    if (body.jumped) jumped += frame.t - before
    if (body.broken) anew.push(frame.t)
    before = frame.t
  }
  return { unseen, jumped, anew }
}

const aside =
  (from: number, to: number) =>
  (t: number): Posture => ({ aside: t > from && t < to ? 0.7 : -0.3 })

describe('somebody else', () => {
  test.each([10, 30, 60])(
    'for a moment: nobody is judged, then it goes on with the first, at %s frames a second',
    (fps) => {
      const { jumped, unseen, anew } = spans(film(5, fps, aside(2, 2.6)))
      expect(jumped).toBeCloseTo(0.6, 0)
      expect([jumped, anew]).toEqual([unseen, []])
    },
  )

  test('who stays is taken up after a second, as somebody new', () => {
    const { jumped, anew } = spans(film(6, 30, aside(2, 9)))
    expect(jumped).toBeCloseTo(1, 1)
    expect(anew).toHaveLength(1)
    expect(anew[0]).toBeCloseTo(3, 1)
  })

  test('of another size beside the person', () => {
    const child = film(5, 30, () => ({})).map((frame) =>
      frame.t > 2 && frame.t < 2.5 ? photograph(frame.t, { aside: 0.5 }, { metres: 4 }) : frame,
    )
    expect(spans(child).jumped).toBeCloseTo(0.5, 1)
  })

  test('whose joints cross those of the person, who is seen from the side behind them', () => {
    const front = film(5, 10, () => ({ yaw: 90, flexL: 100, flexR: 100 })).map((frame) =>
      frame.t > 2 && frame.t < 2.85
        ? photograph(
            frame.t,
            { aside: 0.3, bend: 20 * Math.sin(4 * (frame.t + 3.6)), flexL: 90, elbow: 90 },
            { metres: 1.75 },
          )
        : frame,
    )
    const { jumped, anew } = spans(front)
    expect(jumped).toBeCloseTo(0.8, 1)
    expect(anew).toEqual([])
  })

  test('back and forth between two people: nobody is ever judged', () => {
    const swaps = film(10, 30, (t) => ({ aside: Math.floor(t * 3) % 2 === 0 ? -0.5 : 0.5 }))
    expect(spans(swaps).anew).toEqual([])
  })
})

describe('one person', () => {
  test.each<[string, (t: number) => Posture | null]>([
    ['walks across briskly', (t) => ({ aside: -1.2 + 0.5 * t })],
    ['drops into a squat within a frame', (t) => ({ knee: t % 2 < 1 ? 0 : 100 })],
    ['throws the arms up', (t) => ({ abductL: t % 2 < 1 ? 5 : 160, abductR: t % 2 < 1 ? 5 : 160 })],
    ['bends and turns', (t) => ({ bend: 30 * Math.sin(4 * t), turn: 40 * Math.cos(4 * t) })],
  ])('who %s stays the same', (_what, posture) => {
    for (const fps of [10, 30])
      expect(spans(film(5, fps, posture))).toEqual({ unseen: 0, jumped: 0, anew: [] })
  })
})
