import { explain, type PatientRecord, type Task } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Clearance } from './clearance.tsx'
import styles from './patient-page.module.css'
import { useAct } from './use-act.ts'

const KINDS: Record<Task['kind'], MessageDescriptor> = {
  'red-flag': msg`Warning sign`,
  'stopped-session': msg`Stopped a session`,
  'appointment-request': msg`Asks for an appointment`,
  review: msg`Please review`,
}

const LEVELS: Record<Task['level'], MessageDescriptor> = {
  emergency_now: msg`emergency`,
  same_day_urgent: msg`today`,
  see_clinician_first: msg`before any exercise`,
  caution: msg`caution`,
  none: msg`routine`,
}

/** Something that a person at the clinic must look at: acknowledge, clear a warning sign with a reason, close. */
export function TaskCard({ task, record }: { task: Task; record: PatientRecord }) {
  const { i18n } = useLingui()
  const [clearing, setClearing] = useState(false)
  const acknowledge = useAct(record.patientId, () => call('acknowledgeTask', { params: { id: task.id } }))
  const close = useAct(record.patientId, () => call('closeTask', { params: { id: task.id } }))
  const urgent = task.level === 'emergency_now' || task.level === 'same_day_urgent'
  const error = acknowledge.error ?? close.error
  return (
    <Card tone={urgent ? 'danger' : 'warn'}>
      <h3>
        {i18n._(KINDS[task.kind])} · {i18n._(LEVELS[task.level])}
      </h3>
      <p className={styles['quiet']}>
        <Trans>Since {shortMomentOf(task.createdAt, i18n.locale)}</Trans>
        {task.dueAt && (
          <>
            {' · '}
            <Trans>look at it by {shortMomentOf(task.dueAt, i18n.locale)}</Trans>
          </>
        )}
      </p>
      <ul>
        {task.because.map((because) => (
          <li key={JSON.stringify(because)}>{explain(because)}</li>
        ))}
      </ul>
      {task.acknowledgedAt ? (
        <p>
          <Trans>
            Seen by {task.acknowledgedBy}, {shortMomentOf(task.acknowledgedAt, i18n.locale)}. The patient is
            told so.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>Nobody has acknowledged this yet, and the patient is not told otherwise.</Trans>
        </p>
      )}
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles['acts']}>
        {!task.acknowledgedAt && (
          <Button disabled={acknowledge.isPending} onClick={() => acknowledge.mutate(undefined)}>
            <Trans>I have seen this</Trans>
          </Button>
        )}
        {task.kind === 'red-flag' && !clearing && (
          <Button look="plain" onClick={() => setClearing(true)}>
            <Trans>Clear after assessment…</Trans>
          </Button>
        )}
        {task.acknowledgedAt && (
          <Button look="plain" disabled={close.isPending} onClick={() => close.mutate(undefined)}>
            <Trans>Close</Trans>
          </Button>
        )}
      </div>
      {clearing && <Clearance record={record} onDone={() => setClearing(false)} />}
    </Card>
  )
}
