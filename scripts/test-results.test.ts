import { expect, it } from 'vitest'
import { ofPlaywright, ofVitest, settled } from './test-results.ts'

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
  const red = (fullName: string) => ({
    status: 'failed',
    fullName,
    failureMessages: ['Error: so\n  at there'],
  })
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [red('one'), red('two')] }]
  expect(ofVitest(vitest({ numFailedTests: 2, testResults }))).toEqual({
    passed: 5,
    failed: 2,
    skipped: 2,
    failures: [
      '✗ a.test.ts › one\n    Error: so\n      at there',
      '✗ a.test.ts › two\n    Error: so\n      at there',
    ],
  })
})

it('counts a file that could not be loaded as a failure', () => {
  const testResults = [
    { name: 'b.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
    { name: 'c.test.ts', status: 'failed', assertionResults: [{ status: 'failed', fullName: 'it' }] },
    { name: 'd.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'that' }] },
  ]
  const { failed, failures } = ofVitest(vitest({ numFailedTests: 1, testResults }))
  expect(failed).toBe(2)
  expect(failures[0]).toBe('✗ b.test.ts › the whole file\n    no such file')
})

it('counts journeys; one that passes only now and then has failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
  const spec = (title: string, status: string) => ({
    file: 'x.spec.ts',
    title,
    tests: [{ status, results: [{ errors: [{ message: '\u001b[31mnot there\u001b[39m' }] }] }],
  })
  const suites = [
    {
      specs: [spec('good', 'expected')],
      suites: [{ specs: [spec('bad', 'unexpected'), spec('now', 'flaky')] }],
    },
  ]
  expect(ofPlaywright(JSON.stringify({ stats, errors: [], suites }))).toEqual({
    passed: 7,
    failed: 2,
    skipped: 2,
    failures: ['✗ x.spec.ts › bad\n    not there', '✗ x.spec.ts › now\n    not there'],
  })
  expect(ofPlaywright(JSON.stringify({ stats, errors: [{ message: 'no config' }] })).failed).toBe(3)
})

it('never passes a suite that ended badly or left no result', () => {
  const good = { passed: 3, failed: 0, skipped: 0, failures: [] }
  expect(settled(0, 'words', good)).toEqual({ ...good, output: '' })
  expect(settled(1, 'words', good)).toEqual({ ...good, failed: 1, output: 'words' })
  expect(settled(0, 'words', null)).toMatchObject({ passed: 0, failed: 1, skipped: 0, output: 'words' })
  expect(settled(1, 'words', { ...good, failed: 2 }).failed).toBe(2)
})
