import type { Content, MovementTest } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { patientContent } from '../for-patients.ts'
import { readContent } from '../load.ts'
import { DATA_DIR } from '../parts/entries.ts'
import { movementTests } from './movement-tests.ts'

const good = readContent(DATA_DIR)

/** What the linter says when one test of the content is changed. */
function said(id: string, change: (test: MovementTest) => void): string[] {
  const content: Content = structuredClone(good)
  const test = content.movementTests.find((one) => one.id === id)
  if (test === undefined) throw new Error(`no test ${id}`)
  change(test)
  return movementTests.check(content).map(({ where, message }) => `${where}: ${message}`)
}

describe('the movement tests of the library', () => {
  it('are seventeen, each of them whole', () => {
    expect(good.movementTests).toHaveLength(17)
    expect(movementTests.check(good)).toEqual([])
  })

  it('three are asked at first, the others later', () => {
    const first = ['lateral-flexion', 'seated-rotation', 'shoulder-flexion']
    expect(good.movementTests.filter((test) => test.firstCheck).map((test) => test.id)).toEqual(first)
    expect(patientContent(good).movementTests.map((test) => test.id)).toEqual(first)
    expect(patientContent(good).testExercises).toHaveLength(3)
  })

  it('every kind of test is there', () => {
    expect(new Set(good.movementTests.map((test) => test.protocol.kind)).size).toBe(8)
  })

  it('trends have no norms: they are compared with the same person only', () => {
    const trends = good.movementTests.filter((test) => test.protocol.trend)
    expect(trends.map((test) => test.id)).toEqual([
      'breathing-pattern',
      'extension',
      'head-forward',
      'rounded-shoulder',
    ])
    for (const test of trends) expect(test.bands).toEqual([])
  })

  it('a change below the error of the camera is never called a change', () => {
    for (const { protocol, error } of good.movementTests)
      expect(protocol.change).toBeGreaterThanOrEqual(error)
  })

  it.each<[string, string, (test: MovementTest) => void]>([
    ['seated-rotation', 'do not ascend', ({ bands }) => bands.reverse()],
    [
      'chair-stand-30s',
      'do not ascend',
      ({ bands }) => bands.push({ fromAge: 90, sex: 'male', limitedBelow: 4 }),
    ],
    [
      'lateral-flexion',
      'not in order',
      ({ bands }) => bands.push({ fromAge: 80, limitedBelow: 30, typical: [20, 40] }),
    ],
    ['flexion', 'no source', (test) => (test.sources = [])],
    ['flexion', 'skipped by the tag bone_brittle', ({ protocol }) => protocol.skipTags.push('bone_brittle')],
    ['neck-rotation', 'no camera or no signal', ({ protocol }) => (protocol.signal = null)],
    ['wall-angel', 'graded without grades', ({ protocol }) => (protocol.grading = null)],
    [
      'shoulder-flexion',
      'from a view that it never has',
      ({ protocol }) => protocol.failIf.forEach((rule) => (rule.views = ['front'])),
    ],
    [
      'shoulder-flexion',
      'two rules of one id',
      ({ protocol }) => protocol.failIf.forEach((rule) => (rule.id = 'same')),
    ],
    ['seated-rotation', 'has no exercise', (test) => (test.exerciseId = undefined)],
    ['hip-hinge', 'weeks that do not ascend', ({ protocol }) => (protocol.scheduleWeeks = [0, 4, 4])],
    ['hip-hinge', 'no error or no least change', (test) => (test.error = 0)],
  ])('%s: %s', (id, message, change) => {
    const found = said(id, change)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((one) => one.startsWith(`${id}: `))).toBe(true)
    expect(found.join(' ')).toContain(message)
  })
})
