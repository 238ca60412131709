import { type DeskPerson, type DeskWait, fitsWish, type ScheduleSetup } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { ApprovedVisits } from './approved-visits.tsx'
import { clockOf, instantAt, minuteOf } from './day-grid.ts'
import { dayTitle } from './day-title.ts'
import { Refused } from './refused.tsx'
import styles from './schedule.module.css'
import { useKeysWithin } from './use-keys.ts'
import { isOutsideRules, useWaits } from './use-schedule.ts'

export type BookAt = {
  day: string
  minute: number
  staffId: string
  placeId: string
  classId: string | null
  /** Booked for somebody who waits. */
  wait?: DeskWait
}

type Props = { at: BookAt; setup: ScheduleSetup; onBooked: (who: string) => void; onClose: () => void }

const personOf = ({ patientId, who }: DeskWait): DeskPerson => ({ patientId, who, phone: '' })

/** Booking for somebody with a record or somebody new. Past a rule only with a reason; what was typed stays on failure. */
export function BookForm({ at, setup, onBooked, onClose }: Props) {
  const { t, i18n } = useLingui()
  const first = useRef<HTMLInputElement>(null)
  const [id] = useState(newId)
  const [wait, setWait] = useState<DeskWait | null>(at.wait ?? null)
  const [text, setText] = useState(at.wait?.who ?? '')
  const [person, setPerson] = useState<DeskPerson | null>(at.wait ? personOf(at.wait) : null)
  const [isNew, setNew] = useState(false)
  const [phone, setPhone] = useState('')
  const [email, setEmail] = useState('')
  const types = setup.types.filter((type) => type.open && (type.kind === 'class') === (at.classId !== null))
  const [typeId, setType] = useState(at.wait?.typeId ?? types[0]?.id ?? '')
  const [roomId, setRoom] = useState('')
  const [time, setTime] = useState(clockOf(at.minute))
  const [staffId, setStaff] = useState(at.staffId)
  const [reason, setReason] = useState('')
  const { busy, failed, run } = useDoing()
  const panel = useRef<HTMLElement>(null)
  useKeysWithin(panel, ({ key }) => {
    if (key === 'Escape') onClose()
  })
  const looked = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['schedule', 'people', looked],
    queryFn: ({ signal }) => call('deskPeople', { signal, body: { text: looked } }),
    enabled: !isNew && person === null && looked.length >= 2,
    gcTime: 0,
  })
  useEffect(() => first.current?.focus(), [])
  const place = setup.places.find((one) => one.id === at.placeId)
  const zone = place?.zone ?? 'UTC'
  const kind = types.find((type) => type.id === typeId)?.kind
  const waits = useWaits().data?.waits ?? []
  const wall = `${at.day}T${time}`
  const waiting =
    at.classId === null
      ? waits.filter(
          (one) =>
            one.offeredUntil === null &&
            (one.staffId ?? staffId) === staffId &&
            (one.placeId ?? at.placeId) === at.placeId &&
            fitsWish(one.wish, wall),
        )
      : []
  const outside = isOutsideRules(failed)
  const send = () =>
    run(async () => {
      const contact = { name: text.trim(), phone: phone.trim() || null, email: email.trim() || null }
      await call('deskBook', {
        params: { id },
        body: {
          patient: person ? { id: person.patientId } : { contact },
          typeId,
          staffId,
          placeId: at.placeId,
          roomId: roomId || null,
          classId: at.classId,
          starts: instantAt(at.day, minuteOf(time), zone),
          override: reason.trim() || null,
          ...(wait && wait.patientId === person?.patientId && { waitId: wait.id }),
        },
      })
      onBooked(person?.who ?? contact.name)
    })
  return (
    <section ref={panel} className={styles['panel']} aria-label={t`Book a visit`}>
      <h2>
        <Trans>Book a visit</Trans>
      </h2>
      <p>
        {dayTitle(at.day, i18n.locale)} · {place?.name} · {zone}
      </p>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <label>
          <Trans>Who</Trans>
          <input
            ref={first}
            required
            minLength={2}
            maxLength={80}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setPerson(null)
            }}
          />
        </label>
        {person === null && text === '' && waiting.length > 0 && (
          <>
            <p>
              <Trans>Who waits for such a time, in turn:</Trans>
            </p>
            <ol className={styles['people']} aria-label={t`Who waits for such a time`}>
              {waiting.map((one) => (
                <li key={one.id}>
                  <Button
                    look="plain"
                    onClick={() => {
                      setWait(one)
                      setPerson(personOf(one))
                      setText(one.who)
                      setType(one.typeId)
                    }}
                  >
                    {one.who} <span className={styles['soft']}>{one.typeName}</span>
                  </Button>
                </li>
              ))}
            </ol>
          </>
        )}
        {person !== null && <ApprovedVisits patientId={person.patientId} mayChange={false} />}
        {person === null && !isNew && found.data && (
          <ul className={styles['people']} aria-label={t`People found`}>
            {found.data.people.map((one) => (
              <li key={one.patientId}>
                <Button
                  look="plain"
                  onClick={() => {
                    setPerson(one)
                    setText(one.who)
                  }}
                >
                  {one.who} {one.phone && <span className={styles['soft']}>{one.phone}</span>}
                </Button>
              </li>
            ))}
            <li>
              <Button look="quiet" onClick={() => setNew(true)}>
                <Trans>Somebody new: {text}</Trans>
              </Button>
            </li>
          </ul>
        )}
        {isNew && person === null && (
          <>
            <label>
              <Trans>Phone</Trans>
              <input
                type="tel"
                maxLength={40}
                required={email === ''}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            </label>
            <label>
              <Trans>E-mail</Trans>
              <input
                type="email"
                maxLength={200}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            </label>
          </>
        )}
        <label>
          <Trans>Kind of visit</Trans>
          <select required value={typeId} onChange={(event) => setType(event.target.value)}>
            {types.map((type) => (
              <option key={type.id} value={type.id}>
                {type.name} ({type.minutes} min)
              </option>
            ))}
          </select>
        </label>
        {at.classId === null && (
          <>
            <label>
              <Trans>Start ({zone})</Trans>
              <input
                type="time"
                step={300}
                required
                value={time}
                onChange={(event) => setTime(event.target.value)}
              />
            </label>
            <label>
              <Trans>Therapist</Trans>
              <select value={staffId} onChange={(event) => setStaff(event.target.value)}>
                {setup.staff.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <Trans>Room</Trans>
              <select value={roomId} onChange={(event) => setRoom(event.target.value)}>
                <option value="">{t`any that suits`}</option>
                {setup.rooms
                  .filter(
                    (room) => room.open && room.placeId === at.placeId && kind && room.kinds.includes(kind),
                  )
                  .map((room) => (
                    <option key={room.id} value={room.id}>
                      {room.name}
                    </option>
                  ))}
              </select>
            </label>
          </>
        )}
        {failed ? <Refused error={failed} /> : null}
        {(outside || reason !== '') && (
          <label>
            <Trans>Why all the same</Trans>
            <input
              required
              minLength={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        <div className={styles['tools']}>
          <Button type="submit" disabled={busy || (person === null && !isNew)}>
            <Trans>Book it</Trans>
          </Button>
          <Button look="quiet" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
      </form>
    </section>
  )
}
