import { retestsIn } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { shortDayOf } from '../../lib/time.ts'
import type { CourseView } from './course-view.ts'
import { TestChanges } from './test-changes.tsx'

/** The tests that were done again, newest first, each against the last time that it was done. */
export function TestsAgain({ view: { course, checkIns, tests } }: { view: CourseView }) {
  const { i18n } = useLingui()
  if (tests === null) return null
  const first = { movementTests: course.tests, selfTests: course.selfTests ?? {} }
  return retestsIn({ at: course.startedAt, tests: first }, checkIns)
    .toReversed()
    .map(({ at, before, after }) => (
      <details key={at}>
        <summary>
          <Trans>The tests again on {shortDayOf(at, i18n.locale)}</Trans>
        </summary>
        <TestChanges before={before} after={after} content={tests} />
      </details>
    ))
}
