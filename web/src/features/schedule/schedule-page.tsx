import {
  type DeskRange,
  type DeskVisit,
  dayAfter,
  dayOf,
  timeOf,
  type ScheduleSetup,
  type StaffMe,
  VISIT_STEPS,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { type BookAt, BookForm } from './book-form.tsx'
import { ClassForm } from './class-form.tsx'
import { ClassPanel } from './class-panel.tsx'
import { type Block, type Column, columnsOf, instantAt, minuteOf, weekOf } from './day-grid.ts'
import { DayPrint } from './day-print.tsx'
import { dayTitle } from './day-title.ts'
import { DayView, type Key } from './day-view.tsx'
import { DoneBar, type Outcome, ReasonAsk } from './done-bar.tsx'
import type { ScheduleAddress } from './schedule-address.ts'
import styles from './schedule.module.css'
import { useNowMinute } from './use-now-minute.ts'
import { isOutsideRules, type MoveTo, useChanges, useRange, useSetup } from './use-schedule.ts'
import { VisitPanel } from './visit-panel.tsx'
import { WaitList } from './wait-list.tsx'
import { WeekView } from './week-view.tsx'

const KEY_STATE = { a: 'arrived', d: 'done', n: 'no-show' } as const
type Open =
  | { what: 'plan-class'; day: string; placeId: string }
  | { what: 'visit' | 'class'; id: string }
  | { what: 'book'; at: BookAt }
  | null

/** The calendar of the desk: who works when, who comes, and everything that is done about it by the telephone. */
export function SchedulePage({ me }: { me: StaffMe }) {
  const { t } = useLingui()
  const setup = useSetup()
  if (setup.isPending) return <Waiting />
  if (!setup.data) return <ErrorNote error={setup.error} onRetry={() => void setup.refetch()} />
  return (
    <>
      <title>{`${t`Calendar`} · Dorsal`}</title>
      <Calendar me={me} setup={setup.data} />
    </>
  )
}

/** A full day is put in order once, not with each minute that passes. */
const useColumns = (range: DeskRange | undefined, day: string): Column[] =>
  useMemo(() => (range ? columnsOf(range, day) : []), [range, day])

function Calendar({ me, setup }: { me: StaffMe; setup: ScheduleSetup }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const address: ScheduleAddress = useSearch({ strict: false })
  const places = setup.places.filter(({ open, zone }) => open && zone !== null)
  const place =
    address.place === 'all' ? undefined : (places.find(({ id }) => id === address.place) ?? places[0])
  const placeZone = place?.zone ?? places[0]?.zone ?? 'UTC'
  const now = useNowMinute(placeZone)
  const today = now.day
  const day = address.day ?? today
  const isWeek = address.view === 'week'
  const days = isWeek ? weekOf(day) : [day]
  const wish = { placeId: place?.id ?? null, from: days[0] ?? day, days: days.length }
  const range = useRange(wish)
  const changes = useChanges(wish)
  const [open, setOpen] = useState<Open>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [phones, setPhones] = useState(false)
  const { data } = range
  const columns = useColumns(data, day)
  /** Who works on this day is not known yet: a form would begin with somebody who does not. */
  const isLoading = !data || range.isPlaceholderData
  const go = (change: ScheduleAddress) => {
    setOpen(null)
    void navigate({ to: '/schedule', search: { ...address, ...change } })
  }
  const onOpen = (block: Block) =>
    setOpen(
      block.what === 'free'
        ? {
            what: 'book',
            at: { day, minute: block.from, staffId: block.staffId, placeId: block.placeId, classId: null },
          }
        : { what: block.what, id: block.key },
    )
  useEffect(() => {
    if (outcome?.what !== 'moved') return
    const timer = setTimeout(() => setOutcome(null), 60_000)
    return () => clearTimeout(timer)
  }, [outcome])
  const undo = async (before: DeskVisit, after: DeskVisit) => {
    const back: MoveTo = { starts: before.starts, staffId: before.staff.id, roomId: before.roomId }
    try {
      await changes.move(after, back, before.override)
    } catch (error) {
      if (!isOutsideRules(error)) throw error
      await changes.move(after, back, t`A move was taken back`)
    }
    setOutcome({ what: 'back', visit: before })
  }
  const attempt = async (visit: DeskVisit, to: MoveTo, override: string | null = null) => {
    try {
      const moved = await changes.move(visit, to, override)
      setOutcome({ what: 'moved', visit: moved, undo: () => undo(visit, moved) })
      return true
    } catch (error) {
      if (isOutsideRules(error)) setOutcome({ what: 'outside', visit, to })
      else setOutcome({ what: 'failed', error })
      return false
    }
  }
  const onKey = (visit: DeskVisit, key: Key) => {
    if (!VISIT_STEPS[visit.state].includes(KEY_STATE[key])) return
    changes
      .step(visit, KEY_STATE[key])
      .then((after) =>
        setOutcome({
          what: 'moved',
          visit: after,
          undo: async () => {
            if (visit.state !== 'held') await changes.step(after, visit.state)
            setOutcome(null)
          },
        }),
      )
      .catch((error: unknown) => setOutcome({ what: 'failed', error }))
  }
  if (places.length === 0)
    return (
      <>
        <h1>
          <Trans>Calendar</Trans>
        </h1>
        <p>
          <Trans>No place can be booked yet: a place needs a time zone first.</Trans>
        </p>
        {me.role === 'clinic-admin' && (
          <a href="/clinician/places">
            <Trans>Places</Trans>
          </a>
        )}
      </>
    )
  const zone = data?.zone ?? placeZone
  const visit = open?.what === 'visit' ? data?.visits.find(({ id }) => id === open.id) : undefined
  const group = open?.what === 'class' ? data?.classes.find(({ id }) => id === open.id) : undefined
  const where = place?.name ?? t`All places`
  const title = isWeek
    ? `${dayTitle(days[0] ?? day, i18n.locale, 'short')} – ${dayTitle(days[6] ?? day, i18n.locale, 'short')}`
    : dayTitle(day, i18n.locale)
  return (
    <div className={styles['page']}>
      <div className={styles['screen']}>
        <div className={styles['head']}>
          <h1>{title}</h1>
          <p className={styles['soft']}>
            <Trans>
              Times are by the clocks of {where}: {zone}
            </Trans>
          </p>
        </div>
        <div className={styles['bar']}>
          <Button look="plain" onClick={() => go({ day: dayAfter(day, isWeek ? -7 : -1) })}>
            <span aria-hidden="true">‹ </span>
            <Trans>Earlier</Trans>
          </Button>
          <Button look="plain" disabled={day === today} onClick={() => go({ day: today })}>
            <Trans>Today</Trans>
          </Button>
          <Button look="plain" onClick={() => go({ day: dayAfter(day, isWeek ? 7 : 1) })}>
            <Trans>Later</Trans>
            <span aria-hidden="true"> ›</span>
          </Button>
          <input
            aria-label={t`Day`}
            type="date"
            value={day}
            onChange={(event) => event.target.value && go({ day: event.target.value })}
          />
          <select
            aria-label={t`Place`}
            value={place?.id ?? 'all'}
            onChange={(event) => go({ place: event.target.value })}
          >
            {places.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            {places.length > 1 && <option value="all">{t`All places`}</option>}
          </select>
          <Link
            to="/schedule"
            className={buttonClass('plain')}
            search={{ day, ...(address.place && { place: address.place }), ...(!isWeek && { view: 'week' }) }}
          >
            {isWeek ? <Trans>One day</Trans> : <Trans>Whole week</Trans>}
          </Link>
          {!isWeek && place && (
            <Button
              look="plain"
              disabled={isLoading}
              onClick={() =>
                setOpen({
                  what: 'book',
                  at: {
                    day,
                    minute: 9 * 60,
                    staffId: columns[0]?.staffId ?? setup.staff[0]?.id ?? '',
                    placeId: place.id,
                    classId: null,
                  },
                })
              }
            >
              <Trans>Book a visit</Trans>
            </Button>
          )}
          {!isWeek && place && setup.types.some(({ open: isOpen, kind }) => isOpen && kind === 'class') && (
            <Button
              look="plain"
              disabled={isLoading}
              onClick={() => setOpen({ what: 'plan-class', day, placeId: place.id })}
            >
              <Trans>Plan a class</Trans>
            </Button>
          )}
          {!isWeek && (
            <>
              <Button look="quiet" onClick={() => window.print()}>
                <Trans>Print the day</Trans>
              </Button>
              <label className={styles['check']}>
                <input
                  type="checkbox"
                  checked={phones}
                  onChange={(event) => setPhones(event.target.checked)}
                />
                <Trans>with phone numbers</Trans>
              </label>
            </>
          )}
          {me.role === 'clinic-admin' && (
            <Link to="/schedule/setup" className={buttonClass('quiet')}>
              <Trans>Set up</Trans>
            </Link>
          )}
        </div>
        {outcome?.what === 'outside' ? (
          <ReasonAsk
            onGiven={(why) => void attempt(outcome.visit, outcome.to, why)}
            onClose={() => setOutcome(null)}
          />
        ) : (
          <DoneBar outcome={outcome} zone={zone} onClose={() => setOutcome(null)} onFailed={setOutcome} />
        )}
        {range.error && !data ? <ErrorNote error={range.error} onRetry={() => void range.refetch()} /> : null}
        {!data && !range.error && <Waiting />}
        <div className={styles['body']}>
          {data &&
            (isWeek ? (
              <WeekView range={data} days={days} address={address} />
            ) : (
              <DayView
                columns={columns}
                zone={zone}
                step={Number(setup.rule.stepMinutes)}
                now={now.day === day ? now.minute : null}
                onOpen={onOpen}
                onKey={onKey}
                onMove={(moved, staffId, minute) => {
                  const starts = instantAt(day, minute, zone)
                  if (starts !== moved.starts || staffId !== moved.staff.id)
                    void attempt(moved, { starts, staffId })
                }}
              />
            ))}
          <aside className={styles['aside']} aria-label={t`Beside the calendar`}>
            {visit && data && (
              <VisitPanel
                key={visit.id}
                visit={visit}
                staff={setup.staff}
                rooms={data.rooms}
                mayApprove={me.role === 'clinic-admin' || me.role === 'front-desk'}
                onClose={() => setOpen(null)}
                onState={async (state) => void (await changes.step(visit, state))}
                onMove={async (wall, staffId, roomId) => {
                  const starts = instantAt(dayOf(wall), minuteOf(timeOf(wall)), visit.zone)
                  if (await attempt(visit, { starts, staffId, roomId })) setOpen(null)
                }}
              />
            )}
            {group && data && (
              <ClassPanel
                group={group}
                people={data.visits.filter(({ classId }) => classId === group.id)}
                onOpen={(id) => setOpen({ what: 'visit', id })}
                onClose={() => setOpen(null)}
                onCancel={async () => {
                  await call('cancelClass', { params: { id: group.id } })
                  setOpen(null)
                  await changes.again()
                }}
                onBook={() =>
                  setOpen({
                    what: 'book',
                    at: {
                      day,
                      minute: minuteOf(timeOf(group.wall)),
                      staffId: group.staffId,
                      placeId: group.placeId,
                      classId: group.id,
                    },
                  })
                }
              />
            )}
            {open?.what === 'plan-class' && (
              <ClassForm
                day={open.day}
                placeId={open.placeId}
                first={columns[0]?.staffId ?? setup.staff[0]?.id ?? ''}
                setup={setup}
                onClose={() => setOpen(null)}
                onPlanned={(name) => {
                  setOpen(null)
                  setOutcome({ what: 'planned', name })
                  void changes.again()
                }}
              />
            )}
            {open?.what === 'book' && (
              <BookForm
                key={`${open.at.staffId}-${open.at.day}-${open.at.minute}-${open.at.classId}-${open.at.wait?.id}`}
                at={open.at}
                setup={setup}
                onClose={() => setOpen(null)}
                onBooked={(who) => {
                  setOpen(null)
                  setOutcome({ what: 'booked', who })
                  void changes.again()
                }}
              />
            )}
            <WaitList onBook={(at) => setOpen({ what: 'book', at })} />
          </aside>
        </div>
      </div>
      {!isWeek && <DayPrint columns={columns} title={`${title} · ${where} · ${zone}`} phones={phones} />}
    </div>
  )
}
