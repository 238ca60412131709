import type { PatientRecord, SessionReport } from '@dorsal/care'
import { rangeText } from '@dorsal/motion'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { explain } from '../../lib/reasons.ts'
import { shortMomentOf } from '../../lib/time.ts'
import styles from './patient-page.module.css'
import { titleOf, WITHIN } from './change-words.ts'

function done(report: SessionReport): { done: number; prescribed: number } {
  return report.sets.reduce(
    (sum, set) => ({
      done: sum.done + Math.min(set.doneReps, set.prescribedReps ?? set.doneReps),
      prescribed: sum.prescribed + (set.prescribedReps ?? set.doneReps),
    }),
    { done: 0, prescribed: 0 },
  )
}

/** Sessions as they were: prescribed and done, how counted, pain, effort, why stopped. */
export function Sessions({ record }: { record: PatientRecord }) {
  const { i18n } = useLingui()
  if (record.reports.length === 0) return null
  return (
    <section aria-labelledby="sessions" className={styles['block']}>
      <h2 id="sessions">
        <Trans>Sessions</Trans>
      </h2>
      <ol className={styles['sessions']}>
        {record.reports.toReversed().map(({ report }) => {
          const reps = done(report)
          return (
            <li key={report.id}>
              <details>
                <summary>
                  <strong>{shortMomentOf(report.startedAt, i18n.locale)}</strong>
                  <span>
                    {report.sets.length === 0 ? (
                      <Trans>no exercise done</Trans>
                    ) : (
                      <Trans>
                        {reps.done} of {reps.prescribed} repetitions
                      </Trans>
                    )}
                  </span>
                  {report.minutes !== undefined && (
                    <span>
                      <Trans>chose {report.minutes} minutes</Trans>
                    </span>
                  )}
                  <span>{report.mode === 'camera' ? <Trans>by camera</Trans> : <Trans>by timer</Trans>}</span>
                  <span>
                    <Trans>
                      pain {report.before.pain} → {report.painAfter ?? '–'}, effort {report.effort ?? '–'}
                    </Trans>
                  </span>
                  {report.stop && (
                    <span className={styles['stopped']}>
                      ■ <Trans>stopped: {record.texts[report.stop.rule] ?? report.stop.rule}</Trans>
                    </span>
                  )}
                </summary>
                {report.mode === 'camera' && (
                  <Link
                    to="/patients/$id/sessions/$session"
                    params={{ id: record.patientId, session: report.id }}
                  >
                    <Trans>See how they moved</Trans>
                  </Link>
                )}
                <ul>
                  {report.sets.map((set) => (
                    <li key={`${set.planItemId}-${set.set}`}>
                      {titleOf(record, set.planItemId)}, <Trans>set {set.set}</Trans>:{' '}
                      {set.prescribedReps === null
                        ? `${Math.round(set.seconds)} s`
                        : `${set.doneReps} / ${set.prescribedReps}`}
                      {set.summary?.range &&
                        rangeText(set.summary.range, set.summary.range.best) !== null && (
                          <>
                            {' · '}
                            {rangeText(set.summary.range, set.summary.range.best)}
                          </>
                        )}
                      {set.summary && (
                        <>
                          {' · '}
                          <Trans>camera saw {Math.round(set.summary.seenShare * 100)} % of the time</Trans>
                        </>
                      )}
                      {set.pain !== null && (
                        <>
                          {' · '}
                          <Trans>pain {set.pain}</Trans>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
                {report.changes.length > 0 && (
                  <>
                    <p>
                      <Trans>Made easier within the session:</Trans>
                    </p>
                    <ul>
                      {report.changes.map(({ planItemId, variable, because, undone }) => (
                        <li key={`${planItemId} ${variable} ${JSON.stringify(because)}`}>
                          {titleOf(record, planItemId)}, {i18n._(WITHIN[variable])}: {explain(because)}
                          {undone && (
                            <>
                              {' '}
                              <Trans>(taken back)</Trans>
                            </>
                          )}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
                {report.harderNextTime?.length ? (
                  <p>
                    <Trans>
                      Would like harder next time:{' '}
                      {report.harderNextTime.map((id) => titleOf(record, id)).join(', ')}
                    </Trans>
                  </p>
                ) : null}
                {report.note && <blockquote>{report.note}</blockquote>}
              </details>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
