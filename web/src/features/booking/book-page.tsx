import type { Bookable, Me, PublicConfig, Slot, Visit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { heldQuery } from '../../lib/booking.ts'
import { newId } from '../../lib/new-id.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { CoverageCheck } from '../../ui/coverage-check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { HeldForm, type Typed } from './held-form.tsx'
import { StartList } from './start-list.tsx'
import { VisitFacts } from './visit-facts.tsx'

type BookPageProps = {
  me: Me | null
  config: PublicConfig
  bookable: Bookable
  /** With whom the person usually is. */
  staffId: string | null
  /** What stands below: asking to be called instead. */
  children: ReactNode
  onBooked: () => Promise<void>
}

function Booked({ visit, danger, me }: { visit: Visit; danger: boolean; me: Me | null }) {
  const { t } = useLingui()
  return (
    <Page title={t`Your visit is booked`}>
      {danger && (
        <Notice tone="warn" live>
          <p>
            <Trans>What you wrote may need help sooner than this visit. See what to do first.</Trans>{' '}
            <Link to="/result">
              <Trans>What to do now</Trans>
            </Link>
          </p>
        </Notice>
      )}
      <Card tone="ok" label={t`Your visit`}>
        <VisitFacts visit={visit} />
      </Card>
      <Card>
        <h2>
          <Trans>What to bring</Trans>
        </h2>
        <p>
          <Trans>
            Comfortable clothes, what you know of your back (letters, pictures), the list of your medicines,
            and your questions.
          </Trans>
        </p>
      </Card>
      <Actions>
        {me?.triage ? (
          <Link to="/calendar" className={buttonClass('main', true)}>
            <Trans>My calendar</Trans>
          </Link>
        ) : (
          <Link to="/start" className={buttonClass('main', true)}>
            <Trans>Answer the first questions now</Trans>
          </Link>
        )}
        <Link to="/visits/$id" params={{ id: visit.id }} className={buttonClass('plain', true)}>
          <Trans>Move or cancel</Trans>
        </Link>
        <Link to="/coverage" className={buttonClass('quiet', true)}>
          <Trans>Who pays for my visits?</Trans>
        </Link>
      </Actions>
    </Page>
  )
}

/** Before anything is booked: what cannot wait for a visit. */
function HelpNow({ config }: { config: PublicConfig }) {
  return (
    <Notice tone="danger">
      <p>
        <Trans>If it cannot wait, do not book:</Trans>
      </p>
      <EmergencyCall {...config} />
    </Notice>
  )
}

/** Booking a visit: a tap on a time keeps it, name and contact come last. Works without an account. */
export function BookPage({ me, config, bookable, staffId, children, onBooked }: BookPageProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const held = useQuery(heldQuery)
  const [typeId, setType] = useState(bookable.types[0]?.id ?? '')
  const [placeId, setPlace] = useState(bookable.places[0]?.id ?? '')
  const [typed, setTyped] = useState<Typed>({
    name: me?.contact?.name ?? '',
    email: me?.contact?.email ?? '',
    phone: me?.contact?.phone ?? '',
    note: '',
  })
  const [state, setState] = useState<'choosing' | 'keeping' | 'gone' | { error: unknown }>('choosing')
  const [booked, setBooked] = useState<{ visit: Visit; danger: boolean } | null>(null)

  const isClass = bookable.types.some(({ id, kind }) => id === typeId && kind === 'class')
  const again = async (): Promise<void> => {
    client.setQueryData(heldQuery.queryKey, null)
    await client.invalidateQueries({ queryKey: ['slots'] })
  }
  const choose = async (slot: Slot) => {
    setState('keeping')
    try {
      const { starts, staffId: with_, classId } = slot
      const body = { id: newId(), typeId, placeId: slot.placeId, staffId: with_, starts, classId }
      const { visit } = await call('holdSlot', { body })
      client.setQueryData(heldQuery.queryKey, visit)
      setState('choosing')
    } catch (error) {
      setState(error instanceof ApiError && error.code === 'slot-taken' ? 'gone' : { error })
      await again()
    }
  }
  const other = async () => {
    await call('dropHold').catch(() => undefined)
    await again()
  }
  if (booked) return <Booked {...booked} me={me} />
  const visit = held.data ?? null
  if (visit)
    return (
      <Page title={t`Almost booked`} lead={<Trans>Say who comes, then it is yours.</Trans>}>
        <HelpNow config={config} />
        <HeldForm
          key={visit.id}
          visit={visit}
          me={me}
          config={config}
          typed={typed}
          onTyped={setTyped}
          onBooked={async (done, danger) => {
            // The pages that follow are for whoever has a record: it is known here before they can be opened.
            await onBooked().catch(() => undefined)
            setBooked({ visit: done, danger })
            client.setQueryData(heldQuery.queryKey, null)
          }}
          onGone={() => {
            setState('gone')
            void again()
          }}
          onOther={() => void other()}
        />
      </Page>
    )
  return (
    <Page
      title={t`Book a visit`}
      lead={
        <Trans>
          Not for emergencies. Tap a time and it is kept for you; your name comes last, and no account is
          needed.
        </Trans>
      }
    >
      <HelpNow config={config} />
      {state === 'gone' && (
        <Notice tone="warn" live>
          <p>
            <Trans>
              Somebody else was faster, or the time was no longer kept. Nothing was booked. These are free
              now.
            </Trans>
          </p>
        </Notice>
      )}
      {typeof state === 'object' && <ErrorNote error={state.error} />}
      {(bookable.types.length > 1 || bookable.places.length > 1) && (
        <Card>
          {bookable.types.length > 1 && (
            <Choice
              legend={t`What for?`}
              value={typeId}
              onChange={setType}
              options={bookable.types.map(({ id, name, minutes }) => ({
                value: id,
                label: t`${name}, ${minutes} minutes`,
              }))}
            />
          )}
          {bookable.places.length > 1 && (
            <Choice
              legend={t`Where?`}
              value={placeId}
              onChange={setPlace}
              options={bookable.places.map(({ id, name, address }) => ({
                value: id,
                label: name,
                hint: address,
              }))}
            />
          )}
        </Card>
      )}
      <StartList
        key={`${typeId} ${placeId}`}
        bookable={bookable}
        typeId={typeId}
        placeId={placeId}
        // A class is looked for by its time, whoever leads it.
        staffId={isClass ? null : staffId}
        busy={state === 'keeping'}
        onChoose={(slot) => void choose(slot)}
      />
      <Card>
        <details>
          <summary>
            <Trans>Who pays for my visits?</Trans>
          </summary>
          <CoverageCheck />
        </details>
      </Card>
      {children}
    </Page>
  )
}
