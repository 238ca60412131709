import { type Hours, VISIT_KINDS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { HoursSpan } from './hours-span.tsx'
import styles from './schedule.module.css'
import type { PartProps } from './setup-page.tsx'

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const WORKDAYS = [1, 2, 3, 4, 5]
/** 2024 began on a Monday. */
const weekdayName = (weekday: number, locale: string): string =>
  new Date(Date.UTC(2024, 0, weekday)).toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' })

/** When somebody sees people at a place, week by week. */
export function HoursPart(props: PartProps) {
  const { setup, onDirty } = props
  const [staffId, setStaff] = useState(setup.staff[0]?.id ?? '')
  const [placeId, setPlace] = useState(setup.places.find(({ zone }) => zone !== null)?.id ?? '')
  const [dirty, setDirty] = useState(false)
  useEffect(() => onDirty('hours', dirty), [onDirty, dirty])
  return (
    <section className={styles['part']} aria-labelledby="setup-hours">
      <h2 id="setup-hours">
        <Trans>Working hours</Trans>
      </h2>
      <div className={`${styles['form']} ${styles['row']}`}>
        <label>
          <Trans>Therapist</Trans>
          <select disabled={dirty} value={staffId} onChange={(event) => setStaff(event.target.value)}>
            {setup.staff.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>Place</Trans>
          <select disabled={dirty} value={placeId} onChange={(event) => setPlace(event.target.value)}>
            {setup.places
              .filter(({ zone }) => zone !== null)
              .map(({ id, name, zone }) => (
                <option key={id} value={id}>
                  {name} ({zone})
                </option>
              ))}
          </select>
        </label>
      </div>
      {staffId && placeId && (
        <WeekForm
          key={`${staffId}-${placeId}`}
          {...props}
          staffId={staffId}
          placeId={placeId}
          onDirty={(_form, is) => setDirty(is)}
        />
      )}
    </section>
  )
}

function WeekForm({
  setup,
  onKept,
  onDirty,
  staffId,
  placeId,
}: PartProps & Pick<Hours, 'staffId' | 'placeId'>) {
  const { t, i18n } = useLingui()
  const known = setup.hours.filter((one) => one.staffId === staffId && one.placeId === placeId)
  const [draft, setDraft] = useState<readonly Hours[] | null>(null)
  const { busy, failed, run } = useDoing()
  const hours = draft ?? known
  const change = (next: readonly Hours[]) => {
    setDraft(next)
    onDirty('hours', true)
  }
  const add = (weekday: number) => {
    const span = { staffId, placeId, weekday, from: '09:00', to: '17:00', fromDay: null, untilDay: null }
    change([...hours, { id: newId(), ...span, kinds: [...VISIT_KINDS] }])
  }
  const copy = (weekday: number) => {
    const spans = hours.filter((one) => one.weekday === weekday)
    const others = hours.filter((one) => one.weekday === weekday || !WORKDAYS.includes(one.weekday))
    const copies = WORKDAYS.filter((day) => day !== weekday).flatMap((day) =>
      spans.map((span) => ({ ...span, id: newId(), weekday: day })),
    )
    change([...others, ...copies])
  }
  const keep = () =>
    run(async () => {
      for (const { id, ...body } of hours) {
        const before = known.find((one) => one.id === id)
        if (JSON.stringify(before) !== JSON.stringify({ id, ...body }))
          await call('setHours', { params: { id }, body })
      }
      for (const { id } of known)
        if (!hours.some((one) => one.id === id)) await call('dropHours', { params: { id } })
      await onKept()
      setDraft(null)
      onDirty('hours', false)
    })
  return (
    <form
      className={styles['part']}
      aria-label={t`Working hours`}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      {WEEK.map((weekday) => {
        const name = weekdayName(weekday, i18n.locale)
        const spans = hours.filter((one) => one.weekday === weekday)
        return (
          <fieldset key={weekday} className={styles['row']}>
            <legend>{name}</legend>
            {spans.length === 0 && (
              <p className={styles['soft']}>
                <Trans>Nobody is seen</Trans>
              </p>
            )}
            {spans.map((span) => (
              <HoursSpan
                key={span.id}
                span={span}
                onChange={(next) => change(hours.map((one) => (one.id === next.id ? next : one)))}
                onDrop={() => change(hours.filter(({ id }) => id !== span.id))}
              />
            ))}
            <Button look="plain" onClick={() => add(weekday)}>
              <Trans>Add hours</Trans>
              <span className="visually-hidden"> {name}</span>
            </Button>
            {spans.length > 0 && (
              <Button look="quiet" onClick={() => copy(weekday)}>
                <Trans>Copy to Monday until Friday</Trans>
                <span className="visually-hidden"> {name}</span>
              </Button>
            )}
          </fieldset>
        )
      })}
      {failed ? <ErrorNote error={failed} /> : null}
      <div className={styles['tools']}>
        <Button type="submit" disabled={busy || draft === null}>
          <Trans>Keep these hours</Trans>
        </Button>
        {draft && (
          <Button
            look="quiet"
            onClick={() => {
              setDraft(null)
              onDirty('hours', false)
            }}
          >
            <Trans>Leave them as they were</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}
