import { expect, it } from 'vitest'
import { ofPlaywright, ofVitest, settled } from './test-stages.ts'

const vitest = (over: object) =>
  JSON.stringify({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
    ...over,
  })

it('counts the tests of the unit suite', () => {
  expect(ofVitest(vitest({ numFailedTests: 2 }))).toEqual({ passed: 5, failed: 2, skipped: 2 })
})

it('counts a file that could not be loaded as a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  expect(ofVitest(vitest({ numFailedTests: 1, testResults })).failed).toBe(2)
})

it('counts journeys; one that passes only now and then has failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
  expect(ofPlaywright(JSON.stringify({ stats, errors: [] }))).toEqual({ passed: 7, failed: 2, skipped: 2 })
  expect(ofPlaywright(JSON.stringify({ stats, errors: [{ message: 'no config' }] })).failed).toBe(3)
})

it('never passes a suite that ended badly or left no result', () => {
  const good = { passed: 3, failed: 0, skipped: 0 }
  expect(settled(0, 'words', good)).toEqual({ ...good, output: '' })
  expect(settled(1, 'words', good)).toEqual({ ...good, failed: 1, output: 'words' })
  expect(settled(0, 'words', null)).toEqual({ passed: 0, failed: 1, skipped: 0, output: 'words' })
  expect(settled(1, 'words', { ...good, failed: 2 }).failed).toBe(2)
})
