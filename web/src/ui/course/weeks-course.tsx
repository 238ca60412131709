import { weeksDone } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { WeeksChart } from '../chart/weeks-chart.tsx'
import type { CourseView } from './course-view.ts'

/** Sessions done a week. Nothing is counted in a row, and a week off is only a week off. */
export function WeeksCourse({ view: { course, reports, now, reader } }: { view: CourseView }) {
  const { t } = useLingui()
  const weeks = weeksDone(reports, course.startedAt, now)
  return (
    <>
      <WeeksChart weeks={weeks} perWeek={course.perWeek} title={t`Sessions a week`} />
      {reader === 'person' && (
        <p>
          <Trans>
            Some weeks are fuller than others. What you did stays done, and the plan fits itself to you.
          </Trans>
        </p>
      )}
    </>
  )
}
