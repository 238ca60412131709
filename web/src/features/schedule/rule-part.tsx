import type { BookingRule } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './schedule.module.css'
import type { PartProps } from './setup-page.tsx'

type CountKey = 'noticeHours' | 'graceMinutes' | 'holdMinutes' | 'soonestMinutes' | 'aheadDays' | 'offerHours'

const COUNTS: readonly { key: CountKey; label: MessageDescriptor; min: number; max: number }[] = [
  {
    key: 'noticeHours',
    label: msg`Changes by the person count as in time until (hours before)`,
    min: 0,
    max: 168,
  },
  { key: 'graceMinutes', label: msg`Free to take back after booking (minutes)`, min: 0, max: 60 },
  { key: 'holdMinutes', label: msg`A start is kept while somebody books (minutes)`, min: 2, max: 60 },
  { key: 'soonestMinutes', label: msg`Soonest start from now (minutes)`, min: 0, max: 10_080 },
  { key: 'aheadDays', label: msg`How far ahead can be booked (days)`, min: 7, max: 365 },
  { key: 'offerHours', label: msg`A gap is kept for whoever waits (hours)`, min: 1, max: 72 },
]
const STEPS = ['5', '10', '15', '20', '30', '60'] as const

/** What the clinic holds to when visits are booked. */
export function RulePart({ setup, onKept, onDirty }: PartProps) {
  const { t, i18n } = useLingui()
  const [wish, setWish] = useState(setup.rule)
  const [kept, setKept] = useState(false)
  const { busy, failed, run } = useDoing()
  const dirty = JSON.stringify(wish) !== JSON.stringify(setup.rule)
  useEffect(() => onDirty('rule', dirty), [onDirty, dirty])
  const change = (part: Partial<BookingRule>) => {
    setKept(false)
    setWish({ ...wish, ...part })
  }
  return (
    <section className={styles['part']} aria-labelledby="setup-rule">
      <h2 id="setup-rule">
        <Trans>Rules of booking</Trans>
      </h2>
      <form
        className={`${styles['form']} ${styles['row']}`}
        aria-label={t`Rules of booking`}
        onSubmit={(event) => {
          event.preventDefault()
          void run(async () => {
            await call('setBookingRule', { body: wish })
            await onKept()
            setKept(true)
          })
        }}
      >
        {COUNTS.map(({ key, label, min, max }) => (
          <label key={key}>
            {i18n._(label)}
            <input
              type="number"
              required
              min={min}
              max={max}
              value={wish[key]}
              onChange={(event) => change({ [key]: event.target.valueAsNumber || 0 })}
            />
          </label>
        ))}
        <label>
          <Trans>From one start to the next (minutes)</Trans>
          <select
            value={wish.stepMinutes}
            onChange={(event) =>
              change({ stepMinutes: STEPS.find((step) => step === event.target.value) ?? wish.stepMinutes })
            }
          >
            {STEPS.map((step) => (
              <option key={step}>{step}</option>
            ))}
          </select>
        </label>
        <label>
          <Trans>“After work” begins at</Trans>
          <input
            type="time"
            required
            value={wish.afterWork}
            onChange={(event) => change({ afterWork: event.target.value })}
          />
        </label>
        <Button type="submit" disabled={busy || !dirty}>
          <Trans>Keep these rules</Trans>
        </Button>
        <output>{kept && <Trans>Kept.</Trans>}</output>
      </form>
      {failed ? <ErrorNote error={failed} /> : null}
    </section>
  )
}
