import { changeOf, type Measure, type ProgressPoint } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { ChangeWords } from '../change-words.tsx'
import { round1 } from '../chart/trend.ts'

/** First and last value in words and what the difference means; one value alone is only said. */
export function SinceStart({ measure, points }: { measure: Measure; points: readonly ProgressPoint[] }) {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  const [start, now] = [round1(first.value), round1(last.value)]
  if (points.length === 1)
    return (
      <p>
        <Trans>At the start: {start}. The next answers show how it goes on.</Trans>
      </p>
    )
  const change = changeOf(measure, first.value, last.value)
  return (
    <p>
      <strong>
        <Trans>
          At the start {start}, now {now}.
        </Trans>
      </strong>{' '}
      {change && <ChangeWords change={change} of="start" />}
    </p>
  )
}

/** What the bars of an answer are. */
export function AnswerBars({ measure }: { measure: Measure }) {
  const least = measure.changes.find(
    ({ meaning, from, to }) => meaning === 'least' && from === null && to === null,
  )
  if (least === undefined) return null
  const points = Math.abs(least.points)
  return (
    <p>
      <Trans>
        The bars show how uncertain one answer is: a difference of less than {points} between two of them may
        be chance. Then their bars overlap.
      </Trans>
    </p>
  )
}
