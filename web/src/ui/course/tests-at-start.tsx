import type { CourseSoFar } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { wordsOf } from '../../lib/texts.ts'
import styles from '../chart/trend-chart.module.css'
import type { CourseView } from './course-view.ts'

const RATINGS: Readonly<Record<string, MessageDescriptor>> = {
  full: msg`full`,
  limited: msg`limited`,
  'very-limited': msg`very limited`,
  painful: msg`painful`,
}

type Test = CourseSoFar['tests'][string]

const measured = (value: number | null, error: number | null | undefined): string =>
  value === null ? '–' : `${Math.round(value)}° ± ${error == null ? '?' : `${Math.round(error)}°`}`

/** The movement check of the start: each side with its error where the camera measured it, else in the person's own judgement. */
export function TestsAtStart({ view: { course, texts } }: { view: CourseView }) {
  const { t, i18n } = useLingui()
  const rated = (rating: string | null | undefined) =>
    RATINGS[rating ?? ''] ? i18n._(RATINGS[rating ?? ''] as MessageDescriptor) : '–'
  const side = (test: Test, which: 'left' | 'right') =>
    test.source === 'camera' ? measured(test[which], test.error) : rated(test.ratings?.[which] ?? test.rating)
  const tests = Object.entries(course.tests)
  if (tests.length === 0) return null
  return (
    <div>
      <table className={styles['table']}>
        <caption>
          <Trans>The movement check at the start</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Movement</Trans>
            </th>
            <th scope="col">{t`left`}</th>
            <th scope="col">{t`right`}</th>
          </tr>
        </thead>
        <tbody>
          {tests.map(([id, test]) => (
            <tr key={id}>
              <th scope="row">{wordsOf(texts, id)}</th>
              <td>{side(test, 'left')}</td>
              <td>{side(test, 'right')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
