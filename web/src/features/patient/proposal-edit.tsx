import type { PatientRecord, PlanChange, Proposal } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { changesOf, type EditRow, editRows } from './edit-changes.ts'
import styles from './patient-page.module.css'

type Props = {
  proposal: Proposal
  record: PatientRecord
  busy: boolean
  onSave: (changes: PlanChange[]) => void
  onCancel: () => void
}

/** Sets and repetitions of each exercise, and whether it stays in. */
export function ProposalEdit({ proposal, record, busy, onSave, onCancel }: Props) {
  const { t } = useLingui()
  const [rows, setRows] = useState(() => editRows(record, proposal))
  const set = (id: string, part: Partial<EditRow>) =>
    setRows(rows.map((row) => (row.planItemId === id ? { ...row, ...part } : row)))
  const count = (value: string, most: number) => Math.max(1, Math.min(most, Math.round(Number(value)) || 1))
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(changesOf(record, proposal, rows))
      }}
    >
      <table className={styles['edit']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Exercise</Trans>
            </th>
            <th scope="col">
              <Trans>In the plan</Trans>
            </th>
            <th scope="col">
              <Trans>Sets</Trans>
            </th>
            <th scope="col">
              <Trans>Repetitions</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.planItemId}>
              <th scope="row">{row.title}</th>
              <td>
                <input
                  type="checkbox"
                  aria-label={t`${row.title}: in the plan`}
                  checked={row.on}
                  onChange={(event) => set(row.planItemId, { on: event.target.checked })}
                />
              </td>
              <td>
                <input
                  type="number"
                  min={1}
                  max={6}
                  aria-label={t`${row.title}: sets`}
                  value={row.sets}
                  onChange={(event) => set(row.planItemId, { sets: count(event.target.value, 6) })}
                />
              </td>
              <td>
                {row.reps === null ? (
                  <Trans>by time</Trans>
                ) : (
                  <input
                    type="number"
                    min={1}
                    max={40}
                    aria-label={t`${row.title}: repetitions`}
                    value={row.reps}
                    onChange={(event) => set(row.planItemId, { reps: count(event.target.value, 40) })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['acts']}>
        <Button type="submit" disabled={busy}>
          <Trans>Save as I set it</Trans>
        </Button>
        <Button look="quiet" onClick={onCancel}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </form>
  )
}
