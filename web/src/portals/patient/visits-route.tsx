import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CadencePage } from '../../features/booking/cadence-page.tsx'
import { VisitPage } from '../../features/booking/visit-page.tsx'
import { VisitsPage } from '../../features/booking/visits-page.tsx'
import { bookableQuery, ownVisitsQuery } from '../../lib/booking.ts'
import { useMe } from '../../lib/me.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
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
