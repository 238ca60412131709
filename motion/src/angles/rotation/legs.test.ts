import { describe, expect, test } from 'vitest'
import { BodyReader } from '../../body/body.ts'
import { mirrorFrame } from '../../calibration/mirrored.ts'
import { film, type Sketch as Posture, type Shot } from '../../person/film.ts'
import { trunkNow } from '../../body/body.ts'
import { Legs, type LegsSeen } from './legs.ts'

/** What the legs tell at the end of a film that begins standing still. */
function last(posture: (t: number) => Posture, shot: Shot = {}, mirrored = false): LegsSeen {
  const [body, legs] = [new BodyReader(), new Legs()]
  let told: LegsSeen = { legs: Number.NaN, thighs: Number.NaN, stands: Number.NaN }
  let unit = Number.NaN
  let t = 0
  for (const frame of film(4, 30, posture, shot)) {
    const now = body.read(mirrored ? mirrorFrame(frame) : frame)
    if (Number.isNaN(unit)) unit = trunkNow(now)
    told = legs.read(now, unit, 0, Math.max(0, frame.t - t))
    ;({ t } = frame)
  }
  return told
}

describe('what the legs tell of the pelvis', () => {
  test('a turn of the trunk leaves them as broad as they were', () => {
    const { legs } = last((t) => ({ turn: t < 2 ? 0 : 40 }))
    expect(legs).toBeGreaterThan(0.97)
  })

  test.each([-40, 40])('stepping round by %s degrees narrows them like its cosine', (yaw) => {
    const { legs } = last((t) => ({ yaw: t < 2 ? 0 : yaw }))
    expect(Math.abs(legs - Math.cos((40 * Math.PI) / 180))).toBeLessThan(0.06)
  })

  test('a mirrored camera tells the same', () => {
    const round = (t: number): Posture => ({ yaw: t < 2 ? 0 : 30 })
    expect(last(round, {}, true).legs).toBeCloseTo(last(round).legs, 6)
  })

  test('hidden legs tell nothing, and leave open whether somebody sits', () => {
    const hidden = { kneeL: 0, kneeR: 0, ankleL: 0, ankleR: 0 }
    const told = last(() => ({}), { visibility: hidden })
    expect(told.legs).toBeNaN()
    expect(told.thighs).toBeNaN()
    expect(told.stands).toBe(0.5)
  })

  test('thighs of somebody who stands are no pointer', () => {
    expect(last(() => ({})).thighs).toBeNaN()
    expect(last(() => ({})).stands).toBe(1)
  })
})
