import { describe, expect, test } from 'vitest'
import { judge } from './judge.ts'
import { looked, setsOf } from './sets.ts'
import { merged, table } from './table.ts'
import { truly } from './takes.ts'

const squat = looked().find(({ id }) => id === 'squat')
if (squat === undefined) throw new Error('squats are looked at')
const named = (name: string) => {
  const found = setsOf(squat).find((set) => set.name === name)
  if (found === undefined) throw new Error(`no set ${name}`)
  return found
}
const shown = (reps: number, ...said: string[]) => ({ reps, held: 0, said })

describe('a rendered set', () => {
  test('counts as right with the true count alone', () => {
    const clean = named('clean')
    expect(judge(clean, shown(3), shown(3)).count).toBe(true)
    expect(judge(clean, shown(2), shown(3)).count).toBe(false)
    expect(judge(clean, shown(4), shown(3)).count).toBe(false)
  })

  test('is wrong with a correction where there is nothing to correct', () => {
    const clean = named('clean')
    const verdict = judge(clean, shown(3, 'chest-dropping'), shown(3))
    expect(verdict.falsely).toEqual(['chest-dropping'])
    expect(table([{ set: clean, verdict, fresh: true, same: true }], 'full')).toContain(
      'in clean sets 1 of 1',
    )
  })

  test('with a fault is right when that one is named, whatever else is', () => {
    const fault = named('fault chest-dropping')
    expect(judge(fault, shown(3, 'dropping'), shown(3)).named).toBe(false)
    expect(judge(fault, shown(3, 'dropping', 'chest-dropping'), shown(3)).named).toBe(true)
  })

  test('that was not run is told as such', () => {
    const text = table([{ set: named('too fast'), verdict: null, fresh: false, same: null }], 'full')
    expect(text).toContain('too fast: not run')
    expect(text).toContain('not run 1 of 1')
  })
})

test('a table of some exercises leaves what is told of the others', () => {
  const of = (name: string, reps: number) =>
    table(
      [{ set: named(name), verdict: judge(named(name), shown(reps), shown(3)), fresh: true, same: true }],
      'full',
    )
  const other = of('clean', 3).replaceAll('| squat |', '| other |').replaceAll('- full:', '- partial:')
  const both = merged(other, of('clean', 2))
  expect(both).toContain('| other | full | side | clean: 3/3 |')
  expect(both).toContain('| squat | full | side | **clean: 2/3** ✗ |')
  expect(both).toMatch(/- partial: right in all asked of it 1\/1.*\n- full: right in all asked of it 0\/1/)
  expect(merged(both, of('clean', 3))).toContain('| squat | full | side | clean: 3/3 |')
})

test('true landmarks of a squat are counted right, without a correction', () => {
  const set = named('clean')
  const seen = truly(set)
  expect(judge(set, seen, seen)).toMatchObject({ count: true, falsely: [] })
})
