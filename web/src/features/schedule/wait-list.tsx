import type { DeskWait } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import type { BookAt } from './book-form.tsx'
import { minuteOf } from './day-grid.ts'
import { dayTitle } from './day-title.ts'
import styles from './schedule.module.css'
import { useWaits } from './use-schedule.ts'

type FitsProps = { wait: DeskWait; onBook: (at: BookAt) => void }

/** The first free starts that suit somebody who waits; one press leads to the form with everything filled in. */
function Fits({ wait, onBook }: FitsProps) {
  const { i18n } = useLingui()
  const found = useQuery({
    queryKey: ['schedule', 'fits', wait.id],
    queryFn: ({ signal }) => call('waitFits', { params: { id: wait.id }, signal }),
    gcTime: 0,
  })
  if (found.isPending)
    return (
      <p className={styles['soft']}>
        <Trans>Looking for a time…</Trans>
      </p>
    )
  const fits = found.data?.slots ?? []
  if (fits.length === 0)
    return (
      <p>
        <Trans>No free time suits yet.</Trans>
      </p>
    )
  return (
    <ul className={styles['people']}>
      {fits.map((slot) => (
        <li key={`${slot.starts}-${slot.staffId}`}>
          <Button
            look="plain"
            onClick={() =>
              onBook({
                day: slot.wall.slice(0, 10),
                minute: minuteOf(slot.wall.slice(11)),
                staffId: slot.staffId,
                placeId: slot.placeId,
                classId: null,
                wait,
              })
            }
          >
            {dayTitle(slot.wall.slice(0, 10), i18n.locale, 'short')}, {slot.wall.slice(11)} · {slot.staffName}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Who waits for a gap, in the order in which a gap is offered: whoever was offered least first, of them who waits longest. */
export function WaitList({ onBook }: { onBook: (at: BookAt) => void }) {
  const { t, i18n } = useLingui()
  const [open, setOpen] = useState<string | null>(null)
  const { data } = useWaits(pollEvery(30_000))
  return (
    <section className={styles['waits']} aria-labelledby="wait-list">
      <h2 id="wait-list">
        <Trans>Wait list</Trans>
      </h2>
      {data?.waits.length === 0 && (
        <p className={styles['soft']}>
          <Trans>Nobody waits for a gap.</Trans>
        </p>
      )}
      <ol>
        {data?.waits.map((wait) => (
          <li key={wait.id}>
            <strong>{wait.who}</strong> {wait.typeName}
            {wait.staffName && ` · ${wait.staffName}`}
            <span className={styles['soft']}>
              {' '}
              {wait.offeredUntil ? (
                <Trans>offered until {shortMomentOf(wait.offeredUntil, i18n.locale)}</Trans>
              ) : (
                <Trans>waits since {shortMomentOf(wait.since, i18n.locale)}</Trans>
              )}
            </span>
            {wait.offeredUntil === null && (
              <Button
                look="quiet"
                aria-expanded={open === wait.id}
                aria-label={t`Find a time for ${wait.who}`}
                onClick={() => setOpen(open === wait.id ? null : wait.id)}
              >
                <Trans>Find a time</Trans>
              </Button>
            )}
            {open === wait.id && <Fits wait={wait} onBook={onBook} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
