import { compareResults, retestsIn } from '../evaluation/retest.ts'
import type { MovementTest } from '../content.ts'
import type { MovementTestResult } from '../intake/intake.ts'
import {
  dayIn,
  type Drafted,
  type DraftInput,
  from,
  fromIntake,
  intakeAt,
  row,
  type RowRule,
} from './draft-input.ts'
import type { NoteSource } from './source.ts'

const UNITS: Readonly<Record<string, string>> = { deg: '°', cm: ' cm', seconds: ' s', 'per-minute': ' / min' }

type Known = Pick<MovementTest, 'error' | 'name' | 'protocol'>

/** How wrong a result can be, in the test's unit: its own, or the camera's where the camera measured; null: not known. */
const errorOf = (result: MovementTestResult, test: Known | undefined): number | null =>
  result.error ?? (result.source === 'camera' ? (test?.error ?? null) : null)

/** A measured value, never without what it can be wrong by; degrees whole, the rest with a decimal. */
function measured(
  value: number | null | undefined,
  result: MovementTestResult,
  test: Known | undefined,
): string {
  if (value == null) return 'not measured'
  const unit = UNITS[test?.protocol.unit ?? ''] ?? ''
  const digits = unit === '°' ? 1 : 10
  const told = (number: number) => `${Math.round(number * digits) / digits}${unit}`
  const error = errorOf(result, test)
  return error === null ? `${told(value)} (error not known)` : `${told(value)} ± ${told(error)}`
}

function resultRow(
  id: string,
  result: MovementTestResult,
  given: { test: Known | undefined; name: string; source: NoteSource },
): Drafted {
  const { test, name, source } = given
  const usesContent = result.error == null && result.source === 'camera' && test !== undefined
  const sources = usesContent ? [source, from('content', id, null, 'error')] : [source]
  const by = result.source === 'camera' ? 'by camera' : 'as they measured it'
  const told = (value: number | null | undefined) => measured(value, result, test)
  const some = result.value != null || result.left !== null || result.right !== null
  if (some && test?.protocol.trend === true)
    return row(`test.${id}`, [source], 'note.test-trend', { test: name, by })
  if (result.value != null)
    return row(`test.${id}`, sources, 'note.test-value', { test: name, value: told(result.value), by })
  if (result.left !== null || result.right !== null)
    return row(`test.${id}`, sources, 'note.test-sides', {
      test: name,
      left: told(result.left),
      right: told(result.right),
      by,
    })
  if (result.ratings != null)
    return row(`test.${id}`, [source], 'note.test-rated', { test: name, ...result.ratings })
  if (result.rating != null)
    return row(`test.${id}`, [source], 'note.test-judged', { test: name, rating: result.rating })
  return row(`test.${id}`, [source], 'note.not-measured', { topic: name })
}

/** The tests of the first check, done or not, and whatever was done beside them. */
function examined({ record, content }: DraftInput): Drafted[] {
  const done = record.intake?.movementTests ?? {}
  const first = content.movementTests.filter(({ firstCheck }) => firstCheck).map(({ id }) => id)
  const ids = [...new Set([...first, ...Object.keys(done)])]
  return ids.map((id) => {
    const test = content.movementTests.find((one) => one.id === id)
    const name = test?.name ?? record.texts[id] ?? id
    const source = fromIntake(record, 'movementTests', id)
    const result = done[id]
    return result === undefined
      ? row(`test.${id}`, [source], 'note.not-measured', { topic: name })
      : resultRow(id, result, { test, name, source })
  })
}

function selfTested({ record }: DraftInput): Drafted[] {
  return Object.entries(record.intake?.selfTests ?? {}).map(([id, { result, side }]) =>
    row(
      `self-test.${id}`,
      [fromIntake(record, 'selfTests', id)],
      side == null ? 'note.self-test' : 'note.self-test-side',
      { test: record.texts[id] ?? id, result, ...(side == null ? {} : { side }) },
    ),
  )
}

const SIDES = { left: 'left', right: 'right', value: 'both sides' } as const
const VERDICTS = {
  more: 'more',
  less: 'less',
  'about-the-same': 'no change beyond the error',
  'not-comparable': 'cannot be compared',
} as const

/** The last day on which tests were done again, each value beside the one before it. */
function testedAgain({ record, content }: DraftInput): Drafted[] {
  const { intake, checkIns } = record
  if (intake === null) return []
  const at = intakeAt(record)
  const first = { at, tests: { movementTests: intake.movementTests, selfTests: intake.selfTests ?? {} } }
  const last = retestsIn(first, checkIns).at(-1)
  const told = checkIns.findLast(({ tests }) => tests !== undefined)
  if (last === undefined || told === undefined)
    return [
      row(
        'tests-again',
        [from('check-in', checkIns.at(-1)?.id ?? null, checkIns.at(-1)?.at ?? null, 'tests')],
        'note.not-measured',
        {
          topic: 'Movement tests again',
        },
      ),
    ]
  return Object.entries(last.after.movementTests).flatMap(([id, after]): Drafted[] => {
    const test = content.movementTests.find((one) => one.id === id)
    const name = test?.name ?? record.texts[id] ?? id
    const source = from('check-in', told.id, told.at, 'tests', 'movementTests', id)
    const before = last.before.movementTests[id]
    const earlier = checkIns.findLast((one) => one !== told && one.tests?.movementTests[id] !== undefined)
    const beforeSource =
      earlier === undefined
        ? fromIntake(record, 'movementTests', id)
        : from('check-in', earlier.id, earlier.at, 'tests', 'movementTests', id)
    if (before === undefined || test === undefined) return [resultRow(id, after, { test, name, source })]
    const days = { dayBefore: dayIn(beforeSource.at ?? at), day: dayIn(told.at) }
    const sources = [beforeSource, source, from('content', id, null, 'error')]
    return compareResults(test, before, after).map(({ of, verdict }) => {
      const said = { test: name, side: SIDES[of], verdict: VERDICTS[verdict], ...days }
      if (test.protocol.trend) return row(`test.${id}.${of}`, sources, 'note.test-trend-again', said)
      return row(`test.${id}.${of}`, sources, 'note.test-again', {
        ...said,
        before: measured(before[of], before, test),
        after: measured(after[of], after, test),
      })
    })
  })
}

/** Sentences on what was measured of movement. */
export const TEST_RULES: readonly RowRule[] = [
  { in: { evaluation: 'objective' }, rows: examined },
  { in: { evaluation: 'objective' }, rows: selfTested },
  { in: { progress: 'objective', discharge: 'objective' }, rows: testedAgain },
]
