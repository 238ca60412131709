import { dayAfter, type ScheduleSetup } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { instantAt, minuteOf } from './day-grid.ts'
import { dayTitle } from './day-title.ts'
import { Refused } from './refused.tsx'
import styles from './schedule.module.css'
import { useKeysWithin } from './use-keys.ts'

type Props = {
  day: string
  placeId: string
  /** Who sees people on this day, or somebody. */
  first: string
  setup: ScheduleSetup
  onPlanned: (name: string) => void
  onClose: () => void
}

const MOST_WEEKS = 26

/** Planning a class: once, or at the same time of the clock on the same weekday for some weeks; all of them or none. */
export function ClassForm({ day, placeId, first: firstStaff, setup, onPlanned, onClose }: Props) {
  const { t, i18n } = useLingui()
  const panel = useRef<HTMLElement>(null)
  const first = useRef<HTMLSelectElement>(null)
  const [id, setId] = useState(newId)
  const types = setup.types.filter(({ open, kind }) => open && kind === 'class')
  const [typeId, setType] = useState(types[0]?.id ?? '')
  const [staffId, setStaff] = useState(firstStaff)
  const [roomId, setRoom] = useState('')
  const [time, setTime] = useState('17:00')
  const [weeks, setWeeks] = useState(1)
  const { busy, failed, run } = useDoing()
  useKeysWithin(panel, ({ key }) => {
    if (key === 'Escape') onClose()
  })
  useEffect(() => first.current?.focus(), [])
  const place = setup.places.find((one) => one.id === placeId)
  const zone = place?.zone ?? 'UTC'
  const type = types.find((one) => one.id === typeId)
  /** What is sent after a change is another wish: it goes under an id of its own. */
  const changed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value)
      setId(newId())
    }
  }
  const send = () =>
    run(async () => {
      const starts = Array.from({ length: weeks }, (_, n) =>
        instantAt(dayAfter(day, 7 * n), minuteOf(time), zone),
      )
      const body = { typeId, staffId, placeId, roomId: roomId || null, starts }
      await call('setClasses', { params: { id }, body })
      onPlanned(type?.name ?? '')
    })
  return (
    <section ref={panel} className={styles['panel']} aria-label={t`Plan a class`}>
      <h2>
        <Trans>Plan a class</Trans>
      </h2>
      <p>
        {dayTitle(day, i18n.locale)} · {place?.name} · {zone}
      </p>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <label>
          <Trans>Which class</Trans>
          <select
            ref={first}
            required
            value={typeId}
            onChange={(event) => changed(setType)(event.target.value)}
          >
            {types.map(({ id: key, name, minutes, seats }) => (
              <option key={key} value={key}>
                {t`${name} (${minutes} min, ${seats} seats)`}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>Start ({zone})</Trans>
          <input
            type="time"
            step={300}
            required
            value={time}
            onChange={(event) => changed(setTime)(event.target.value)}
          />
        </label>
        <label>
          <Trans>Therapist</Trans>
          <select value={staffId} onChange={(event) => changed(setStaff)(event.target.value)}>
            {setup.staff.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>Room</Trans>
          <select value={roomId} onChange={(event) => changed(setRoom)(event.target.value)}>
            <option value="">{t`any that suits`}</option>
            {setup.rooms
              .filter((room) => room.open && room.placeId === placeId && room.kinds.includes('class'))
              .map((room) => (
                <option key={room.id} value={room.id}>
                  {room.name}
                </option>
              ))}
          </select>
        </label>
        <label>
          <Trans>For how many weeks</Trans>
          <input
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={MOST_WEEKS}
            value={Number.isNaN(weeks) ? '' : weeks}
            onChange={(event) => changed(setWeeks)(event.target.valueAsNumber)}
          />
        </label>
        {failed ? <Refused error={failed} /> : null}
        {failed !== null && weeks > 1 && (
          <p>
            <Trans>All weeks or none: one of them cannot be had.</Trans>
          </p>
        )}
        <div className={styles['tools']}>
          <Button type="submit" disabled={busy}>
            <Plural value={Number.isNaN(weeks) ? 1 : weeks} one="Plan it once" other="Plan it # times" />
          </Button>
          <Button look="quiet" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
      </form>
    </section>
  )
}
