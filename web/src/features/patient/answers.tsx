import type { PatientRecord } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { answerText, testValue, wordOf } from './answer-words.ts'
import styles from './patient-page.module.css'

const SELF_RESULTS = {
  pass: msg`passed, by own judgement`,
  limited: msg`limited, by own judgement`,
  painful: msg`painful, by own judgement`,
} as const
const SIDES = { left: msg`left`, right: msg`right`, both: msg`both sides` } as const

const isFlag = (id: string) => id.startsWith('RF')

/** What the person answered, warning signs that were not a plain "no" first, in their own words. */
export function Answers({ record }: { record: PatientRecord }) {
  const { t, i18n } = useLingui()
  const { intake } = record
  if (!intake)
    return (
      <section aria-labelledby="answers" className={styles['block']}>
        <h2 id="answers">
          <Trans>Answers</Trans>
        </h2>
        <p className={styles['quiet']}>
          <Trans>The questions are not finished.</Trans>
        </p>
      </section>
    )
  const entries = Object.entries(intake.answers)
  const raised = entries.filter(([id, answer]) => isFlag(id) && answer !== 'no')
  const denied = entries.filter(([id, answer]) => isFlag(id) && answer === 'no')
  const rest = entries.filter(([id]) => !isFlag(id))
  const { nprs } = intake.measures
  return (
    <section aria-labelledby="answers" className={styles['block']}>
      <h2 id="answers">
        <Trans>Answers</Trans>
      </h2>
      <dl className={styles['answers']}>
        <Row q={t`Year of birth`} a={String(intake.yearOfBirth)} />
        {intake.sex && <Row q={t`Sex`} a={wordOf(intake.sex, i18n)} />}
        {nprs && (
          <Row q={t`Pain now / average / worst`} a={`${nprs.now} / ${nprs.average} / ${nprs.worst}`} />
        )}
        {raised.map(([id, answer]) => (
          <Row key={id} q={`▲ ${record.texts[id] ?? id}`} a={wordOf(String(answer), i18n)} strong />
        ))}
        {rest.map(([id, answer]) => (
          <Row key={id} q={record.texts[id] ?? id} a={answerText(id, answer, record.texts)} />
        ))}
        {Object.entries(intake.movementTests).map(([id, test]) => (
          <Row
            key={id}
            q={record.texts[id] ?? id}
            a={
              test.value != null
                ? test.source === 'camera'
                  ? t`${testValue(id, test.value, record.texts, i18n)} (± ${test.error ?? '?'}), by camera`
                  : t`${testValue(id, test.value, record.texts, i18n)} (± ${test.error ?? '?'}), as they counted or measured it`
                : test.source === 'camera'
                  ? t`left ${test.left ?? '–'}°, right ${test.right ?? '–'}° (± ${test.error ?? '?'}°), by camera`
                  : test.ratings
                    ? t`left ${wordOf(test.ratings.left, i18n)}, right ${wordOf(test.ratings.right, i18n)}, by own judgement`
                    : t`own report: ${wordOf(test.rating, i18n)}`
            }
          />
        ))}
        {Object.entries(intake.selfTests ?? {}).map(([id, { result, side }]) => (
          <Row
            key={id}
            q={record.texts[id] ?? id}
            a={`${i18n._(SELF_RESULTS[result])}${side ? ` (${i18n._(SIDES[side])})` : ''}`}
          />
        ))}
      </dl>
      {denied.length > 0 && (
        <details>
          <summary>
            <Trans>Warning signs answered "no" ({denied.length})</Trans>
          </summary>
          <ul>
            {denied.map(([id]) => (
              <li key={id}>{record.texts[id] ?? id}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Row({ q, a, strong = false }: { q: string; a: string; strong?: boolean }) {
  return (
    <div>
      <dt>{q}</dt>
      <dd>{strong ? <strong>{a}</strong> : a}</dd>
    </div>
  )
}
