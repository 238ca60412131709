import { expect, test } from 'vitest'
import { Stance } from './figure.ts'
import { beyondLimits, impossible } from './limits.ts'

test.each(Stance.options)('%s as it is can be done by a human', (stance) => {
  expect(impossible({ stance, start: {}, end: {} })).toEqual([])
})

test('a joint that goes too far is named with its side', () => {
  expect(beyondLimits('standing', { armR: { elbow: 170 } })).toEqual(['armR elbow 175 is not within 0..150'])
  expect(beyondLimits('standing', { legL: { knee: -12 } })).toEqual(['legL knee -10 is not within 0..160'])
  expect(beyondLimits('seated', { trunk: { turn: 75 } })).toHaveLength(1)
})

test('the hip is the thigh against the pelvis, wherever the two lie in the room', () => {
  // A seated thigh is level: leaning the pelvis 30 degrees forward bends the hip to 120, 50 to 140.
  expect(beyondLimits('seated', { pelvis: { tilt: 30 } })).toEqual([])
  expect(beyondLimits('seated', { pelvis: { tilt: 50 } })).toHaveLength(2)
})

test('the way counts, not only its ends', () => {
  const figure = { stance: 'standing' as const, start: {}, end: {} }
  expect(impossible({ ...figure, via: { head: { turn: 95 } } })).toEqual([
    'head turn 95 is not within -80..80',
  ])
})

test('nobody sits with the feet in the floor', () => {
  const legs = { knee: -40 }
  expect(
    impossible({ stance: 'seated', start: {}, end: { legL: { flexion: -60, ...legs }, legR: legs } }),
  ).toContain('a part of the body sinks into the floor')
})
