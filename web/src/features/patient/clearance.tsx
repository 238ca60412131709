import type { PatientRecord } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { dropWords, useKeptWords } from '../../lib/kept-words.ts'
import { Button } from '../../ui/button.tsx'
import { Many } from '../../ui/choice.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './patient-page.module.css'
import { useAct } from './use-act.ts'

/** Clearing warning signs after assessment: which, and why in words that are kept. Only a clinician may. */
export function Clearance({ record, onDone }: { record: PatientRecord; onDone: () => void }) {
  const { t } = useLingui()
  const raised = record.triage?.rules ?? []
  const [rules, setRules] = useState<string[]>([])
  const kept = `clearance:${record.patientId}`
  const [reason, setReason] = useKeptWords(kept)
  const [id] = useState(() => crypto.randomUUID())
  const clear = useAct(record.patientId, async () => {
    await call('clearFlags', { params: { id: record.patientId }, body: { id, rules, reason: reason.trim() } })
    dropWords(kept)
  })
  const ready = rules.length > 0 && reason.trim().length >= 10
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        clear.mutate(undefined, { onSuccess: onDone })
      }}
    >
      <Many
        legend={t`Which of these have you assessed and cleared?`}
        options={raised.map((rule) => ({ value: rule, label: `${rule} · ${record.texts[rule] ?? rule}` }))}
        values={rules}
        onChange={setRules}
      />
      <Field
        label={t`Why is it safe to go on?`}
        hint={t`At least ten characters. Kept with your name; the patient can read it.`}
        lines={3}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      {clear.error ? <ErrorNote error={clear.error} /> : null}
      <div className={styles['acts']}>
        <Button type="submit" disabled={!ready || clear.isPending}>
          <Trans>Clear these</Trans>
        </Button>
        <Button look="quiet" onClick={onDone}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </form>
  )
}
