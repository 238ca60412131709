import type { PanelRow, ReasonChip } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { shortDayOf } from '../../lib/time.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { CHIPS, Chip } from './chip.tsx'
import styles from './panel-page.module.css'
import { useRowKeys } from './row-keys.ts'

/** The clinician's patients by need: who to look at first, and why. */
export function PanelPage() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const [only, setOnly] = useState<ReasonChip | null>(null)
  const panel = useQuery({
    queryKey: ['panel'],
    queryFn: ({ signal }) => call('panel', { signal }),
    refetchInterval: pollEvery(10_000),
  })
  const all = panel.data?.rows ?? []
  const rows = only ? all.filter((row) => row.reasons.includes(only)) : all
  const open = (row: PanelRow) => void navigate({ to: '/patients/$id', params: { id: row.patientId } })
  const keys = useRowKeys(rows.length, (index) => {
    const row = rows[index]
    if (row) void navigate({ to: '/patients/$id', params: { id: row.patientId }, hash: 'messages' })
  })
  if (panel.isPending) return <Waiting />
  if (panel.error && !panel.data)
    return <ErrorNote error={panel.error} onRetry={() => void panel.refetch()} />

  const present = (Object.keys(CHIPS) as ReasonChip[]).filter((reason) =>
    all.some((row) => row.reasons.includes(reason)),
  )
  return (
    <>
      <div className={styles['title']}>
        <h1>
          <Trans>Your patients</Trans>
        </h1>
        <p>
          <Plural value={all.length} one="# patient, by need" other="# patients, by need" />
          <span className={styles['keys']}>
            {' · '}
            <Trans>Keys: j and k move, Enter opens, m writes</Trans>
          </span>
        </p>
      </div>
      {panel.error ? <ErrorNote error={panel.error} onRetry={() => void panel.refetch()} /> : null}
      {present.length > 0 && (
        <fieldset className={styles['filters']}>
          <legend className="visually-hidden">
            <Trans>Show only</Trans>
          </legend>
          <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
            <Trans>All</Trans>
          </button>
          {present.map((reason) => (
            <button
              type="button"
              key={reason}
              aria-pressed={only === reason}
              onClick={() => setOnly(only === reason ? null : reason)}
            >
              {i18n._(CHIPS[reason].label)} {all.filter((row) => row.reasons.includes(reason)).length}
            </button>
          ))}
        </fieldset>
      )}
      {all.length === 0 ? (
        <p className={styles['empty']}>
          <Trans>
            Nobody has started yet. When somebody finishes the questions on your clinic's page, they appear
            here, with what they need from you.
          </Trans>
        </p>
      ) : (
        <section className={styles['scroll']} aria-label={t`Patients by need`}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Patient</Trans>
                </th>
                <th scope="col">
                  <Trans>Why now</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Pain, first → last</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Sessions, 7 days</Trans>
                </th>
                <th scope="col">
                  <Trans>Last session</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.patientId} {...keys.row(index)}>
                  <th scope="row">
                    <a
                      href={`/clinician/patients/${row.patientId}`}
                      onClick={(event) => {
                        if (event.metaKey || event.ctrlKey) return
                        event.preventDefault()
                        open(row)
                      }}
                    >
                      {row.label}
                    </a>
                  </th>
                  <td>
                    <span className={styles['chips']}>
                      {row.reasons.length === 0 ? (
                        <span className={styles['quiet']}>
                          <Trans>Nothing waits</Trans>
                        </span>
                      ) : (
                        row.reasons.map((reason) => <Chip key={reason} reason={reason} />)
                      )}
                    </span>
                  </td>
                  <td className={styles['number']} data-word={t`Pain`}>
                    {row.painFirst === null ? '–' : `${row.painFirst} → ${row.painLast ?? '–'}`}
                  </td>
                  <td className={styles['number']} data-word={t`Sessions in 7 days`}>
                    {row.sessionsLast7Days}
                  </td>
                  <td data-word={t`Last session`}>
                    {row.lastSessionAt ? shortDayOf(row.lastSessionAt, i18n.locale) : t`none yet`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
