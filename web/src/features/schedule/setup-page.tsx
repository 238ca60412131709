import type { ScheduleSetup } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { HoursPart } from './hours-part.tsx'
import { OffPart } from './off-part.tsx'
import { RoomsPart } from './rooms-part.tsx'
import { RulePart } from './rule-part.tsx'
import styles from './schedule.module.css'
import { TypesPart } from './types-part.tsx'
import { useSetup } from './use-schedule.ts'
import { useUnsaved } from './use-unsaved.ts'

export type PartProps = {
  setup: ScheduleSetup
  /** Something was kept: what is shown is read anew. */
  onKept: () => Promise<void>
  onDirty: (form: string, dirty: boolean) => void
}

/** By what the clinic can be booked: rooms, kinds of visit, hours, time off, rules. */
export function ScheduleSetupPage() {
  const { t } = useLingui()
  const client = useQueryClient()
  const setup = useSetup()
  const onDirty = useUnsaved()
  if (setup.isPending) return <Waiting />
  if (!setup.data) return <ErrorNote error={setup.error} onRetry={() => void setup.refetch()} />
  const part = {
    setup: setup.data,
    onDirty,
    onKept: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  }
  return (
    <div className={styles['page']}>
      <title>{`${t`How the clinic is booked`} · Dorsal`}</title>
      <h1>
        <Trans>How the clinic is booked</Trans>
      </h1>
      <p>
        <Link to="/schedule">
          <Trans>Back to the calendar</Trans>
        </Link>
      </p>
      <ul>
        {setup.data.places.map((place) => (
          <li key={place.id}>
            {place.name}: {place.zone ?? t`No time zone yet: nothing can be booked`}
          </li>
        ))}
      </ul>
      <RoomsPart {...part} />
      <TypesPart {...part} />
      <HoursPart {...part} />
      <OffPart {...part} />
      <RulePart {...part} />
    </div>
  )
}
