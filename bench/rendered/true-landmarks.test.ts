import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import { looked, type RenderedSet, setsOf } from './sets.ts'
import { truly } from './takes.ts'

/** Planted faults that the engine does not name even from the true landmarks, as `exercise fault`, each with its reason. */
const NOT_NAMED: Readonly<Record<string, string>> = {}

/** A set of its own each time: a body lives on from picture to picture. */
const set = (exercise: RenderedSet['exercise'], name: string): RenderedSet => {
  const found = setsOf(exercise).find((one) => one.name === name)
  if (found === undefined) throw new Error(`${exercise.id} has no set ${name}`)
  return found
}

describe.each(looked().map((exercise) => [exercise.id, exercise] as const))('%s', (id, exercise) => {
  const { faults } = exercise.movement

  test('without a fault is counted or held right from its true landmarks, and not corrected', () => {
    const clean = set(exercise, 'clean')
    const seen = truly(clean)
    expect(judge(clean, seen, seen)).toMatchObject({ falsely: [] })
    if (clean.wanted.reps !== null) expect(seen.reps).toBe(clean.wanted.reps)
    if (clean.wanted.hold) expect(seen.held).toBeGreaterThan(5)
  })

  test.each(faults.map((fault) => fault.id))('%s is named where it is planted', (fault) => {
    const named = truly(set(exercise, `fault ${fault}`)).said.includes(fault)
    expect(named, NOT_NAMED[`${id} ${fault}`]).toBe(NOT_NAMED[`${id} ${fault}`] === undefined)
  })
})

test('what is not named is a fault that the camera is still asked for', () => {
  const rules = looked().flatMap(({ id, movement }) => movement.faults.map((fault) => `${id} ${fault.id}`))
  expect(Object.keys(NOT_NAMED).filter((name) => !rules.includes(name))).toEqual([])
})
