import type { CourseSoFar, MovementTest } from '@dorsal/care'
import type { I18n } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { wordsOf } from '../../lib/texts.ts'
import styles from '../chart/trend-chart.module.css'
import { RATING_WORDS, SELF_WORDS, UNIT_WORDS } from '../rating-words.ts'
import type { CourseView } from './course-view.ts'

type Test = CourseSoFar['tests'][string]
type Rating = NonNullable<Test['rating']>

const measured = (value: number | null, error: number | null | undefined): string =>
  value === null ? '–' : `${Math.round(value)}° ± ${error == null ? '?' : `${Math.round(error)}°`}`

const rated = (rating: Rating | null | undefined, i18n: I18n): string =>
  rating == null ? '–' : i18n._(RATING_WORDS[rating].label)

/** Seconds, times and the like stand for the whole body; null where each side has its own. */
function wholeOf(test: Test, unit: MovementTest['protocol']['unit'] | undefined, i18n: I18n): string | null {
  const word = unit === undefined ? undefined : UNIT_WORDS[unit]
  if (test.value != null) return `${test.value} ${word ? i18n._(word) : ''} (± ${test.error ?? '?'})`
  return test.rating != null && !test.ratings ? rated(test.rating, i18n) : null
}

function Cells({ test, unit }: { test: Test; unit: MovementTest['protocol']['unit'] | undefined }) {
  const { i18n } = useLingui()
  const whole = wholeOf(test, unit, i18n)
  if (whole !== null) return <td colSpan={2}>{whole}</td>
  const side = (which: 'left' | 'right') =>
    test.source === 'camera'
      ? measured(test[which], test.error)
      : rated(test.ratings?.[which] ?? test.rating, i18n)
  return (
    <>
      <td>{side('left')}</td>
      <td>{side('right')}</td>
    </>
  )
}

/** The movement check of the start: each side with its error where the camera measured it, else in the person's own judgement. */
export function TestsAtStart({ view: { course, texts, tests: known } }: { view: CourseView }) {
  const { t, i18n } = useLingui()
  const tests = Object.entries(course.tests)
  const alone = Object.entries(course.selfTests ?? {})
  if (tests.length + alone.length === 0) return null
  const all = known === null ? [] : [...known.movementTests, ...known.furtherTests]
  const sides = { left: t`left`, right: t`right`, both: t`both sides` }
  return (
    <div>
      <table className={`${styles['table']} ${styles['tests']}`}>
        <caption>
          <Trans>The movement check at the start</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Movement</Trans>
            </th>
            <th scope="col">{t`Left`}</th>
            <th scope="col">{t`Right`}</th>
          </tr>
        </thead>
        <tbody>
          {tests.map(([id, test]) => (
            <tr key={id}>
              <th scope="row">{wordsOf(texts, id)}</th>
              <Cells test={test} unit={all.find((one) => one.id === id)?.protocol.unit} />
            </tr>
          ))}
          {alone.map(([id, { result, side }]) => (
            <tr key={id}>
              <th scope="row">{known?.selfTests.find((one) => one.id === id)?.name ?? wordsOf(texts, id)}</th>
              <td colSpan={2}>
                {i18n._(SELF_WORDS[result])}
                {side && ` (${sides[side]})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
