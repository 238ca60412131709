import type { DeskVisit, TimeOff } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { dayTitle } from './day-title.ts'
import styles from './schedule.module.css'
import type { PartProps } from './setup-page.tsx'

const EMPTY: Omit<TimeOff, 'id'> = { staffId: null, placeId: null, from: '', until: '', title: '' }

/** Time off and holidays; the visits that lie in them are named and stay until somebody moves them. */
export function OffPart({ setup, onKept, onDirty }: PartProps) {
  const { t, i18n } = useLingui()
  const [id, setId] = useState(newId)
  const [wish, setWish] = useState(EMPTY)
  const [inTheWay, setInTheWay] = useState<readonly DeskVisit[]>([])
  const { busy, failed, run } = useDoing()
  const dirty = JSON.stringify(wish) !== JSON.stringify(EMPTY)
  useEffect(() => onDirty('off', dirty), [onDirty, dirty])
  const named = (list: readonly { id: string; name: string }[], one: string | null, all: string) =>
    list.find((each) => each.id === one)?.name ?? all
  const wall = (at: string) => `${dayTitle(at.slice(0, 10), i18n.locale)}, ${at.slice(11)}`
  return (
    <section className={styles['part']} aria-labelledby="setup-off">
      <h2 id="setup-off">
        <Trans>Time off and holidays</Trans>
      </h2>
      <p className={styles['soft']}>
        <Trans>By the clocks of each place.</Trans>
      </p>
      <ul className={styles['part']}>
        {setup.timeOff.map((off) => (
          <li key={off.id} className={styles['row']}>
            <span>
              <strong>{named(setup.staff, off.staffId, t`Everybody`)}</strong> ·{' '}
              {named(setup.places, off.placeId, t`All places`)} · {wall(off.from)} – {wall(off.until)}{' '}
              {off.title}
            </span>
            <Button
              look="quiet"
              disabled={busy}
              onClick={() =>
                void run(async () => {
                  await call('dropTimeOff', { params: { id: off.id } })
                  await onKept()
                })
              }
            >
              <Trans>Take away</Trans>
              <span className="visually-hidden"> {wall(off.from)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {inTheWay.length > 0 && (
        <Notice tone="warn" live>
          <p>
            <Trans>These visits lie in it. They stay until somebody moves or cancels them:</Trans>
          </p>
          <ul>
            {inTheWay.map((visit) => (
              <li key={visit.id}>
                <a href={`/clinician/schedule?day=${visit.wall.slice(0, 10)}&place=${visit.place.id}`}>
                  {wall(visit.wall)} ({visit.zone})
                </a>{' '}
                {visit.who}, {visit.staff.name}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form
        className={`${styles['form']} ${styles['row']}`}
        aria-label={t`New time off`}
        onSubmit={(event) => {
          event.preventDefault()
          void run(async () => {
            const reply = await call('setTimeOff', { params: { id }, body: wish })
            setInTheWay(reply.inTheWay)
            setWish(EMPTY)
            setId(newId())
            await onKept()
          })
        }}
      >
        <label>
          <Trans>Who</Trans>
          <select
            value={wish.staffId ?? ''}
            onChange={(event) => setWish({ ...wish, staffId: event.target.value || null })}
          >
            <option value="">{t`Everybody`}</option>
            {setup.staff.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>Place</Trans>
          <select
            value={wish.placeId ?? ''}
            onChange={(event) => setWish({ ...wish, placeId: event.target.value || null })}
          >
            <option value="">{t`All places`}</option>
            {setup.places.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>From</Trans>
          <input
            type="datetime-local"
            required
            value={wish.from}
            onChange={(event) => setWish({ ...wish, from: event.target.value })}
          />
        </label>
        <label>
          <Trans>Until</Trans>
          <input
            type="datetime-local"
            required
            value={wish.until}
            onChange={(event) => setWish({ ...wish, until: event.target.value })}
          />
        </label>
        <label>
          <Trans>What it is called (may stay empty)</Trans>
          <input
            maxLength={80}
            value={wish.title}
            onChange={(event) => setWish({ ...wish, title: event.target.value })}
          />
        </label>
        <Button type="submit" disabled={busy || !dirty}>
          <Trans>Add time off</Trans>
        </Button>
      </form>
      {failed ? <ErrorNote error={failed} /> : null}
    </section>
  )
}
