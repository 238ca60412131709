import { explain, type PatientRecord, type PlanChange, type Proposal } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { dropWords, useKeptWords } from '../../lib/kept-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { DIRECTIONS, titleOf, VARIABLES, valueOf } from './change-words.ts'
import { noteKey } from './overtaken.tsx'
import styles from './patient-page.module.css'
import { ProposalEdit } from './proposal-edit.tsx'
import { useAct } from './use-act.ts'

const KINDS: Record<Proposal['kind'], { title: MessageDescriptor; what: MessageDescriptor }> = {
  'first-plan': {
    title: msg`First plan`,
    what: msg`The rules made this plan from the answers. The first session waits until you decide.`,
  },
  'co-sign': {
    title: msg`For your weekly co-sign`,
    what: msg`Within the bounds you set. It takes effect at the next session unless you change it.`,
  },
  'beyond-bounds': {
    title: msg`Change that waits for you`,
    what: msg`Beyond the bounds you set. Nothing changes until you decide; the patient sees that it waits.`,
  },
  'next-phase': {
    title: msg`Ready for the next phase`,
    what: msg`The exit criteria are met. Accept, and the next session belongs to the new phase, begun from the plan as it is.`,
  },
  discharge: {
    title: msg`Ready to end the programme`,
    what: msg`The goals are reached. Accept, and the plan becomes two short sessions a week, with checks after 3, 6 and 12 months.`,
  },
}

/** A proposed change with its reasons: accept, edit or reject; the patient sees who decided what. */
export function ProposalCard({ proposal, record }: { proposal: Proposal; record: PatientRecord }) {
  const { t, i18n } = useLingui()
  const [editing, setEditing] = useState(false)
  const [note, setNote] = useKeptWords(noteKey(proposal))
  const answer = useAct(
    record.patientId,
    async (input: { action: 'accept' | 'edit' | 'reject'; changes?: PlanChange[] }) => {
      const body = { ...input, lock: proposal.lock, note: note.trim() || null }
      await call('answerProposal', { params: { id: proposal.id }, body })
      dropWords(noteKey(proposal))
    },
  )
  const words = KINDS[proposal.kind]
  // A reason that belongs to one change stands beside that change only.
  const ofChanges = new Set(
    proposal.changes.flatMap((change) => change.because.map((each) => JSON.stringify(each))),
  )
  const general = proposal.because.filter((each) => !ofChanges.has(JSON.stringify(each)))
  return (
    <Card tone="accent">
      <h3>{i18n._(words.title)}</h3>
      <p className={styles['quiet']}>{i18n._(words.what)}</p>
      {general.length > 0 && (
        <ul>
          {general.map((because) => (
            <li key={JSON.stringify(because)}>{explain(because)}</li>
          ))}
        </ul>
      )}
      {proposal.changes.length > 0 && (
        <ul className={styles['changes']}>
          {proposal.changes.map((change) => (
            <li key={`${change.planItemId}-${change.variable}`}>
              <strong>{titleOf(record, change.planItemId)}</strong>: {i18n._(VARIABLES[change.variable])}{' '}
              {valueOf(record, change, change.from)} → <strong>{valueOf(record, change, change.to)}</strong>{' '}
              <span>
                <span aria-hidden="true">{DIRECTIONS[change.direction].sign} </span>
                {i18n._(DIRECTIONS[change.direction].label)}
              </span>
              {change.because.map((because) => (
                <span key={JSON.stringify(because)} className={styles['quiet']}>
                  {' '}
                  {explain(because)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
      <Field
        label={t`Note to the patient (may stay empty)`}
        value={note}
        onChange={setNote}
        maxLength={1000}
        lines={2}
      />
      {editing ? (
        <ProposalEdit
          proposal={proposal}
          record={record}
          busy={answer.isPending}
          onSave={(changes) => answer.mutate({ action: 'edit', changes })}
          onCancel={() => setEditing(false)}
        />
      ) : null}
      {answer.error ? <ErrorNote error={answer.error} /> : null}
      {!editing && (
        <div className={styles['acts']}>
          <Button disabled={answer.isPending} onClick={() => answer.mutate({ action: 'accept' })}>
            <Trans>Accept</Trans>
          </Button>
          <Button look="plain" disabled={answer.isPending} onClick={() => setEditing(true)}>
            <Trans>Edit…</Trans>
          </Button>
          <Button
            look="plain"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ action: 'reject' })}
          >
            <Trans>Reject</Trans>
          </Button>
        </div>
      )}
    </Card>
  )
}
