import {
  dayAfter,
  dayOf,
  type DeskVisit,
  timeOf,
  VISIT_STEPS,
  type VisitPage,
  wallToInstant,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Approved } from './approved-visits.tsx'
import { BeforeVisit } from './before-visit.tsx'
import { dayTitle } from './day-title.ts'
import styles from './schedule.module.css'
import { KINDS, STATES } from './state-words.ts'

/** The same time of the day a week later, by the clock of the place, whatever that does in between. */
const weekAfter = ({ wall, zone }: DeskVisit): string =>
  new Date(wallToInstant(`${dayAfter(dayOf(wall), 7)}T${timeOf(wall)}`, zone)).toISOString()

const visitKey = (id: string) => ['schedule', 'visit', id] as const

export const useVisit = (id: string) =>
  useQuery({
    queryKey: visitKey(id),
    queryFn: async ({ signal }) => (await call('visit', { params: { id }, signal })).visit,
  })

/** The visits that follow, and the next one at the same time a week later. */
function Next({ visit, all, onBooked }: { visit: DeskVisit; all: VisitPage; onBooked: () => Promise<void> }) {
  const { t, i18n } = useLingui()
  const { busy, failed, run } = useDoing()
  const [id, setId] = useState(() => newId())
  const ahead = all.visits
    .filter(({ starts, state }) => starts > visit.starts && state === 'booked')
    .toReversed()
  const last = ahead.at(-1) ?? visit
  const book = () =>
    run(async () => {
      const { patientId } = visit
      if (patientId === null) return
      await call('deskBook', {
        params: { id },
        body: {
          patient: { id: patientId },
          typeId: last.type.kind === 'evaluation' ? visit.type.id : last.type.id,
          staffId: last.staff.id,
          placeId: last.place.id,
          roomId: null,
          classId: null,
          starts: weekAfter(last),
          override: null,
        },
      })
      setId(newId())
      await onBooked()
    })
  return (
    <Card label={t`Next visits`}>
      <h2>
        <Trans>Next visits</Trans>
      </h2>
      {ahead.length === 0 && (
        <p>
          <Trans>None is booked.</Trans>
        </p>
      )}
      <ul>
        {ahead.map((one) => (
          <li key={one.id}>
            {dayTitle(one.wall.slice(0, 10), i18n.locale)}, {one.wall.slice(11)} · {one.type.name} ·{' '}
            {one.staff.name}
          </li>
        ))}
      </ul>
      {failed !== null && <ErrorNote error={failed} />}
      <Button look="plain" disabled={busy || visit.classId !== null} onClick={() => void book()}>
        <Trans>Book the same time a week later</Trans>
      </Button>
    </Card>
  )
}

/** A visit as whoever treats needs it: how far it is, what was approved, what comes next, and between them what is done in it. */
export function VisitHead({ visit, children }: { visit: DeskVisit; children?: ReactNode }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const { busy, failed, run } = useDoing()
  const { id, version, patientId } = visit
  // Where the record follows, it names the page.
  const Title = visit.opensRecord ? 'h2' : 'h1'
  const page = useQuery({
    queryKey: ['schedule', 'visits-of', patientId],
    queryFn: ({ signal }) => call('visitPage', { params: { id: patientId ?? '' }, signal }),
    enabled: patientId !== null && visit.opensRecord,
  })
  const said = page.data?.checkIns.find(({ visitId }) => visitId === id)
  const again = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['schedule'] })
  }
  return (
    <>
      <section className={styles['panel']} aria-label={t`Visit`}>
        <Title>{visit.who}</Title>
        <p>
          {visit.type.name} ({i18n._(KINDS[visit.type.kind])}) ·{' '}
          {dayTitle(visit.wall.slice(0, 10), i18n.locale)}, {visit.wall.slice(11)} · {visit.staff.name} ·{' '}
          {visit.place.name}
          {visit.room && `, ${visit.room}`} · {visit.zone}
        </p>
        <p>
          <strong data-state={visit.state}>
            <span aria-hidden="true">{STATES[visit.state].sign} </span>
            {i18n._(STATES[visit.state].label)}
          </strong>
        </p>
        {said && <BeforeVisit said={said} />}
        {page.data?.authorisation && <Approved state={page.data.authorisation} />}
        {failed !== null && <ErrorNote error={failed} />}
        <div className={styles['tools']}>
          {VISIT_STEPS[visit.state]
            .filter((state) => state !== 'cancelled')
            .map((state) => (
              <Button
                key={state}
                look="plain"
                disabled={busy}
                onClick={() =>
                  void run(async () => {
                    const { visit: now } = await call('deskState', {
                      params: { id },
                      body: { version, state },
                    })
                    client.setQueryData(visitKey(id), now)
                    await again()
                  })
                }
              >
                <span aria-hidden="true">{STATES[state].sign}</span> {i18n._(STATES[state].label)}
              </Button>
            ))}
          {visit.type.kind === 'video' && (
            <a className={buttonClass('main')} href={`/clinician/visits/${id}/video`}>
              <Trans>Open the video visit</Trans>
            </a>
          )}
        </div>
      </section>
      {children}
      {page.data && <Next visit={visit} all={page.data} onBooked={again} />}
      {!visit.opensRecord && (
        <Notice>
          <p>
            <Trans>The record of this person is not open to you. The desk sees names and times.</Trans>
          </p>
        </Notice>
      )}
    </>
  )
}
