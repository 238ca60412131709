import { type Bookable, dayOf, type Slot, type SlotWish } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { slotsQuery } from '../../lib/booking.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Many } from '../../ui/choice.tsx'
import styles from './booking.module.css'
import { cityOf, dayWords, hereWords, timeWords } from './when.ts'

/** So many are offered at once, before all the others. */
const SOONEST = 3
const AFTER_WORK = 'after-work'
const DAYS = 28
const MOST = 240

type StartListProps = {
  bookable: Bookable
  typeId: string
  placeId: string | null
  /** The therapist to begin with; null: whoever is free. */
  staffId: string | null
  busy: boolean
  onChoose: (slot: Slot) => void
}

function StartButton({ slot, busy, onChoose }: { slot: Slot } & Pick<StartListProps, 'busy' | 'onChoose'>) {
  const { i18n } = useLingui()
  const here = hereWords(slot, i18n.locale)
  return (
    <button
      type="button"
      className={styles['start']}
      disabled={busy}
      onClick={() => onChoose(slot)}
      data-start={slot.starts}
    >
      <strong>{timeWords(slot, i18n.locale)}</strong>
      <span>{dayWords(slot, i18n.locale)}</span>
      <span className={styles['soft']}>
        <Trans>with {slot.staffName}</Trans>
        {slot.seatsLeft !== null && (
          <>
            {' · '}
            <Plural value={slot.seatsLeft} one="# seat left" other="# seats left" />
          </>
        )}
        {here !== null && (
          <>
            {' · '}
            <Trans>{here} where you are</Trans>
          </>
        )}
      </span>
    </button>
  )
}

type DayTimesProps = { day: readonly Slot[]; open: boolean } & Pick<StartListProps, 'busy' | 'onChoose'>

/** The starts of one day, folded away but for the first: forty times of one day are read by nobody in pain. */
function DayTimes({ day, open, busy, onChoose }: DayTimesProps) {
  const { t, i18n } = useLingui()
  return (
    <details open={open}>
      <summary>
        {day[0] && dayWords(day[0], i18n.locale)}{' '}
        <span className={styles['soft']}>
          <Plural value={day.length} one="# time" other="# times" />
        </span>
      </summary>
      <ul className={styles['times']}>
        {day.map((slot) => {
          const [time, who] = [timeWords(slot, i18n.locale), slot.staffName]
          return (
            <li key={slot.starts}>
              <button
                type="button"
                className={styles['time']}
                disabled={busy}
                onClick={() => onChoose(slot)}
                aria-label={t`${time}, with ${who}`}
                data-start={slot.starts}
              >
                {time}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The starts of each day, the days in order. */
function byDay(slots: readonly Slot[]): [string, Slot[]][] {
  const days = new Map<string, Slot[]>()
  for (const slot of slots) {
    const day = dayOf(slot.wall)
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return [...days]
}

/** Of several at the same time one is shown: whom it is with can be chosen above. */
const oneEach = (slots: readonly Slot[]): Slot[] =>
  slots.filter((slot, n) => slots.findIndex(({ starts }) => starts === slot.starts) === n)

/** Free starts: the three soonest at once, then every day's. A tap is the choice; nothing has to be confirmed before. */
export function StartList({ bookable, typeId, placeId, staffId, busy, onChoose }: StartListProps) {
  const { t } = useLingui()
  const [with_, setWith] = useState(staffId)
  const [afterWork, setAfterWork] = useState(false)
  const [from, setFrom] = useState<string | null>(null)
  const wish: SlotWish = { typeId, placeId, staffId: with_, from, days: DAYS, afterWork, most: MOST }
  const found = useQuery(slotsQuery(wish))
  const slots = oneEach(found.data?.slots ?? [])
  const zone = slots[0]?.zone ?? bookable.places[0]?.zone ?? 'UTC'
  const last = slots.at(-1)
  const city = cityOf(zone)
  const { afterWork: hour } = bookable.rule
  return (
    <>
      <Many
        legend={t`Which times are shown`}
        legendHidden
        values={[...(afterWork ? [AFTER_WORK] : []), ...(with_ === null ? [] : [with_])]}
        onChange={(values) => {
          setAfterWork(values.includes(AFTER_WORK))
          // The one that was chosen last: nobody comes to two at once.
          setWith(
            values.findLast((one) => one !== AFTER_WORK && one !== with_) ??
              (with_ !== null && values.includes(with_) ? with_ : null),
          )
        }}
        options={[
          { value: AFTER_WORK, label: t`After work (from ${hour})` },
          ...(bookable.staff.length > 1 ? bookable.staff : []).map(({ id, name }) => ({
            value: id,
            label: t`Only with ${name}`,
          })),
        ]}
      />
      <p className={styles['soft']}>
        <Trans>All times are by the clock in {city}.</Trans>
      </p>
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && (
        <output>
          <Trans>Looking for free times…</Trans>
        </output>
      )}
      {found.data && slots.length === 0 && (
        <Notice live>
          <p>
            <Trans>There is no free time like this in the next four weeks.</Trans>
          </p>
        </Notice>
      )}
      {slots.length > 0 && (
        <Card label={t`Soonest`}>
          <h2>
            <Trans>Soonest</Trans>
          </h2>
          <ul className={styles['soonest']}>
            {slots.slice(0, SOONEST).map((slot) => (
              <li key={slot.starts}>
                <StartButton slot={slot} busy={busy} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {slots.length > SOONEST && (
        <Card label={t`More times`}>
          <h2>
            <Trans>More times</Trans>
          </h2>
          <ul className={styles['days']}>
            {byDay(slots).map(([day, of], n) => (
              <li key={day}>
                <DayTimes day={of} open={n === 0} busy={busy} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {last && (found.data?.more === true || slots.length > SOONEST) && (
        <div>
          <Button look="plain" onClick={() => setFrom(dayOf(last.wall))}>
            <Trans>Later days</Trans>
          </Button>{' '}
          {from !== null && (
            <Button look="plain" onClick={() => setFrom(null)}>
              <Trans>Back to the soonest</Trans>
            </Button>
          )}
        </div>
      )}
    </>
  )
}
