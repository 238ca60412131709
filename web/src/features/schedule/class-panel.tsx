import type { DeskClass, DeskVisit } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Refused } from './refused.tsx'
import styles from './schedule.module.css'
import { STATES } from './state-words.ts'

type Props = {
  group: DeskClass
  people: readonly DeskVisit[]
  onOpen: (visitId: string) => void
  onBook: () => void
  /** Every seat in it is cancelled with it, and their people are told. */
  onCancel: () => Promise<void>
  onClose: () => void
}

/** A class and who comes to it. */
export function ClassPanel({ group, people, onOpen, onBook, onCancel, onClose }: Props) {
  const { t, i18n } = useLingui()
  const [asks, setAsks] = useState(false)
  const { busy, failed, run } = useDoing()
  return (
    <section className={styles['panel']} aria-label={t`Group class`}>
      <h2>{group.name}</h2>
      <p>
        {group.wall.slice(11)} · {group.zone} ·{' '}
        <Trans>
          {group.taken} of {group.seats} seats
        </Trans>
      </p>
      <ul className={styles['people']}>
        {people.map((visit) => (
          <li key={visit.id}>
            <Button look="plain" onClick={() => onOpen(visit.id)}>
              {visit.who} · <span aria-hidden="true">{STATES[visit.state].sign}</span>{' '}
              {i18n._(STATES[visit.state].label)}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles['tools']}>
        {group.taken < group.seats && (
          <Button onClick={onBook}>
            <Trans>Book a seat</Trans>
          </Button>
        )}
        {!asks && (
          <Button look="quiet" onClick={() => setAsks(true)}>
            <Trans>Cancel the class</Trans>
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
      {asks && (
        <>
          <p>
            <Plural
              value={people.length}
              _0="Nobody is booked in it."
              one="# person is booked in it and is told."
              other="# people are booked in it and are told."
            />
          </p>
          <div className={styles['tools']}>
            <Button look="danger" disabled={busy} onClick={() => void run(onCancel)}>
              <Trans>Yes, cancel the class</Trans>
            </Button>
            <Button look="plain" onClick={() => setAsks(false)}>
              <Trans>Keep it</Trans>
            </Button>
          </div>
        </>
      )}
      {failed ? <Refused error={failed} /> : null}
    </section>
  )
}
