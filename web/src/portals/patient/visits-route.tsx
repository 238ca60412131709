import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CadencePage } from '../../features/booking/cadence-page.tsx'
import { CheckInPage } from '../../features/booking/check-in-page.tsx'
import { VisitPage } from '../../features/booking/visit-page.tsx'
import { VisitsPage } from '../../features/booking/visits-page.tsx'
import { bookableQuery, ownVisitsQuery, visitCheckInQuery } from '../../lib/booking.ts'
import { usePublicConfig } from '../../lib/config.ts'
import { useMe } from '../../lib/me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** Visits are a record's: who has none books first. */
function Own({ children }: { children: ReactNode }) {
  const { me } = useMe()
  return me === null ? <Navigate to="/book" replace /> : children
}

export function VisitsRoute() {
  return (
    <Own>
      <VisitsPage />
    </Own>
  )
}

export function VisitRoute() {
  const { id = '' } = useParams({ strict: false })
  return (
    <Own>
      <VisitPage visitId={id} />
    </Own>
  )
}

function CheckIn() {
  const { t } = useLingui()
  const { id = '' } = useParams({ strict: false })
  const config = usePublicConfig()
  const own = useQuery(ownVisitsQuery)
  const before = useQuery(visitCheckInQuery(id))
  const error = own.error ?? before.error
  if (error)
    return <ErrorNote error={error} onRetry={() => void Promise.all([own.refetch(), before.refetch()])} />
  if (!own.data || !before.data) return <Waiting />
  const found = own.data.upcoming.find(({ visit }) => visit.id === id)
  if (found === undefined || found.checkIn === null)
    return (
      <Page title={t`Before your visit`}>
        <p>
          <Trans>The questions before this visit are not open now. They open two days before it.</Trans>
        </p>
        <Link to="/visits" className={buttonClass('plain', true)}>
          <Trans>My visits</Trans>
        </Link>
      </Page>
    )
  return <CheckInPage own={found} before={before.data.checkIn} config={config} />
}

export function CheckInRoute() {
  return (
    <Own>
      <CheckIn />
    </Own>
  )
}

function Cadence() {
  const bookable = useQuery(bookableQuery(true))
  const own = useQuery(ownVisitsQuery)
  const error = bookable.error ?? own.error
  if (error)
    return <ErrorNote error={error} onRetry={() => void Promise.all([bookable.refetch(), own.refetch()])} />
  if (!bookable.data || !own.data) return <Waiting />
  return <CadencePage bookable={bookable.data} own={own.data} />
}

export function CadenceRoute() {
  return (
    <Own>
      <Cadence />
    </Own>
  )
}
