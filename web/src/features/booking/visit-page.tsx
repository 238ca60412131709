import type { Bookable, OwnVisit, Slot } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { bookableQuery, ownVisitsQuery } from '../../lib/booking.ts'
import { newId } from '../../lib/new-id.ts'
import { momentOf } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { CheckInLink } from './check-in-link.tsx'
import { StartList } from './start-list.tsx'
import { VisitFacts } from './visit-facts.tsx'
import { visitState } from './visit-words.ts'

const MINUTE = 60_000

/** From a quarter of an hour before it begins until it is over. */
const canJoin = ({ visit }: OwnVisit): boolean =>
  visit.type.kind === 'video' &&
  ['booked', 'arrived', 'in-progress'].includes(visit.state) &&
  Date.now() > Date.parse(visit.starts) - 15 * MINUTE &&
  Date.now() < Date.parse(visit.ends) + 60 * MINUTE

/** What the clinic holds to, before anything is done. */
function Policy({ own }: { own: OwnVisit }) {
  const until = momentOf(own.freeUntil)
  if (own.free)
    return (
      <p>
        <Trans>You can move or cancel it here until {until}.</Trans>
      </p>
    )
  return (
    <p>
      <Trans>
        It is soon. You can still cancel it here; the clinic may ask you about it, because nobody else can
        take the time so late. To move it, please call.
      </Trans>
    </p>
  )
}

type OneProps = { own: OwnVisit; bookable: Bookable | undefined; onDone: () => Promise<void> }

function One({ own, bookable, onDone }: OneProps) {
  const { t, i18n } = useLingui()
  const { visit } = own
  const [part, setPart] = useState<'look' | 'move' | 'cancel' | 'moved' | 'waiting'>('look')
  const [state, setState] = useState<'idle' | 'sending' | 'gone' | { error: unknown }>('idle')
  const act = async (work: () => Promise<unknown>, then: typeof part) => {
    setState('sending')
    try {
      await work()
      setState('idle')
      setPart(then)
    } catch (error) {
      setState(error instanceof ApiError && error.code === 'slot-taken' ? 'gone' : { error })
    }
    await onDone()
  }
  const { version } = visit
  const params = { id: visit.id }
  const move = (slot: Slot) =>
    act(
      () => call('moveVisit', { params, body: { version, starts: slot.starts, staffId: slot.staffId } }),
      'moved',
    )
  const cancel = () => act(() => call('cancelVisit', { params, body: { version } }), 'look')
  const wait = () => {
    const [from, until] = [new Date().toISOString().slice(0, 10), visit.wall.slice(0, 10)]
    const wish = { from, until, weekdays: [], earliest: '00:00', latest: '23:59' }
    const body = { typeId: visit.type.id, staffId: null, placeId: visit.place.id, wish }
    return act(() => call('putOnWaitList', { params: { id: newId() }, body }), 'waiting')
  }
  const sending = state === 'sending'
  return (
    <>
      {part === 'moved' && (
        <Notice tone="ok" live>
          <p>
            <Trans>Your visit was moved. The old time is free for others again.</Trans>
          </p>
        </Notice>
      )}
      {part === 'waiting' && (
        <Notice tone="ok" live>
          <p>
            <Trans>
              If an earlier time becomes free, it is kept for you and shown under My visits. This visit stays
              yours.
            </Trans>
          </p>
        </Notice>
      )}
      {state === 'gone' && (
        <Notice tone="warn" live>
          <p>
            <Trans>This time was just taken. Your visit stays where it is. These are free now.</Trans>
          </p>
        </Notice>
      )}
      {typeof state === 'object' && <ErrorNote error={state.error} />}
      <Card label={t`Your visit`}>
        <VisitFacts visit={visit} />
        <p>
          <strong data-state={visit.state}>{i18n._(visitState(visit.state))}</strong>
        </p>
        {own.mayChange && <Policy own={own} />}
      </Card>
      {own.checkIn !== null && <CheckInLink own={own} />}
      {canJoin(own) && (
        <a className={buttonClass('main', true)} href={`/visit/${visit.id}/video`}>
          <Trans>Join the video visit</Trans>
        </a>
      )}
      {own.mayChange && part !== 'move' && part !== 'cancel' && (
        <Actions>
          {own.free && visit.classId === null && (
            <Button look="plain" large disabled={sending} onClick={() => setPart('move')}>
              <Trans>Move it</Trans>
            </Button>
          )}
          <Button look="plain" large disabled={sending} onClick={() => setPart('cancel')}>
            <Trans>Cancel it</Trans>
          </Button>
          {part === 'look' && visit.classId === null && (
            <Button look="quiet" large disabled={sending} onClick={() => void wait()}>
              <Trans>Tell me if an earlier time becomes free</Trans>
            </Button>
          )}
        </Actions>
      )}
      {part === 'cancel' && own.mayChange && (
        <Card label={t`Cancel`}>
          <h2>
            <Trans>Cancel this visit?</Trans>
          </h2>
          <Actions>
            <Button look="danger" disabled={sending} onClick={() => void cancel()}>
              <Trans>Yes, cancel it</Trans>
            </Button>
            <Button look="plain" disabled={sending} onClick={() => setPart('look')}>
              <Trans>Keep it</Trans>
            </Button>
          </Actions>
        </Card>
      )}
      {part === 'move' && own.mayChange && bookable && (
        <>
          <h2>
            <Trans>When would suit you better?</Trans>
          </h2>
          <StartList
            bookable={bookable}
            typeId={visit.type.id}
            placeId={visit.place.id}
            staffId={visit.staff.id}
            busy={sending}
            onChoose={(slot) => void move(slot)}
          />
          <Button look="plain" onClick={() => setPart('look')}>
            <Trans>Leave it as it is</Trans>
          </Button>
        </>
      )}
    </>
  )
}

/** One of one's visits: when and where, moving it, cancelling it. */
export function VisitPage({ visitId }: { visitId: string }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const own = useQuery(ownVisitsQuery)
  const bookable = useQuery(bookableQuery(true))
  const ahead = own.data?.upcoming.find(({ visit }) => visit.id === visitId)
  const before = own.data?.past.find(({ id }) => id === visitId)
  const again = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ownVisitsQuery.queryKey })
    await client.invalidateQueries({ queryKey: ['slots'] })
  }
  const found =
    ahead ??
    (before && { visit: before, mayChange: false, free: false, freeUntil: before.starts, checkIn: null })
  return (
    <Page title={t`Your visit`}>
      {own.error && <ErrorNote error={own.error} onRetry={() => void own.refetch()} />}
      {own.isPending && <Waiting />}
      {own.data && !found && (
        <Notice>
          <p>
            <Trans>This visit is not there, or not yours.</Trans>
          </p>
        </Notice>
      )}
      {found && <One own={found} bookable={bookable.data} onDone={again} />}
      <Link to="/visits">
        <Trans>My visits</Trans>
      </Link>
    </Page>
  )
}
