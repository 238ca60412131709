import { type StaffMe, timeOf } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ComponentType } from 'react'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { dayTitle } from './day-title.ts'
import styles from './schedule.module.css'
import { STATES } from './state-words.ts'
import { useNowMinute } from './use-now-minute.ts'
import { useRange, useSetup } from './use-schedule.ts'
import { VisitLink } from './visit-link.tsx'

type Props = {
  me: StaffMe
  /** What one person needs, for those whose record opens; `people`: all of them who come today, asked for at once. */
  Needs: ComponentType<{ patientId: string; visitId: string; people: readonly string[] }>
}

/** Whoever comes to me today, in order, with what each needs. */
export function TodayPage({ me, Needs }: Props) {
  const { t, i18n } = useLingui()
  const setup = useSetup()
  const zone = setup.data?.places.find(({ open, zone: clocks }) => open && clocks !== null)?.zone ?? 'UTC'
  const { day } = useNowMinute(zone)
  const range = useRange({ placeId: null, from: day, days: 1 }, setup.data !== undefined)
  const error = setup.error ?? range.error
  if (error && !range.data) return <ErrorNote error={error} onRetry={() => void range.refetch()} />
  if (!range.data) return <Waiting />
  const mine = range.data.visits.filter(({ staff, state }) => staff.id === me.staffId && state !== 'held')
  const people = [
    ...new Set(mine.flatMap(({ opensRecord, patientId }) => (opensRecord && patientId ? [patientId] : []))),
  ].sort()
  return (
    <div className={styles['page']}>
      <title>{`${t`Today`} · Dorsal`}</title>
      <div className={styles['head']}>
        <h1>{dayTitle(day, i18n.locale)}</h1>
        <p className={styles['soft']}>
          <Plural value={mine.length} one="# visit" other="# visits" /> · {range.data.zone}
        </p>
      </div>
      {mine.length === 0 && (
        <p>
          <Trans>Nobody comes to you today.</Trans>
        </p>
      )}
      <ol className={`${styles['part']} ${styles['plainlist']}`}>
        {mine.map((visit) => (
          <li key={visit.id} className={styles['row']}>
            <strong>
              {timeOf(visit.wall)}
              {visit.zone !== range.data.zone && ` ${visit.zone}`}
            </strong>
            <span>
              {visit.opensRecord && visit.patientId ? (
                <a href={`/clinician/patients/${visit.patientId}`}>{visit.who}</a>
              ) : (
                visit.who
              )}{' '}
              · {visit.type.name} {visit.room && `· ${visit.room}`}
            </span>
            <span>
              <span aria-hidden="true">{STATES[visit.state].sign} </span>
              {i18n._(STATES[visit.state].label)}
            </span>
            {visit.opensRecord && visit.patientId && (
              <Needs patientId={visit.patientId} visitId={visit.id} people={people} />
            )}
            {visit.type.kind === 'video' && (
              <a href={`/clinician/visits/${visit.id}/video`}>
                <Trans>Open the video visit</Trans>
              </a>
            )}
            <VisitLink visit={visit} />
          </li>
        ))}
      </ol>
    </div>
  )
}
