import type { Caseload, StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './load-page.module.css'

type Props = { me: StaffMe; people: readonly Caseload[]; onDone: () => void }

/** Somebody away from when to when, and who stands in. One's own; of anybody for the administrator. */
export function AbsenceForm({ me, people, onDone }: Props) {
  const { t } = useLingui()
  const [staffId, setStaffId] = useState(me.staffId)
  const [coverId, setCoverId] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [note, setNote] = useState('')
  const { busy, failed, run } = useDoing()
  const covers = people.filter((one) => one.staffId !== staffId && one.role !== 'assistant')
  return (
    <form
      className={styles['form']}
      aria-label={t`Say that somebody is away`}
      onSubmit={(event) => {
        event.preventDefault()
        void run(async () => {
          const at = (typed: string) => new Date(typed).toISOString()
          const body = { staffId, coverId, from: at(from), until: at(until), note: note.trim() }
          await call('setAbsence', { params: { id: newId() }, body })
          setFrom('')
          setUntil('')
          setNote('')
          onDone()
        })
      }}
    >
      {me.role === 'clinic-admin' && (
        <label>
          <Trans>Who is away</Trans>
          <select value={staffId} onChange={(event) => setStaffId(event.target.value)}>
            {people.map((one) => (
              <option key={one.staffId} value={one.staffId}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <Trans>Away from</Trans>
        <input
          type="datetime-local"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label>
        <Trans>Back on</Trans>
        <input
          type="datetime-local"
          required
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <label>
        <Trans>Who stands in</Trans>
        <select required value={coverId} onChange={(event) => setCoverId(event.target.value)}>
          <option value="">{t`choose`}</option>
          {covers.map((one) => (
            <option key={one.staffId} value={one.staffId}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Trans>Note (may stay empty)</Trans>
        <input value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Button type="submit" look="plain" disabled={busy}>
        <Trans>Keep this absence</Trans>
      </Button>
      {failed ? <ErrorNote error={failed} /> : null}
    </form>
  )
}
