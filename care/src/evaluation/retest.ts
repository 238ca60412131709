import * as z from 'zod/mini'
import type { MovementTest } from '../content.ts'
import { Instant } from '../ids.ts'
import { type Intake, MovementTestResult, SelfTestResult } from '../intake/intake.ts'

/** What came of tests on one day; one that was skipped is in neither. */
export const Tested = z.object({
  movementTests: z.record(z.string().check(z.maxLength(60)), MovementTestResult),
  selfTests: z.record(z.string().check(z.maxLength(60)), SelfTestResult),
})
export type Tested = z.infer<typeof Tested>

/** The same tests again: what came of them last (`latest`, on `at`) and from when on they are worth repeating. */
export const Retest = z.object({ at: Instant, dueAt: Instant, latest: Tested })
export type Retest = z.infer<typeof Retest>

/** Days between two evaluations: every four weeks. Source: schedule of the movement tests (weeks 0, 4, 8, 12). */
export const RETEST_DAYS = 28
const DAY = 86_400_000

type Done = { at: string; tests: Tested }
type Later = readonly { at: string; tests?: Tested | undefined }[]

const inOrder = (first: Done, later: Later): Done[] => [
  first,
  ...later
    .flatMap(({ at, tests }) => (tests === undefined ? [] : [{ at, tests }]))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
]

/** The last result of each test, whichever day it is from. */
const latestOf = (done: readonly Done[]): Tested => ({
  movementTests: Object.assign({}, ...done.map(({ tests }) => tests.movementTests)),
  selfTests: Object.assign({}, ...done.map(({ tests }) => tests.selfTests)),
})

/** Each day on which tests were done again, oldest first: what came of them (`after`), and the last result of each before that day. */
export function retestsIn(first: Done, later: Later): { at: string; before: Tested; after: Tested }[] {
  const done = inOrder(first, later)
  return done.slice(1).map(({ at, tests }, index) => ({
    at,
    before: latestOf(done.slice(0, index + 1)),
    after: tests,
  }))
}

/**
 * When the tests are due again, and what to compare with: the last result of each test, whichever day it is from. Days without tests change nothing; nothing
 * tested ever leaves the day of the intake as the beginning.
 */
export function retestOf(
  intake: Pick<Intake, 'movementTests' | 'selfTests'>,
  intakeAt: string,
  later: Later,
): Retest {
  const tests = { movementTests: intake.movementTests, selfTests: intake.selfTests ?? {} }
  const done = inOrder({ at: intakeAt, tests }, later)
  const at = done.at(-1)?.at ?? intakeAt
  return {
    at,
    dueAt: new Date(Date.parse(at) + RETEST_DAYS * DAY).toISOString(),
    latest: latestOf(done),
  }
}

/** How one value changed. `not-comparable`: measured once with a camera and once without, or not at all. */
export type ResultChange = {
  of: 'left' | 'right' | 'value'
  verdict: 'more' | 'less' | 'about-the-same' | 'not-comparable'
  difference: number | null
}

/**
 * Two results of one movement test, value by value: a difference up to the test's minimal detectable change, or up to what either result can
 * be wrong by where that is larger, is about the same. Own judgements in words are not compared. `difference` = after minus before in the test's unit.
 */
export function compareResults(
  test: Pick<MovementTest, 'protocol' | 'error'>,
  before: MovementTestResult,
  after: MovementTestResult,
): ResultChange[] {
  const least = Math.max(test.protocol.change, before.error ?? test.error, after.error ?? test.error)
  const alike = before.source === after.source
  const keys = (['left', 'right', 'value'] as const).filter(
    (key) => before[key] != null || after[key] != null,
  )
  return keys.map((of): ResultChange => {
    const [was, is] = [before[of], after[of]]
    if (!alike || was == null || is == null) return { of, verdict: 'not-comparable', difference: null }
    const difference = Math.round((is - was) * 100) / 100
    if (Math.abs(difference) <= least) return { of, verdict: 'about-the-same', difference }
    return { of, verdict: difference > 0 ? 'more' : 'less', difference }
  })
}
