import { expectedOver, painAround, scoresOver } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { TrendChart } from '../chart/trend-chart.tsx'
import type { CourseView } from './course-view.ts'
import { happeningsOf } from './happenings.ts'
import { AnswerBars, SinceStart } from './since-start.tsx'

/** Pain over the course: the usual pain of each week, pain before and after sessions, and what usually happens, honestly labelled. */
export function PainCourse({ view }: { view: CourseView }) {
  const { t, i18n } = useLingui()
  const { course, checkIns, reports, measures, curves, now } = view
  const measure = measures.find(({ id }) => id === 'nprs')
  const usual = measure === undefined ? [] : scoresOver(measure, checkIns, course)
  const { before, after } = painAround(reports)
  const expected = expectedOver({ curves }, course, now)
  if (usual.length + before.length + after.length === 0)
    return (
      <p>
        <Trans>
          No pain was told yet. It appears here after the first session or the first weekly questions.
        </Trans>
      </p>
    )
  const lines = [
    { label: t`usual pain of a week`, points: usual, look: 'first' as const },
    { label: t`before a session`, points: before, look: 'second' as const, dots: true },
    { label: t`after a session`, points: after, look: 'third' as const, dots: true },
  ].filter(({ points }) => points.length > 0)
  return (
    <>
      {measure && <SinceStart measure={measure} points={usual} />}
      <TrendChart
        title={t`Pain`}
        unit={t`0 none to 10 worst`}
        max={10}
        locale={i18n.locale}
        lines={lines}
        band={expected === null ? null : { label: t`how it usually goes`, points: expected.points }}
        happenings={happeningsOf(course, now, i18n)}
        span={[course.startedAt, now]}
      >
        {measure && <AnswerBars measure={measure} />}
        {expected && (
          <p>
            {expected.label} {expected.note}
          </p>
        )}
      </TrendChart>
    </>
  )
}
