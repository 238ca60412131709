import type { DeskClass, DeskVisit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import styles from './schedule.module.css'
import { STATES } from './state-words.ts'

type Props = {
  group: DeskClass
  people: readonly DeskVisit[]
  onOpen: (visitId: string) => void
  onBook: () => void
  onClose: () => void
}

/** A class and who comes to it. */
export function ClassPanel({ group, people, onOpen, onBook, onClose }: Props) {
  const { t, i18n } = useLingui()
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
        <Button look="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </section>
  )
}
