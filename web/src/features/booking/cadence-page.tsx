import type { Bookable, CadenceOffer, Conflict, OwnVisits, Slot } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Choice, Many } from '../../ui/choice.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import styles from './booking.module.css'
import { cityOf, dayWords, timeWords } from './when.ts'

type Row = { id: string; week: number; slot: Slot | null; instead: Slot[]; taken: boolean }

const rowsOf = ({ visits }: CadenceOffer): Row[] =>
  visits.map((one) => ({ ...one, id: newId(), taken: false }))

/** The days of a week in the reader's language, from Monday. */
const weekdays = (locale: string): { value: string; label: string }[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale, { weekday: 'short', timeZone: 'UTC' }),
  }))

type VisitRowProps = { row: Row; number: number; onChange: (slot: Slot) => void }

function VisitRow({ row, number, onChange }: VisitRowProps) {
  const { t, i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const { slot, instead, taken } = row
  const shown = open || slot === null || taken
  return (
    <li data-week={row.week} data-taken={taken}>
      <div className={styles['line']}>
        <span>
          {slot === null ? (
            <Trans>No free time in this week</Trans>
          ) : (
            <>
              <strong>
                {dayWords(slot, i18n.locale)}, {timeWords(slot, i18n.locale)}
              </strong>
              <br />
              <span className={styles['soft']}>{slot.staffName}</span>
            </>
          )}
        </span>
        {!shown && (
          <Button look="plain" onClick={() => setOpen(true)} aria-label={t`Another time for visit ${number}`}>
            <Trans>Another time</Trans>
          </Button>
        )}
      </div>
      {taken && (
        <Notice tone="warn">
          <p>
            <Trans>This time was just taken. Choose another; everything else stays as you chose it.</Trans>
          </p>
        </Notice>
      )}
      {shown && (
        <ul className={styles['times']}>
          {instead.map((one) => (
            <li key={`${one.starts} ${one.staffId}`}>
              <button
                type="button"
                className={styles['time']}
                onClick={() => {
                  setOpen(false)
                  onChange(one)
                }}
              >
                {dayWords(one, i18n.locale)}, {timeWords(one, i18n.locale)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** The whole cadence in one go: so many visits a week for so many weeks, all or none. */
export function CadencePage({ bookable, own }: { bookable: Bookable; own: OwnVisits }) {
  const { t, i18n } = useLingui()
  const types = bookable.types.filter(({ kind }) => kind !== 'evaluation')
  const usual =
    types.find(({ id }) => id === own.usual?.typeId) ??
    types.find(({ kind }) => kind === 'treatment') ??
    bookable.types[0]
  const [typeId, setType] = useState(usual?.id ?? '')
  const [perWeek, setPerWeek] = useState(String(own.cadence?.perWeek ?? 2))
  const [weeks, setWeeks] = useState(String(own.cadence?.weeks ?? 6))
  const [days, setDays] = useState<string[]>([])
  const [about, setAbout] = useState('')
  const [rows, setRows] = useState<Row[] | null>(null)
  const [booked, setBooked] = useState(0)
  const [state, setState] = useState<'idle' | 'sending' | { error: unknown }>('idle')
  const placeId = own.usual?.placeId ?? bookable.places[0]?.id ?? ''
  const zone = bookable.places.find(({ id }) => id === placeId)?.zone ?? 'UTC'
  const act = async (work: () => Promise<void>) => {
    setState('sending')
    try {
      await work()
      setState('idle')
    } catch (error) {
      setState({ error })
    }
  }
  const offer = () =>
    act(async () => {
      const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
      const body = {
        typeId,
        staffId: own.usual?.staffId ?? null,
        placeId,
        from,
        perWeek: Number(perWeek),
        weeks: Number(weeks),
        weekdays: days.map(Number),
        about: about === '' ? null : about,
      }
      setRows(rowsOf(await call('offerCadence', { body })))
    })
  const book = () =>
    act(async () => {
      const visits = (rows ?? []).flatMap(({ id, slot }) =>
        slot ? [{ id, staffId: slot.staffId, starts: slot.starts }] : [],
      )
      const reply = await call('bookSeries', { body: { id: newId(), typeId, placeId, visits } })
      if (reply.conflicts.length > 0) setRows((before) => marked(before ?? [], reply.conflicts))
      else setBooked(reply.booked.length)
    })
  const change = (id: string, slot: Slot) =>
    setRows((before) => (before ?? []).map((row) => (row.id === id ? { ...row, slot, taken: false } : row)))
  const city = cityOf(zone)
  const many = (rows ?? []).filter(({ slot }) => slot !== null).length
  const open = (rows ?? []).some(({ taken }) => taken)
  if (booked > 0)
    return (
      <Page title={t`Your visits are booked`}>
        <Card tone="ok">
          <output data-booked={booked}>
            <Plural value={booked} one="# visit is booked." other="# visits are booked." />
          </output>
        </Card>
        <Link to="/visits" className={buttonClass('main', true)}>
          <Trans>My visits</Trans>
        </Link>
      </Page>
    )
  return (
    <Page
      title={t`Book several weeks at once`}
      lead={<Trans>You see every time before anything is booked. Then all are booked, or none.</Trans>}
    >
      <Card>
        {types.length > 1 && (
          <Choice
            legend={t`What for?`}
            value={typeId}
            onChange={setType}
            options={types.map(({ id, name, minutes }) => ({
              value: id,
              label: t`${name}, ${minutes} minutes`,
            }))}
          />
        )}
        <div className={styles['pair']}>
          <Field
            label={t`Visits a week`}
            type="number"
            min={1}
            max={5}
            value={perWeek}
            onChange={setPerWeek}
          />
          <Field
            label={t`For how many weeks`}
            type="number"
            min={1}
            max={12}
            value={weeks}
            onChange={setWeeks}
          />
          <Field
            label={t`About what time`}
            hint={t`You may leave this empty.`}
            type="time"
            value={about}
            onChange={setAbout}
          />
        </div>
        {own.cadence && (
          <p className={styles['soft']}>
            <Trans>
              Your plan suggests {own.cadence.perWeek} a week. It is a suggestion: come as often as you can.
            </Trans>
          </p>
        )}
        <Many
          legend={t`On which days`}
          hint={t`None chosen: any day.`}
          inline
          values={days}
          onChange={setDays}
          options={weekdays(i18n.locale)}
        />
        {typeof state === 'object' && <ErrorNote error={state.error} />}
        <Button
          look={rows === null ? 'main' : 'plain'}
          disabled={state === 'sending' || typeId === ''}
          onClick={() => void offer()}
        >
          <Trans>Show me the times</Trans>
        </Button>
      </Card>
      {rows && (
        <Card label={t`Your times`}>
          <h2>
            <Trans>Your times</Trans>
          </h2>
          <p className={styles['soft']}>
            <Trans>All times are by the clock in {city}.</Trans>
          </p>
          <ol className={styles['list']}>
            {rows.map((row, n) => (
              <VisitRow key={row.id} row={row} number={n + 1} onChange={(slot) => change(row.id, slot)} />
            ))}
          </ol>
          {open && (
            <Notice tone="warn" live>
              <p>
                <Trans>
                  Nothing was booked yet: some of these times were just taken. Choose others where it says so.
                </Trans>
              </p>
            </Notice>
          )}
          <Button large disabled={state === 'sending' || many === 0 || open} onClick={() => void book()}>
            <Plural value={many} one="Book this visit" other="Book these # visits" />
          </Button>
        </Card>
      )}
    </Page>
  )
}

/** The rows with those marked that could not be had, each with what there is instead; the others stay as they were chosen. */
function marked(rows: readonly Row[], conflicts: readonly Conflict[]): Row[] {
  return rows.map((row) => {
    const conflict = conflicts.find(({ starts }) => starts === row.slot?.starts)
    return conflict === undefined ? row : { ...row, taken: true, instead: conflict.instead }
  })
}
