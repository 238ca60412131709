import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { BookPage } from '../../features/booking/book-page.tsx'
import { ConsentPage } from '../../features/consent/consent-page.tsx'
import { AppointmentForm } from '../../features/triage/appointment-form.tsx'
import { bookableQuery, ownVisitsQuery } from '../../lib/booking.ts'
import { usePublicConfig } from '../../lib/config.ts'
import { noteRecord, refreshMe, useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** Asking to be called: what is kept is agreed to first. */
function Request({ onBack }: { onBack: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const config = usePublicConfig()
  const { me } = useMe()
  if (me === null)
    return (
      <ConsentPage
        config={config}
        onBack={onBack}
        onAgreed={async () => {
          await noteRecord()
          await refreshMe(client)
        }}
      />
    )
  return (
    <Page
      title={t`See somebody at the clinic`}
      lead={<Trans>Not for emergencies: a request is read when somebody at the clinic has time.</Trans>}
    >
      <EmergencyCall {...config} />
      <AppointmentForm me={me} config={config} />
    </Page>
  )
}

/**
 * A visit at the clinic. Where times can be booked they are shown, and nothing is asked before one is kept; where none can, or none fits, one
 * asks to be called. Who must wait for help reads that before all.
 */
export function BookRoute() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const config = usePublicConfig()
  const { me } = useMe()
  const [asks, setAsks] = useState(false)
  const [known] = useState(me)
  const bookable = useQuery(bookableQuery(known !== null))
  const own = useQuery({ ...ownVisitsQuery, enabled: known !== null })
  if (known?.next === 'escalate') return <Navigate to="/result" replace />
  if (bookable.isPending || own.isLoading) return <Waiting />
  const none =
    bookable.data === undefined || bookable.data.types.length === 0 || bookable.data.places.length === 0
  if (none || asks) return <Request onBack={() => (asks ? setAsks(false) : void navigate({ to: '/' }))} />
  return (
    <BookPage
      me={known}
      config={config}
      bookable={bookable.data}
      staffId={own.data?.usual?.staffId ?? null}
      onBooked={async () => {
        await noteRecord()
        await refreshMe(client)
        await client.invalidateQueries({ queryKey: ownVisitsQuery.queryKey })
      }}
    >
      <Button look="quiet" onClick={() => setAsks(true)}>
        <Trans>None of these fits: ask to be called</Trans>
      </Button>
    </BookPage>
  )
}
