import { expect, test } from 'vitest'
import { film } from '../person/film.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { calibrate, startCalibration } from './guide.ts'

test('somebody who is there, but whose arms stay hidden, is told so instead of waiting for ever', () => {
  const still = () => ({ abductL: 5, abductR: 5 })
  const hidden = { elbowL: 0.1, elbowR: 0.1, wristL: 0.1, wristR: 0.1 }
  const seen = film(4, 15, still)
  const unseen = film(20, 15, still, { visibility: hidden }).map((frame) => ({ ...frame, t: frame.t + 4 }))
  const state = startCalibration(MOVEMENTS.abduction)
  const said = [...seen, ...unseen].flatMap((frame) =>
    calibrate(state, frame).events.flatMap((event) => (event.type === 'guide' ? [event.say] : [])),
  )
  expect(said.at(-1)).toBe('cannot-see')
  expect([state.phase, state.calibration]).toEqual(['failed', null])
})
