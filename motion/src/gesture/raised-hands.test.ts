import { describe, expect, it } from 'vitest'
import { film, type Sketch } from '../person/film.ts'
import { mirror } from '../skeleton/mirror.ts'
import type { Frame } from '../pose.ts'
import { raisesArms, startHands, watchHands } from './raised-hands.ts'

/** When raised hands were told in a film. */
function told(frames: readonly Frame[]): number[] {
  let state = startHands()
  const times: number[] = []
  for (const frame of frames) {
    const next = watchHands(state, frame)
    state = next.state
    if (next.raised) times.push(frame.t)
  }
  return times
}

const UP: Sketch = { abductL: 172, abductR: 172 }
/** Hands down, up from second 1 for `seconds`, and down again. */
const raised =
  (seconds: number, up: Sketch = UP) =>
  (t: number): Sketch =>
    t >= 1 && t < 1 + seconds ? up : {}

describe('both hands held above the head', () => {
  it.each([5, 15, 30, 60])('are told once, a second after they went up, at %i frames a second', (fps) => {
    const times = told(film(6, fps, raised(4)))
    expect(times).toHaveLength(1)
    expect(Math.abs((times[0] ?? 0) - 2)).toBeLessThanOrEqual(1.5 / fps)
  })

  it('are told again only after they came down', () => {
    const twice = film(10, 15, (t) => (t % 5 > 1 && t % 5 < 4 ? UP : {}))
    expect(told(twice)).toHaveLength(2)
  })

  it('are told in the mirror, too', () => {
    expect(
      told(film(4, 15, raised(2)).map((frame) => ({ ...frame, image: mirror(frame.image ?? [], 'image') }))),
    ).toHaveLength(1)
  })

  it.each<[string, (t: number) => Sketch]>([
    ['for less than a second', raised(0.9)],
    ['by one hand alone', raised(3, { abductL: 172 })],
    ['no higher than the shoulders', raised(3, { abductL: 95, abductR: 95 })],
    [
      'in repetitions without a stop',
      (t) => {
        const out = 90 - 88 * Math.cos(2 * Math.PI * (t / 2))
        return { abductL: out, abductR: out }
      },
    ],
  ])('are not meant %s', (_, sketch) => {
    expect(told(film(8, 30, sketch))).toEqual([])
  })

  it('are not meant by somebody who is only half seen, or when another person is there', () => {
    const frames = film(4, 15, raised(3))
    expect(told(film(4, 15, raised(3), { visibility: { wristL: 0.3 } }))).toEqual([])
    expect(told(frames.map((frame) => ({ ...frame, people: 2 })))).toEqual([])
    expect(told(frames.map((frame) => ({ ...frame, image: null })))).toEqual([])
  })

  it('are not meant by somebody who lies with the arms beyond the head', () => {
    // Turned by a quarter: what was above is beside.
    const lying = film(4, 15, raised(3)).map((frame) => {
      const image = Array.from(frame.image ?? [])
      return { ...frame, image: image.map((value, i) => image[[i + 1, i - 1, i, i][i % 4] ?? i] ?? value) }
    })
    expect(told(film(4, 15, raised(3)))).toHaveLength(1)
    expect(told(lying)).toEqual([])
  })

  it('are not meant by somebody who lies with the feet to the camera, foreshortened', () => {
    const flat = film(4, 15, raised(3)).map((frame) => ({
      ...frame,
      image: Array.from(frame.image ?? [], (value, i) => (i % 4 === 1 ? 0.5 + 0.4 * (value - 0.5) : value)),
    }))
    expect(told(flat)).toEqual([])
  })

  it('are not meant while they wave above the head', () => {
    const waving = (t: number): Sketch => ({
      abductL: 155 + 20 * Math.sin(8 * t),
      abductR: 155 + 20 * Math.sin(8 * t),
    })
    expect(told(film(5, 30, waving))).toEqual([])
  })

  it('are not told across a gap in seeing', () => {
    const frames = film(4, 15, raised(3)).filter(({ t }) => t < 1.5 || t > 2.4)
    const [at] = told(frames)
    expect(at).toBeGreaterThan(3.3)
  })
})

describe('an exercise that raises the arms itself', () => {
  const figure = (end: object) => ({ figure: { stance: 'standing' as const, start: {}, end } })
  it('is known by its figure; without one it may', () => {
    expect(raisesArms(figure({ armL: { abduction: 170 }, armR: { abduction: 170 } }))).toBe(true)
    expect(raisesArms(figure({ armR: { flexion: 160 } }))).toBe(true)
    expect(raisesArms(figure({ trunk: { turn: 40 } }))).toBe(false)
    expect(raisesArms({})).toBe(true)
  })
})
