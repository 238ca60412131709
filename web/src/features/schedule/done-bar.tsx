import { type DeskVisit, timeOf, wallOf } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Refused } from './refused.tsx'
import styles from './schedule.module.css'
import { STATES } from './state-words.ts'
import type { MoveTo } from './use-schedule.ts'

export type Outcome =
  | { what: 'moved'; visit: DeskVisit; undo: () => Promise<void> }
  | { what: 'back'; visit: DeskVisit }
  | { what: 'booked'; who: string }
  | { what: 'planned'; name: string }
  | { what: 'outside'; visit: DeskVisit; to: MoveTo }
  | { what: 'failed'; error: unknown }

type Props = {
  outcome: Outcome | null
  zone: string
  onClose: () => void
  onFailed: (outcome: Outcome) => void
}

/** What was just done, and the way to take it back. */
export function DoneBar({ outcome, zone, onClose, onFailed }: Props) {
  const { i18n } = useLingui()
  const time = (visit: DeskVisit) => timeOf(wallOf(Date.parse(visit.starts), zone))
  return (
    <div className={outcome ? styles['done'] : undefined}>
      <output>
        {outcome?.what === 'booked' && <Trans>Booked for {outcome.who}</Trans>}
        {outcome?.what === 'planned' && <Trans>Planned: {outcome.name}</Trans>}
        {outcome?.what === 'back' && <Trans>Taken back: {time(outcome.visit)}</Trans>}
        {outcome?.what === 'moved' && outcome.visit.state === 'booked' && (
          <Trans>
            Moved to {time(outcome.visit)}, {outcome.visit.staff.name}
          </Trans>
        )}
        {outcome?.what === 'moved' && outcome.visit.state !== 'booked' && (
          <>
            {outcome.visit.who}: {i18n._(STATES[outcome.visit.state].label)}
          </>
        )}
      </output>
      {outcome?.what === 'failed' && <Refused error={outcome.error} />}
      {outcome?.what === 'moved' && (
        <Button
          look="plain"
          onClick={() => void outcome.undo().catch((error: unknown) => onFailed({ what: 'failed', error }))}
        >
          <Trans>Undo</Trans>
        </Button>
      )}
      {outcome && (
        <Button look="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      )}
    </div>
  )
}

/** Past a rule of the clinic only with a reason: the visit is where it was until one is given. */
export function ReasonAsk({ onGiven, onClose }: { onGiven: (why: string) => void; onClose: () => void }) {
  const [why, setWhy] = useState('')
  return (
    <form
      className={styles['done']}
      onSubmit={(event) => {
        event.preventDefault()
        onGiven(why.trim())
      }}
    >
      <p role="alert">
        <Trans>That is outside of the hours or the rules of the clinic. The visit stays where it was.</Trans>
      </p>
      <label className={styles['pick']}>
        <Trans>Why all the same</Trans>
        <input required minLength={3} maxLength={500} value={why} onChange={(e) => setWhy(e.target.value)} />
      </label>
      <Button type="submit">
        <Trans>Move all the same</Trans>
      </Button>
      <Button look="quiet" onClick={onClose}>
        <Trans>Leave it</Trans>
      </Button>
    </form>
  )
}
