import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FullBreadth } from './breadth.ts'
import { DepthScale } from './depth-scale.ts'
import { breadthAt, settle, turnOf } from './direction.ts'
import { turnOfPelvis } from './pelvis.ts'
import { SideMemory } from './side-memory.ts'

const RAD = Math.PI / 180

describe('direction of a line from breadth and depth', () => {
  test('both agree: the turn, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -70, max: 70 }), (degrees) => {
        const turn = degrees * RAD
        const seen = {
          breadth: breadthAt(turn, 0.1),
          breadthError: 0.05,
          round: 0.1,
          sine: Math.sin(turn),
          sineError: 0.1,
        }
        expect(settle(seen, 0.5 * turn + 0.1).turn).toBeCloseTo(turn, 2)
      }),
    )
  })

  test('breadth is blind near 0, depth near 90 degrees: each counts where it can tell something', () => {
    const near = settle({ breadth: 0.97, breadthError: 0.05, round: 0, sine: 0.05, sineError: 0.1 }, 0)
    expect(Math.abs(near.turn / RAD - 3)).toBeLessThan(3)
    const far = settle({ breadth: 0.34, breadthError: 0.05, round: 0, sine: 0.8, sineError: 0.1 }, 1)
    expect(Math.abs(far.turn / RAD - 68)).toBeLessThan(4)
    expect(far.error).toBeLessThan(near.error)
  })

  test.each([0, 0.1, 0.2])('the turn behind a breadth, roundness %s', (round) => {
    for (const degrees of [20, 45, 70])
      expect(turnOf(breadthAt(degrees * RAD, round), round) / RAD).toBeCloseTo(degrees, 3)
  })
})

describe('the person’s own factor of depth', () => {
  test.each([0.6, 0.8, 2])('is found from a turn, when depth shows %s of the truth', (share) => {
    const scale = new DepthScale()
    for (let t = 0; t < 12; t += 1 / 30) {
      const turn = 55 * RAD * Math.sin(t)
      scale.learn(Math.cos(turn), share * Math.sin(turn), 0, t)
    }
    expect(Math.abs(scale.scale * share - 1)).toBeLessThan(0.2)
    expect(scale.error).toBeLessThan(0.2)
  })

  test('small turns teach nothing, and broken values neither', () => {
    const scale = new DepthScale()
    const before = scale.scale
    for (let t = 0; t < 10; t += 1 / 30) {
      scale.learn(0.99, 0.5, 0, t)
      scale.learn(Number.NaN, Number.NaN, 0, t)
      scale.learn(0.5, 1e9, 0, t)
    }
    expect(scale.scale).toBe(before)
    expect(scale.error).toBeGreaterThan(0.35)
  })
})

test('full breadth: the widest, but no slip of the model', () => {
  const breadth = new FullBreadth(Number.NaN)
  for (let t = 0; t < 3; t += 1 / 30) breadth.learn(t > 1 && t < 1.02 ? 1.4 : 0.7 * Math.cos(t), t)
  expect(breadth.value).toBeGreaterThan(0.66)
  expect(breadth.value).toBeLessThan(0.8)
  breadth.learn(Number.NaN, 4)
  expect(breadth.value).toBeGreaterThan(0.66)
  expect(new FullBreadth(0.7).error).toBeLessThan(breadth.error)
})

describe('pelvis', () => {
  const seen = {
    breadthError: 0.05,
    sineError: 0.1,
    held: 1,
    stiff: 1,
    stands: 1,
    legs: Number.NaN,
    thighs: Number.NaN,
  }

  test('stays where depth and breadth leak from the shoulders alone', () => {
    const found = turnOfPelvis({ ...seen, breadth: 0.97, sine: 0.43 * Math.sin(40 * RAD) }, 40 * RAD)
    expect(Math.abs(found.turn / RAD)).toBeLessThan(4)
  })

  test('turns along when somebody steps round, and the habit does not hold it back', () => {
    const found = turnOfPelvis({ ...seen, breadth: 0.76, sine: Math.sin(42 * RAD), legs: 0.76 }, 42 * RAD)
    expect(found.turn / RAD).toBeGreaterThan(28)
  })

  test('unseen, it is where the habit of the exercise has it, with an open error', () => {
    const found = turnOfPelvis({ ...seen, held: 0, breadth: Number.NaN, sine: Number.NaN }, 40 * RAD)
    // Between the middle of all who turn and those whose hips are free: 0.35 and 0.68 of it.
    expect(found.turn / RAD).toBeGreaterThan(14)
    expect(found.turn / RAD).toBeLessThan(27)
    expect(found.error / RAD).toBeGreaterThan(8)
  })

  test.each([0, 0.2, 0.43])(
    'no turn against the shoulders is made up, whether the model leaks %s or not',
    (leak) => {
      const found = turnOfPelvis({ ...seen, breadth: 0.97, sine: leak * Math.sin(40 * RAD) }, 40 * RAD)
      expect(found.turn / RAD).toBeGreaterThan(-3)
      expect(found.turn / RAD).toBeLessThan(8)
    },
  )

  test('on a chair depth that trembles makes up no turn against the shoulders, however far they go', () => {
    for (const turn of [20, 35, 50])
      for (const held of [0, 1]) {
        const against = { ...seen, held, stands: 0, breadth: 0.97, sine: -0.1 }
        expect(turnOfPelvis(against, turn * RAD).turn / RAD).toBeGreaterThan(-2.5)
        expect(turnOfPelvis({ ...against, sine: 0.1 }, -turn * RAD).turn / RAD).toBeLessThan(2.5)
      }
  })

  test('with free arms a chair takes less of a turn than feet do', () => {
    const blind = { ...seen, held: 0, breadth: Number.NaN, sine: Number.NaN }
    const [seated, standing] = [0, 1].map((stands) => turnOfPelvis({ ...blind, stands }, 45 * RAD).turn / RAD)
    expect(seated).toBeLessThan((standing ?? 0) - 1)
  })

  test('a mirror turns the sign and nothing else', () => {
    for (const sine of [-0.4, 0.1, 0.6])
      for (const held of [0, 0.5, 1]) {
        const plain = turnOfPelvis({ ...seen, held, breadth: 0.9, sine, thighs: sine }, 35 * RAD)
        const other = turnOfPelvis({ ...seen, held, breadth: 0.9, sine: -sine, thighs: -sine }, -35 * RAD)
        expect(other.turn).toBeCloseTo(-plain.turn, 9)
        expect(other.error).toBeCloseTo(plain.error, 9)
      }
  })

  test('legs that narrow along take the pelvis along; one slip of a line does not', () => {
    const turn = (breadth: number, legs: number, sine: number): number =>
      turnOfPelvis({ ...seen, breadth, legs, sine }, 38 * RAD).turn / RAD
    expect(turn(0.83, 0.79, 0.5)).toBeGreaterThan(turn(0.83, 1, 0.5) + 8)
    expect(Math.abs(turnOfPelvis({ ...seen, breadth: 0.8, legs: 1, sine: 0 }, 0).turn / RAD)).toBeLessThan(3)
  })

  test('changes steadily with what is seen', () => {
    let before = Number.NaN
    for (let sine = 0; sine < 0.8; sine += 0.01) {
      const { turn } = turnOfPelvis({ ...seen, breadth: 0.95, sine }, 45 * RAD)
      if (!Number.isNaN(before)) expect(Math.abs(turn - before) / RAD).toBeLessThan(3)
      before = turn
    }
  })
})

describe('side of a turn', () => {
  const at = (degrees: number, sine = Math.sin(degrees * RAD)) => ({
    breadth: Math.cos(degrees * RAD),
    breadthError: 0.05,
    round: 0,
    sine,
    sineError: 0.15,
  })

  test('a moment of wrong depth does not flip it; a lasting one does', () => {
    const side = new SideMemory()
    for (let t = 0; t < 1; t += 0.05) side.next(at(40), t)
    expect(side.next(at(40, -0.5), 1.05).turn).toBeGreaterThan(0)
    let turn = 0
    for (let t = 1.1; t < 2; t += 0.05) ({ turn } = side.next(at(-40), t))
    expect(turn).toBeLessThan(-0.5)
  })

  test('says a large error while both sides fit alike', () => {
    const side = new SideMemory()
    expect(side.next(at(40, 0.02), 0).error / RAD).toBeGreaterThan(20)
    expect(side.next(at(40), 5).error / RAD).toBeLessThan(10)
  })
})
