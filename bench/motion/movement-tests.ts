import { loadContent } from '@dorsal/content'
import { resultOf, startTest, stepTest, type TestResult, type TestSpec } from '@dorsal/motion'
import { PLAYED, type Played } from '../../motion/src/testing/played-tests.ts'
import { filmed, type Filming } from '../../motion/src/testing/test-films.ts'
import type { Row } from './table.ts'

type Run = { result: TestResult; rejected: string[]; furthest: (of: (body: Body) => number) => number }
type Body = Parameters<NonNullable<Extract<Played['truth'], { left?: unknown }>['left']>>[0]

function run(spec: TestSpec, film: Filming): Run {
  const { frames, bodies } = filmed(film)
  const state = startTest(spec, { age: 45, sex: 'female' })
  const rejected: string[] = []
  for (const frame of frames)
    for (const event of stepTest(state, frame).events)
      if (event.type === 'not-accepted') rejected.push(event.because)
  const some = bodies.filter((body) => body !== null)
  return { result: resultOf(state), rejected, furthest: (of) => Math.max(...some.map(of)) }
}

const shown = (value: number): string => (Math.abs(value) < 1 ? value.toFixed(2) : value.toFixed(1))

function accuracy({ truth }: Played, { result, furthest }: Run): string {
  const { left, right, best, difference } = result
  if (truth === null)
    return best === null
      ? 'nothing measured'
      : `trend ${shown(best)}, ${result.attempts.filter((one) => one.valid).length} attempts`
  if ('best' in truth && truth.best !== undefined) {
    const expected = typeof truth.best === 'number' ? truth.best : furthest(truth.best)
    return best === null ? 'nothing measured' : `error ${shown(best - expected)}`
  }
  if (!('left' in truth) || truth.left === undefined || truth.right === undefined) return ''
  const [trueLeft, trueRight] = [furthest(truth.left), furthest(truth.right)]
  if (left === null || right === null || difference === null) return 'a side was not measured'
  return `error left ${shown(left - trueLeft)}, right ${shown(right - trueRight)}, difference ${shown(difference - trueLeft + trueRight)}`
}

/** One row for each movement test that the camera runs: error on people of known angles, and faults that make an attempt invalid. */
export function movementTests(): Row[] {
  return loadContent().movementTests.flatMap((test) => {
    const played = PLAYED[test.id]
    if (played === undefined) return []
    const done = run(test, played.film)
    const spoiled = Object.entries(played.spoiled).map(([id, film]) => {
      const { rejected } = run(test, film)
      return rejected.includes(id) ? id : `${id} MISSED`
    })
    const found = spoiled.filter((one) => !one.endsWith('MISSED')).length
    const missed = spoiled.filter((one) => one.endsWith('MISSED'))
    return [
      {
        what: `movement test ${test.id}`,
        anchor: `states ± ${test.error} ${test.protocol.unit}`,
        ours: [
          accuracy(played, done),
          done.rejected.length === 0 ? '' : `good attempts refused: ${done.rejected.join(', ')}`,
          spoiled.length === 0
            ? ''
            : `invalid ones known ${found} of ${spoiled.length}${missed.length > 0 ? ` (${missed.join(', ')})` : ''}`,
        ]
          .filter((part) => part !== '')
          .join('; '),
      },
    ]
  })
}
