import { describe, expect, test } from 'vitest'
import { restingFrom } from '../angles/resting.ts'
import { BodyReader } from '../body/body.ts'
import { NeutralReader } from './neutral.ts'
import { film, type Sketch as Posture, type Shot, wave } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { ViewReader } from '../body/view.ts'

function neutralOf(posture: (t: number) => Posture, seconds = 3, shot: Shot = {}) {
  const [body, view, neutral] = [new BodyReader(), new ViewReader(), new NeutralReader(null)]
  for (const frame of film(seconds, 30, posture, shot)) {
    const now = body.read(frame)
    now.view = view.read(now)
    neutral.read(now)
  }
  return neutral.neutral
}

describe('neutral pose', () => {
  test('is taken from the first still moment and knows the own proportions', () => {
    const neutral = neutralOf(() => ({}), 3, { noise: normal(random(5), 0.002) })
    expect(neutral?.t).toBeLessThan(0.5)
    expect(neutral?.shoulderWidth).toBeCloseTo(0.35 / 0.49, 1)
    expect(neutral?.arm).toBeCloseTo(0.55 / 0.49, 1)
    expect(neutral?.lean).toBeCloseTo(0, 0)
  })

  test('waits while the person moves', () => {
    expect(neutralOf((t) => ({ knee: 90 * wave(t, 2) }))).toBeNull()
    const later = neutralOf((t) => (t < 2 ? { knee: 90 * wave(t, 2) } : {}), 5)
    expect(later?.t).toBeGreaterThan(1.5)
  })

  test('what was not seen at rest stays unknown', () => {
    const neutral = neutralOf(() => ({}), 3, { visibility: { wristL: 0, wristR: 0 } })
    expect(neutral?.arm).toBeNaN()
    expect(neutral?.shoulderWidth).toBeGreaterThan(0.5)
    expect(neutralOf(() => ({ flexL: 90, flexR: 90 }))?.arm).toBeNaN()
    expect(neutralOf(() => ({ yaw: 90 }))?.shoulderWidth).toBeNaN()
  })

  test('one that is given is kept', () => {
    const given = {
      t: 0,
      shoulderWidth: 0.7,
      arm: 1.1,
      earHeight: 0.4,
      lean: 2,
      hipX: 320,
      hipY: 300,
      hipWidth: 0.4,
      shoulderYaw: 0,
      hipYaw: 0,
      view: 'front' as const,
      resting: restingFrom({}),
      pose: [],
    }
    const reader = new NeutralReader(given)
    const body = new BodyReader()
    for (const frame of film(2, 30, () => ({}))) reader.read(body.read(frame))
    expect(reader.neutral).toBe(given)
  })
})
