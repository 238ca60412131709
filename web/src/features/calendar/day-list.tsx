import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { AgendaDay } from './agenda.ts'
import styles from './calendar.module.css'
import { ItemLine } from './item-line.tsx'

/** A day by its name: its date is told without clocks, so that no zone moves it. */
const nameOf = (day: string, locale: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })

function OneDay({ day, now }: { day: AgendaDay; now: string }) {
  const { i18n } = useLingui()
  const id = useId()
  return (
    <li className={styles['day']} data-today={day.isToday} aria-current={day.isToday ? 'date' : undefined}>
      <h3 id={id}>
        {nameOf(day.day, i18n.locale)}
        {day.isToday && (
          <span className={styles['today']}>
            <Trans>Today</Trans>
          </span>
        )}
      </h3>
      {day.items.length === 0 ? (
        <p className={styles['soft']}>
          <Trans>Nothing planned</Trans>
        </p>
      ) : (
        <ul className={styles['items']} aria-labelledby={id}>
          {day.items.map((item) => (
            <ItemLine key={item.kind === 'visit' ? item.visit.id : item.kind} item={item} now={now} />
          ))}
        </ul>
      )}
    </li>
  )
}

export function DayList({ days, now, label }: { days: readonly AgendaDay[]; now: string; label: string }) {
  return (
    <ol className={styles['days']} aria-label={label}>
      {days.map((day) => (
        <OneDay key={day.day} day={day} now={now} />
      ))}
    </ol>
  )
}
