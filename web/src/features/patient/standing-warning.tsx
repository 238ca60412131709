import { type PatientRecord, rankOf } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Clearance } from './clearance.tsx'

/** Whether a warning stands that no open task leads to: its task was closed without clearing it. */
export function standsAlone({ triage, tasks }: Pick<PatientRecord, 'triage' | 'tasks'>): boolean {
  const holds = triage !== null && rankOf(triage.disposition) >= rankOf('see_clinician_first')
  return holds && !tasks.some((task) => task.closedAt === null && task.kind === 'red-flag')
}

/** The way to clear a warning whose task is closed already: else nobody could let the person go on. */
export function StandingWarning({ record }: { record: PatientRecord }) {
  const [clearing, setClearing] = useState(false)
  return (
    <Card tone="warn">
      <h3>
        <Trans>A warning still stands</Trans>
      </h3>
      <p>
        <Trans>Its task is closed, but it was not cleared: this person gets no session until it is.</Trans>
      </p>
      {clearing ? (
        <Clearance record={record} onDone={() => setClearing(false)} />
      ) : (
        <div>
          <Button look="plain" onClick={() => setClearing(true)}>
            <Trans>Clear after assessment…</Trans>
          </Button>
        </div>
      )}
    </Card>
  )
}
