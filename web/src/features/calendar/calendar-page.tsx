import { dayAfter, dayIn, type Me, mondayOf } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { ownCalendarQuery, ownZone } from '../../lib/own-calendar.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { CalendarFeeds } from '../../ui/calendar-feeds.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { type AgendaGiven, daysAhead, daysOfWeek, weekOf } from './agenda.ts'
import styles from './calendar.module.css'
import { DayList } from './day-list.tsx'
import { GoalCard } from './goal-card.tsx'
import { PutOff } from './put-off.tsx'

const WEEK = 7

function Week({ given }: { given: AgendaGiven }) {
  const { t, i18n } = useLingui()
  const thisMonday = mondayOf(dayIn(given.now, given.zone))
  const [monday, setMonday] = useState(thisMonday)
  const since = new Date(`${monday}T12:00:00Z`).toLocaleDateString(i18n.locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
  })
  return (
    <>
      <nav className={styles['turn']} aria-label={t`Weeks`}>
        <Button look="plain" onClick={() => setMonday(dayAfter(monday, -WEEK))}>
          <Trans>Earlier</Trans>
        </Button>
        <Button look="plain" disabled={monday === thisMonday} onClick={() => setMonday(thisMonday)}>
          <Trans>This week</Trans>
        </Button>
        <Button look="plain" onClick={() => setMonday(dayAfter(monday, WEEK))}>
          <Trans>Later</Trans>
        </Button>
      </nav>
      <h2 aria-live="polite">
        <Trans>Week from {since}</Trans>
      </h2>
      <DayList days={daysOfWeek(given, monday)} now={given.now} label={t`Days of the week`} />
    </>
  )
}

/** Everything in one place: visits, sessions at home, short breaks, questions. */
export function CalendarPage({ me, now }: { me: Me; now: string }) {
  const { t } = useLingui()
  const own = useQuery(ownCalendarQuery)
  const [view, setView] = useState<'week' | 'ahead'>('week')
  const zone = ownZone()
  const given = { me, own: own.data ?? null, zone, now }
  const week = weekOf(given, mondayOf(dayIn(now, zone)))
  const today = daysAhead(given)[0]
  const session = today?.items.find((item) => item.kind === 'session')
  const asks = session?.kind === 'session' && (session.state === 'planned' || session.state === 'put-off')
  return (
    <Page title={t`My calendar`} wide>
      <div className={styles['top']}>
        {week && me.prescription !== null && <GoalCard week={week} />}
        {asks && own.data && <PutOff own={own.data} now={now} />}
      </div>
      {own.error && (
        <Notice tone="warn">
          <p>
            <Trans>Your visits could not be loaded. What you plan at home is shown.</Trans>
          </p>
          <Button look="plain" onClick={() => void own.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        </Notice>
      )}
      <fieldset className={styles['views']}>
        <legend className="visually-hidden">
          <Trans>How it is shown</Trans>
        </legend>
        <Button
          look={view === 'week' ? 'main' : 'plain'}
          aria-pressed={view === 'week'}
          onClick={() => setView('week')}
        >
          <Trans>By week</Trans>
        </Button>
        <Button
          look={view === 'ahead' ? 'main' : 'plain'}
          aria-pressed={view === 'ahead'}
          onClick={() => setView('ahead')}
        >
          <Trans>What is next</Trans>
        </Button>
      </fieldset>
      {view === 'week' ? (
        <Week given={given} />
      ) : (
        <DayList days={daysAhead(given)} now={now} label={t`Days ahead`} />
      )}
      <Actions>
        <Link to="/book" className={buttonClass('plain', true)}>
          <Trans>Book a visit</Trans>
        </Link>
        <Link to="/today" className={buttonClass('quiet')}>
          <Trans>Back to today</Trans>
        </Link>
      </Actions>
      <Card label={t`In my own calendar`}>
        <h2>
          <Trans>In my own calendar</Trans>
        </h2>
        <p>
          <Trans>
            Your calendar program can read along: when and where, with neutral names. Nothing about your
            health and not your name.
          </Trans>
        </p>
        <CalendarFeeds
          feeds={own.data?.feeds ?? []}
          withSessions
          make={(body) => call('makeFeed', { params: { id: body.id }, body })}
          drop={(id) => call('dropFeed', { params: { id } })}
          onChanged={() => void own.refetch()}
        />
      </Card>
    </Page>
  )
}
