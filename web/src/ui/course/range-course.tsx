import { type RangeCourse as Range, rangesOver } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { round1 } from '../chart/trend.ts'
import { TrendChart } from '../chart/trend-chart.tsx'
import type { CourseView } from './course-view.ts'
import { signalWords, unitWords } from './signal-words.ts'
import { TestsAgain } from './tests-again.tsx'
import { TestsAtStart } from './tests-at-start.tsx'

const pointsOf = ({ left, right, best }: Range) => [...left, ...right, ...best]

function OneRange({ range, view }: { range: Range; view: CourseView }) {
  const { t, i18n } = useLingui()
  const points = pointsOf(range)
  const top = Math.max(...points.map(({ value, error }) => value + (error ?? 0)))
  const error = round1(Math.max(...points.map((point) => point.error ?? 0)))
  const unit = unitWords(range.unit, i18n)
  return (
    <TrendChart
      title={signalWords(range.signal, i18n)}
      unit={unit}
      max={Math.max(10, Math.ceil(top / 10) * 10)}
      locale={i18n.locale}
      span={[view.course.startedAt, view.now]}
      lines={[
        { label: t`left`, points: range.left, look: 'first' as const },
        { label: t`right`, points: range.right, look: 'second' as const },
        { label: t`best of a session`, points: range.best, look: 'first' as const },
      ].filter((line) => line.points.length > 0)}
    >
      <p>
        <Trans>
          The bars show what the camera can be off by: up to {error} {unit}. Where the bars of two days
          overlap, it may be no difference.
        </Trans>
      </p>
    </TrendChart>
  )
}

/** How far each measured movement went, side by side, always with the camera's error; and the movement check at the start. */
export function RangeCourse({ view }: { view: CourseView }) {
  const ranges = rangesOver(view.reports)
  return (
    <>
      {ranges.length === 0 && (
        <p>
          <Trans>
            No range was measured yet. It appears here after a session with the camera; without one nothing is
            missing, your sessions count just the same.
          </Trans>
        </p>
      )}
      {ranges.map((range) => (
        <OneRange key={range.signal} range={range} view={view} />
      ))}
      <TestsAtStart view={view} />
      <TestsAgain view={view} />
    </>
  )
}
