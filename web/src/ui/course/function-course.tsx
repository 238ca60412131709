import { scoresOver } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { TrendChart } from '../chart/trend-chart.tsx'
import { Stack } from '../page.tsx'
import type { CourseView } from './course-view.ts'
import { happeningsOf } from './happenings.ts'
import { AnswerBars, SinceStart } from './since-start.tsx'

/** What is drawn of daily life: the person's own activities, and what pain gets in the way of. */
const DRAWN = ['psfs', 'peg'] as const

/** Daily life over the course, a chart a measure; none where nothing was answered. */
export function FunctionCourse({ view }: { view: CourseView }) {
  const { t, i18n } = useLingui()
  const { course, checkIns, measures, now } = view
  const drawn = DRAWN.flatMap((id) => {
    const measure = measures.find((one) => one.id === id)
    const points = measure === undefined ? [] : scoresOver(measure, checkIns, course)
    return measure === undefined || points.length === 0 ? [] : [{ measure, points }]
  })
  if (drawn.length === 0)
    return (
      <p>
        <Trans>
          Nothing yet. Every few weeks we ask how well your own activities go; it appears here then.
        </Trans>
      </p>
    )
  return drawn.map(({ measure, points }) => (
    <Stack key={measure.id} gap="s">
      <SinceStart measure={measure} points={points} />
      <TrendChart
        title={measure.name}
        unit={measure.better === 'higher' ? t`0 to 10, higher is better` : t`0 to 10, lower is better`}
        max={10}
        locale={i18n.locale}
        lines={[{ label: t`mean of the answers`, points, look: 'first' }]}
        happenings={happeningsOf(course, now, i18n)}
        span={[course.startedAt, now]}
      >
        <AnswerBars measure={measure} />
      </TrendChart>
    </Stack>
  ))
}
