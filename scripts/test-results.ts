/** What the suites say of themselves, read from the files that they write: how many tests held, and which did not and why. */
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from './command.ts'

export type Counts = { passed: number; failed: number; skipped: number }
/** Each failure with its name and the beginning of its reason. */
export type Result = Counts & { failures: string[] }
export type Outcome = Result & { output: string }

/** Lines of a reason that are repeated at the end. */
const LINES = 12

/** What failed without the name of a test (a check, a suite that was ended) is told by the end of what it said. */
export function named(outcome: Outcome): Outcome {
  if (outcome.failed === 0 || outcome.failures.length > 0) return outcome
  return {
    ...outcome,
    failures: [
      indented(
        outcome.output
          .trimEnd()
          .split('\n')
          .slice(-2 * LINES),
      ),
    ],
  }
}

/** A suite that ended badly without a failed test (an uncaught error, no result at all) has failed once. */
export function settled(code: number, output: string, result: Result | null): Outcome {
  const known = result ?? { passed: 0, failed: 0, skipped: 0, failures: [] }
  const failed = (code !== 0 || result === null) && known.failed === 0 ? 1 : known.failed
  return { ...known, failed, output: failed > 0 ? output : '' }
}

type VitestResult = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[]
  }[]
}

/** A file that failed without a failed test of its own (it could not be loaded) counts as one. */
export function ofVitest(text: string): Result {
  const result = JSON.parse(text) as VitestResult
  const failures = result.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const red = assertionResults.filter((test) => test.status === 'failed')
    if (red.length === 0 && status === 'failed') return [failure(name, 'the whole file', message)]
    return red.map(({ fullName, failureMessages }) => failure(name, fullName, failureMessages?.join('\n')))
  })
  return {
    passed: result.numPassedTests,
    failed: Math.max(failures.length, result.numFailedTests),
    skipped: result.numPendingTests + result.numTodoTests,
    failures,
  }
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[]
  specs?: {
    file: string
    title: string
    tests: { status: string; results: { errors: { message?: string }[] }[] }[]
  }[]
}
type PlaywrightResult = PlaywrightSuite & {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: { message?: string }[]
}

/** A journey that passes only now and then has failed. */
export function ofPlaywright(text: string): Result {
  const { stats, errors, suites } = JSON.parse(text) as PlaywrightResult
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [
      ...errors.map(({ message }) => failure('playwright', 'outside any test', message)),
      ...(suites ?? []).flatMap(failedIn),
    ],
  }
}

function failedIn({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const here = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        failure(
          file,
          title,
          results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n'),
        ),
      ),
  )
  return [...here, ...suites.flatMap(failedIn)]
}

function failure(file: string, title: string, reason = ''): string {
  const name = path.isAbsolute(file) ? path.relative(ROOT, file) : file
  const lines = stripVTControlCharacters(reason).trimEnd().split('\n').slice(0, LINES)
  return `✗ ${name} › ${title}\n${indented(lines)}`
}

const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`).join('\n')
