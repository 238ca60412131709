import { expect, test } from 'vitest'
import { askForStage } from './turn-taking.ts'

test('one figure at a time: the latest has the stage, and gives it back when it goes', () => {
  const on = new Set<string>()
  const ask = (name: string) =>
    askForStage(
      () => on.add(name),
      () => on.delete(name),
    )
  const leaveA = ask('a')
  expect([...on]).toEqual(['a'])
  const leaveB = ask('b')
  expect([...on]).toEqual(['b'])
  const leaveC = ask('c')
  leaveA()
  expect([...on]).toEqual(['c'])
  leaveC()
  expect([...on]).toEqual(['b'])
  leaveB()
  expect([...on]).toEqual([])
})
