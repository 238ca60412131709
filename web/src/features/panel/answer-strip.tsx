import type { PanelRow } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { ProposalLines } from './change-line.tsx'
import styles from './panel-page.module.css'

type Props = {
  row: PanelRow
  mode: 'accept' | 'reject'
  busy: boolean
  failed: unknown
  onAccept: () => void
  onReject: (note: string) => void
  onClose: () => void
}

/** What waits of one person, shown before it is answered. Only what the rules call low-risk is accepted here; the rest in the record. */
export function AnswerStrip({ row, mode, busy, failed, onAccept, onReject, onClose }: Props) {
  const { t } = useLingui()
  const [note, setNote] = useState('')
  const box = useRef<HTMLElement>(null)
  const [proposal, ...more] = row.waiting
  const left = more.length
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(mode === 'reject' ? 'textarea' : 'button, a')?.focus()
  }, [mode])
  if (proposal === undefined) return null
  return (
    <section ref={box} className={styles['strip']} aria-label={t`What waits of ${row.label}`}>
      <ProposalLines proposal={proposal} />
      {left > 0 && (
        <p className={styles['quiet']}>
          <Plural value={left} one="# more waits after this." other="# more wait after this." />
        </p>
      )}
      {failed ? <ErrorNote error={failed} /> : null}
      {mode === 'reject' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onReject(note.trim())
          }}
        >
          <Field
            label={t`Why not? The patient reads this.`}
            value={note}
            onChange={setNote}
            maxLength={1000}
            lines={2}
            required
          />
          <div className={styles['acts']}>
            <Button type="submit" disabled={busy || note.trim() === ''}>
              <Trans>Reject</Trans>
            </Button>
            <Button look="quiet" onClick={onClose}>
              <Trans>Back</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles['acts']}>
          {proposal.low ? (
            <Button disabled={busy} onClick={onAccept}>
              <Trans>Accept: a once more</Trans>
            </Button>
          ) : (
            <>
              <Link to="/patients/$id" params={{ id: row.patientId }} className={buttonClass()}>
                <Trans>Open the record to decide</Trans>
              </Link>
              <span className={styles['quiet']}>
                <Trans>This needs a closer look than a list can give.</Trans>
              </span>
            </>
          )}
          <Button look="quiet" onClick={onClose}>
            <Trans>Back</Trans>
          </Button>
        </div>
      )}
    </section>
  )
}
