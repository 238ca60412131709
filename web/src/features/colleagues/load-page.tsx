import type { Caseload, StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { momentOf, shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AbsenceForm } from './absence-form.tsx'
import styles from './load-page.module.css'
import { PatientsOver } from './patients-over.tsx'

/** How much everybody carries, who is away, and handing people over. */
export function LoadPage({ me }: { me: StaffMe }) {
  const { t, i18n } = useLingui()
  const load = useQuery({ queryKey: ['caseloads'], queryFn: ({ signal }) => call('caseloads', { signal }) })
  const { busy, failed, run } = useDoing()
  if (load.isPending) return <Waiting />
  if (!load.data) return <ErrorNote error={load.error} onRetry={() => void load.refetch()} />
  const { people, absences } = load.data
  const admin = me.role === 'clinic-admin'
  const changed = () => void load.refetch()
  const nameOf = (staffId: string) => people.find((one) => one.staffId === staffId)?.name ?? '–'
  const end = (id: string) =>
    void run(async () => {
      await call('endAbsence', { params: { id } })
      await load.refetch()
    })
  return (
    <>
      <title>{`${t`Who carries how much`} · Dorsal`}</title>
      <h1>
        <Trans>Who carries how much</Trans>
      </h1>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Colleague</Trans>
              </th>
              <th scope="col">
                <Trans>Patients</Trans>
              </th>
              <th scope="col">
                <Trans>At most</Trans>
              </th>
              <th scope="col">
                <Trans>Standing in for</Trans>
              </th>
              <th scope="col">
                <Trans>Waiting</Trans>
              </th>
              <th scope="col">
                <Trans>Waiting since</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.staffId}>
                <th scope="row">{one.name}</th>
                <td>
                  {one.patients}
                  {one.cap !== null && one.patients > one.cap && (
                    <strong>
                      {' '}
                      <Trans>▲ over</Trans>
                    </strong>
                  )}
                </td>
                <td>{admin ? <Cap one={one} onChanged={changed} /> : (one.cap ?? '–')}</td>
                <td>{one.covered}</td>
                <td>{one.waiting}</td>
                <td>{one.oldestAt === null ? '–' : shortMomentOf(one.oldestAt, i18n.locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PatientsOver me={me} people={people} onDone={changed} />
      <Card label={t`Away`}>
        <h2>
          <Trans>Away</Trans>
        </h2>
        {absences.length === 0 && (
          <p>
            <Trans>Nobody is away or will be.</Trans>
          </p>
        )}
        <ul className={styles['list']}>
          {absences.map(({ id, staffId, coverId, from, until, note }) => (
            <li key={id}>
              <Trans>
                {nameOf(staffId)} is away from {momentOf(from, i18n.locale)} until{' '}
                {momentOf(until, i18n.locale)}; {nameOf(coverId)} stands in.
              </Trans>{' '}
              {note}{' '}
              {(admin || staffId === me.staffId) && (
                <Button look="plain" disabled={busy} onClick={() => end(id)}>
                  <Trans>End it</Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {failed ? <ErrorNote error={failed} /> : null}
        <AbsenceForm me={me} people={people} onDone={changed} />
      </Card>
    </>
  )
}

/** The number that was agreed; for the administrator. */
function Cap({ one, onChanged }: { one: Caseload; onChanged: () => void }) {
  const { t } = useLingui()
  const [value, setValue] = useState(one.cap === null ? '' : String(one.cap))
  const { busy, failed, run } = useDoing()
  const cap = value.trim() === '' ? null : Math.round(Number(value))
  return (
    <form
      className={styles['cap']}
      onSubmit={(event) => {
        event.preventDefault()
        void run(async () => {
          await call('setCap', { params: { id: one.staffId }, body: { cap } })
          onChanged()
        })
      }}
    >
      <input
        type="number"
        min={1}
        max={5000}
        value={value}
        aria-label={t`Patients of ${one.name} at most`}
        onChange={(event) => setValue(event.target.value)}
      />
      {cap !== one.cap && (
        <Button type="submit" look="plain" disabled={busy}>
          <Trans>Set</Trans>
        </Button>
      )}
      {failed ? <ErrorNote error={failed} /> : null}
    </form>
  )
}
