import type { Authorisation, AuthorisationState } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Refused } from './refused.tsx'
import styles from './schedule.module.css'

/** How the visits that a payer approved stand, and what of it needs a look. */
export function Approved({ state }: { state: AuthorisationState }) {
  const { left, visits, used, booked, until, warnings, afterEnd } = state
  return (
    <Notice tone={warnings.length > 0 ? 'warn' : 'calm'}>
      <p>
        <strong>
          <Plural value={Math.max(0, left)} one="# approved visit left" other="# approved visits left" />
        </strong>{' '}
        <Trans>
          of {visits} until {until}: {used} used, {booked} booked.
        </Trans>
      </p>
      {warnings.includes('too-many') && (
        <p>
          <Trans>More visits are booked than were approved.</Trans>
        </p>
      )}
      {warnings.includes('ended') && (
        <p>
          <Trans>The approval has ended.</Trans>
        </p>
      )}
      {warnings.includes('ends-soon') && (
        <p>
          <Trans>The approval ends within two weeks.</Trans>
        </p>
      )}
      {afterEnd > 0 && (
        <p>
          <Trans>Visits are booked after its last day.</Trans>
        </p>
      )}
    </Notice>
  )
}

const today = (): string => new Date().toISOString().slice(0, 10)
const NEW: Authorisation = { visits: 12, from: today(), until: '' }

type FormProps = {
  before: Authorisation | null
  busy: boolean
  onSave: (authorisation: Authorisation | null) => void
  onClose: () => void
}

function ApprovedForm({ before, busy, onSave, onClose }: FormProps) {
  const { t } = useLingui()
  const [wish, setWish] = useState(before ?? NEW)
  const [takes, setTakes] = useState(false)
  return (
    <form
      className={styles['form']}
      aria-label={t`Approved visits`}
      onSubmit={(event) => {
        event.preventDefault()
        onSave({ visits: wish.visits, from: wish.from, until: wish.until })
      }}
    >
      <label>
        <Trans>How many visits</Trans>
        <input
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={200}
          value={Number.isNaN(wish.visits) ? '' : wish.visits}
          onChange={(event) => setWish({ ...wish, visits: event.target.valueAsNumber })}
        />
      </label>
      <label>
        <Trans>From</Trans>
        <input
          type="date"
          required
          value={wish.from}
          onChange={(event) => setWish({ ...wish, from: event.target.value })}
        />
      </label>
      <label>
        <Trans>Until, the last day included</Trans>
        <input
          type="date"
          required
          min={wish.from}
          value={wish.until}
          onChange={(event) => setWish({ ...wish, until: event.target.value })}
        />
      </label>
      <div className={styles['tools']}>
        <Button type="submit" disabled={busy}>
          <Trans>Keep it</Trans>
        </Button>
        {before !== null &&
          (takes ? (
            <Button look="danger" disabled={busy} onClick={() => onSave(null)}>
              <Trans>Yes, take it away</Trans>
            </Button>
          ) : (
            <Button look="quiet" onClick={() => setTakes(true)}>
              <Trans>Take it away</Trans>
            </Button>
          ))}
        <Button look="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </form>
  )
}

/** What a payer approved for somebody; whoever may enters it, changes it and takes it away here. */
export function ApprovedVisits({ patientId, mayChange }: { patientId: string; mayChange: boolean }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { busy, failed, run } = useDoing()
  const { data } = useQuery({
    queryKey: ['schedule', 'approved', patientId],
    queryFn: ({ signal }) => call('authorisation', { params: { id: patientId }, signal }),
  })
  if (data === undefined) return null
  const { authorisation } = data
  const save = (wish: Authorisation | null) =>
    run(async () => {
      await call('setAuthorisation', { params: { id: patientId }, body: { authorisation: wish } })
      setOpen(false)
      await client.invalidateQueries({ queryKey: ['schedule'] })
    })
  return (
    <>
      {authorisation !== null && <Approved state={authorisation} />}
      {mayChange && !open && (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {authorisation === null ? (
            <Trans>Enter approved visits</Trans>
          ) : (
            <Trans>Change what was approved</Trans>
          )}
        </Button>
      )}
      {open && (
        <ApprovedForm
          before={authorisation}
          busy={busy}
          onSave={(wish) => void save(wish)}
          onClose={() => setOpen(false)}
        />
      )}
      {failed ? <Refused error={failed} /> : null}
    </>
  )
}
