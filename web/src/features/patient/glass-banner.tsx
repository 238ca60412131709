import type { Glass } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { nowInstant } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'

const MINUTE = 60_000

const minutesLeft = (until: string): number =>
  Math.max(0, Math.ceil((Date.parse(until) - Date.parse(nowInstant())) / MINUTE))

type Props = { patientId: string; glass: Glass }

/** Above a record that is open by a reason: for how long still, and the way to close it. */
export function GlassBanner({ patientId, glass }: Props) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [left, setLeft] = useState(() => minutesLeft(glass.until))
  const { busy, failed, run } = useDoing()
  useEffect(() => {
    const look = () => {
      const now = minutesLeft(glass.until)
      setLeft(now)
      // The server has closed it: the page asks, and shows nothing of it any more.
      if (now === 0) void client.invalidateQueries({ queryKey: ['patient', patientId] })
    }
    const timer = setInterval(look, 5_000)
    return () => clearInterval(timer)
  }, [client, glass.until, patientId])
  const end = () =>
    void run(async () => {
      await call('endGlass', { params: { id: patientId } })
      await navigate({ to: '/' })
      client.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(patientId) })
    })
  return (
    <section aria-label={t`Opened with a reason`} data-glass="">
      <Notice tone="danger">
        <p>
          <strong>
            <Plural
              value={left}
              one="You are not on this team. The record is open for one more minute."
              other="You are not on this team. The record is open for # more minutes."
            />
          </strong>{' '}
          <Trans>Your reason: {glass.reason}</Trans>
        </p>
        <p>
          <Button look="plain" disabled={busy} onClick={end}>
            <Trans>End now</Trans>
          </Button>
        </p>
        {failed ? <ErrorNote error={failed} /> : null}
      </Notice>
    </section>
  )
}
