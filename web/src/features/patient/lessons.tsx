import type { PatientRecord } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { wordsOf } from '../../lib/texts.ts'
import { shortDayOf } from '../../lib/time.ts'
import styles from './patient-page.module.css'

/** The lessons that the person has read, newest first: what can be taken up in a visit. */
export function Lessons({ record }: { record: PatientRecord }) {
  const { i18n } = useLingui()
  if (record.lessons.length === 0) return null
  return (
    <section aria-labelledby="lessons" className={styles['block']}>
      <h2 id="lessons">
        <Trans>Lessons read</Trans>
      </h2>
      <ul>
        {record.lessons.toReversed().map(({ id, doneAt }) => (
          <li key={id}>
            {wordsOf(record.texts, `lesson.${id}`)}{' '}
            <span className={styles['quiet']}>{shortDayOf(doneAt, i18n.locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
