import { describe, expect, test } from 'vitest'
import type { Posture } from '../person/figure.ts'
import { bodyIn, readingIn, type Shot } from '../testing/readings.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { OPENING } from './opening.ts'

const QUADRUPED: Shot = { view: 'front', stance: 'quadruped' }
const LYING: Shot = { view: 'front', stance: 'side-lying' }

/** On all fours: the left arm opens with the chest, the right hand stays on the floor. */
const opened = (turn: number): Posture => ({
  trunk: { turn },
  armL: { flexion: -66, abduction: 112, rotation: 88, elbow: 136 },
  armR: { flexion: -0.3 * turn, abduction: 1.4 * turn },
})

describe('opening of one arm over the other', () => {
  test('the arm that opens has all of it, the one that bears the body none', () => {
    const [closed, half, open] = [0, 17, 34].map((turn) => readingIn('arm_opening', opened(turn), QUADRUPED))
    expect((half?.left ?? 0) - (closed?.left ?? 0)).toBeGreaterThan(17)
    expect((open?.left ?? 0) - (half?.left ?? 0)).toBeGreaterThan(17)
    for (const one of [closed, half, open]) expect(one?.right).toBe(0)
  })

  test('on the side, by depth', () => {
    const book = (abduction: number): Posture => ({ armL: { flexion: -abduction, abduction } })
    const [closed, open] = [0, 80].map((v) => readingIn('arm_opening', book(v), LYING))
    expect((open?.left ?? 0) - (closed?.left ?? 0)).toBeGreaterThan(17)
    expect(open?.right).toBe(0)
  })

  test('a hidden elbow stays where it was for three seconds', () => {
    const read = OPENING.arm_opening.open()
    const { body } = bodyIn(opened(34), QUADRUPED)
    const before = read(body)?.left
    body.ok[INDEX.elbowR] = 0
    body.t += 2
    expect(read(body)?.left).toBe(before)
    body.t += 2
    expect(read(body)).toBeNull()
  })
})
