import type { DeskRange } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { clockOf, columnsOf } from './day-grid.ts'
import { dayTitle } from './day-title.ts'
import type { ScheduleAddress } from './schedule-address.ts'
import styles from './schedule.module.css'
import { STATES } from './state-words.ts'

const ALL = msg`Everybody`

type Props = { range: DeskRange; days: readonly string[]; address: ScheduleAddress }

/** Seven days: of one therapist visit by visit, of all as counts. */
export function WeekView({ range, days, address }: Props) {
  const { i18n } = useLingui()
  const [who, setWho] = useState('')
  const perDay = days.map((day) => ({ day, columns: columnsOf(range, day) }))
  const title = (day: string) => (
    <Link to="/schedule" search={{ ...(address.place && { place: address.place }), day }}>
      {dayTitle(day, i18n.locale, 'short')}
    </Link>
  )
  return (
    <div className={styles['dayview']}>
      <label className={styles['pick']}>
        <Trans>Therapist</Trans>
        <select value={who} onChange={(event) => setWho(event.target.value)}>
          <option value="">{i18n._(ALL)}</option>
          {range.staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ul className={styles['week']}>
        {perDay.map(({ day, columns }) => (
          <li key={day}>
            <h2>{title(day)}</h2>
            {who === '' ? (
              <ul>
                {columns.map(({ staffId, name, blocks }) => (
                  <li key={staffId}>
                    <strong>{name}</strong>{' '}
                    <Plural
                      value={blocks.filter(({ what }) => what !== 'free').length}
                      one="# visit"
                      other="# visits"
                    />
                  </li>
                ))}
              </ul>
            ) : (
              <ul>
                {columns
                  .filter(({ staffId }) => staffId === who)
                  .flatMap(({ blocks }) => blocks)
                  .map((block) => (
                    <li key={block.key} className={block.what === 'free' ? styles['soft'] : undefined}>
                      {clockOf(block.from)}{' '}
                      {block.what === 'free' ? (
                        <Plural value={block.to - block.from} one="# minute free" other="# minutes free" />
                      ) : block.what === 'class' ? (
                        block.group.name
                      ) : (
                        <>
                          {block.visit.who} ·{' '}
                          <span aria-hidden="true">{STATES[block.visit.state].sign} </span>
                          {i18n._(STATES[block.visit.state].label)}
                        </>
                      )}
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
