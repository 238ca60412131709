import type { OwnVisits, Visit, Wait } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ownVisitsQuery } from '../../lib/booking.ts'
import { call } from '../../lib/api.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './booking.module.css'
import { CheckInLink } from './check-in-link.tsx'
import { VisitFacts } from './visit-facts.tsx'
import { visitState } from './visit-words.ts'
import { dayWords, timeWords, untilWords } from './when.ts'

function Line({ visit }: { visit: Visit }) {
  const { i18n } = useLingui()
  return (
    <li className={styles['line']}>
      <span>
        <strong>
          {dayWords(visit, i18n.locale)}, {timeWords(visit, i18n.locale)}
        </strong>
        <br />
        <span className={styles['soft']}>
          {visit.type.name} · {visit.staff.name} · {i18n._(visitState(visit.state))}
        </span>
      </span>
      <Link to="/visits/$id" params={{ id: visit.id }} className={buttonClass('plain')}>
        <Trans>Open</Trans>
      </Link>
    </li>
  )
}

/** A place on the wait list; where a time is kept for this person, they take it or leave it to the next. */
function WaitCard({ wait, onDone }: { wait: Wait; onDone: () => Promise<void> }) {
  const { t, i18n } = useLingui()
  const [state, setState] = useState<'idle' | 'sending' | { error: unknown }>('idle')
  const act = async (work: () => Promise<unknown>) => {
    setState('sending')
    try {
      await work()
      setState('idle')
    } catch (error) {
      setState({ error })
    }
    await onDone()
  }
  const { id, offer } = wait
  const until = offer === null ? '' : untilWords(offer.until, i18n.locale)
  const answer = (take: boolean) => act(() => call('answerOffer', { params: { id }, body: { take } }))
  return (
    <Card tone={offer === null ? 'calm' : 'accent'} label={t`Wait list`}>
      {offer === null ? (
        <p>
          <Trans>
            You are on the wait list. As soon as a time that suits you becomes free, it is kept for you and
            shown here.
          </Trans>
        </p>
      ) : (
        <>
          <h2>
            <Trans>A time became free for you</Trans>
          </h2>
          <VisitFacts visit={offer.visit} />
          <p>
            <Trans>Kept for you until {until}. If it does not suit, leave it: you stay on the list.</Trans>
          </p>
        </>
      )}
      {typeof state === 'object' && <ErrorNote error={state.error} />}
      <Actions>
        {offer !== null && (
          <>
            <Button disabled={state === 'sending'} onClick={() => void answer(true)}>
              <Trans>Take it</Trans>
            </Button>
            <Button look="plain" disabled={state === 'sending'} onClick={() => void answer(false)}>
              <Trans>Leave it to the next</Trans>
            </Button>
          </>
        )}
        <Button
          look="quiet"
          disabled={state === 'sending'}
          onClick={() => void act(() => call('leaveWaitList', { params: { id } }))}
        >
          <Trans>Wait no longer</Trans>
        </Button>
      </Actions>
    </Card>
  )
}

function Lists({ own }: { own: OwnVisits }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ownVisitsQuery.queryKey })
  const soon = own.upcoming.find(({ checkIn }) => checkIn === 'open')
  return (
    <>
      {own.waits.map((wait) => (
        <WaitCard key={wait.id} wait={wait} onDone={again} />
      ))}
      {soon !== undefined && <CheckInLink own={soon} />}
      <Card label={t`To come`}>
        <h2>
          <Trans>To come</Trans>
        </h2>
        {own.upcoming.length === 0 && (
          <p>
            <Trans>No visit is booked.</Trans>
          </p>
        )}
        <ul className={styles['list']}>
          {own.upcoming.map(({ visit }) => (
            <Line key={visit.id} visit={visit} />
          ))}
        </ul>
      </Card>
      <Actions>
        <Link to="/book" className={buttonClass('main', true)}>
          <Trans>Book a visit</Trans>
        </Link>
        <Link to="/visits/cadence" className={buttonClass('plain', true)}>
          <Trans>Book several weeks at once</Trans>
        </Link>
      </Actions>
      {own.past.length > 0 && (
        <Card label={t`Before`}>
          <h2>
            <Trans>Before</Trans>
          </h2>
          <ul className={styles['list']}>
            {own.past.map((visit) => (
              <Line key={visit.id} visit={visit} />
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

/** One's visits, and where one waits for a time. */
export function VisitsPage() {
  const { t } = useLingui()
  const own = useQuery(ownVisitsQuery)
  return (
    <Page title={t`My visits`}>
      {own.error && <ErrorNote error={own.error} onRetry={() => void own.refetch()} />}
      {own.isPending && <Waiting />}
      {own.data && <Lists own={own.data} />}
      <Notice>
        <p>
          <Trans>Nothing here is urgent help. In an emergency call for help at once.</Trans>
        </p>
      </Notice>
    </Page>
  )
}
