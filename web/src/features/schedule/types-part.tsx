import { BOOKED_BY, VISIT_KINDS, type VisitType } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './schedule.module.css'
import type { PartProps } from './setup-page.tsx'
import { KINDS } from './state-words.ts'

const BY: Readonly<Record<(typeof BOOKED_BY)[number], MessageDescriptor>> = {
  anyone: msg`anybody, also from the open page`,
  patients: msg`people with a record`,
  desk: msg`the desk alone`,
}

/** The kinds of visit: how long, what is kept free around it, for how many. */
export function TypesPart(props: PartProps) {
  const [fresh, setFresh] = useState(newId)
  const empty: VisitType = {
    id: fresh,
    kind: 'treatment',
    name: '',
    minutes: 45,
    beforeMinutes: 0,
    afterMinutes: 15,
    seats: 1,
    needsRoom: true,
    bookedBy: 'patients',
    open: true,
  }
  return (
    <section className={styles['part']} aria-labelledby="setup-types">
      <h2 id="setup-types">
        <Trans>Kinds of visit</Trans>
      </h2>
      {props.setup.types.map((type) => (
        <TypeForm key={type.id} type={type} isNew={false} {...props} />
      ))}
      <TypeForm
        key={fresh}
        type={empty}
        isNew
        {...props}
        onKept={async () => {
          await props.onKept()
          setFresh(newId())
        }}
      />
    </section>
  )
}

type CountKey = 'minutes' | 'beforeMinutes' | 'afterMinutes' | 'seats'

function TypeForm({ type, isNew, onKept, onDirty }: PartProps & { type: VisitType; isNew: boolean }) {
  const { t, i18n } = useLingui()
  const [wish, setWish] = useState(type)
  const { busy, failed, run } = useDoing()
  const dirty = JSON.stringify(wish) !== JSON.stringify(type)
  useEffect(() => onDirty(type.id, dirty), [onDirty, type.id, dirty])
  const keep = ({ id, ...body }: VisitType) =>
    run(async () => {
      await call('setVisitType', { params: { id }, body: { ...body, name: body.name.trim() } })
      onDirty(id, false)
      await onKept()
    })
  const count = (key: CountKey, label: ReactNode, min: number, max: number, step: number) => (
    <label>
      {label}
      <input
        type="number"
        required
        min={min}
        max={max}
        step={step}
        value={wish[key]}
        onChange={(event) => setWish({ ...wish, [key]: event.target.valueAsNumber || 0 })}
      />
    </label>
  )
  return (
    <form
      className={`${styles['form']} ${styles['row']}`}
      aria-label={isNew ? t`A new kind of visit` : type.name}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(wish)
      }}
    >
      <label>
        <Trans>Name of the kind</Trans>
        <input
          required
          maxLength={80}
          value={wish.name}
          onChange={(event) => setWish({ ...wish, name: event.target.value })}
        />
      </label>
      <label>
        <Trans>Kind of visit</Trans>
        <select
          value={wish.kind}
          onChange={(event) => {
            const kind = VISIT_KINDS.find((one) => one === event.target.value) ?? wish.kind
            setWish({ ...wish, kind, ...(kind === 'video' && { needsRoom: false }) })
          }}
        >
          {VISIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {i18n._(KINDS[kind])}
            </option>
          ))}
        </select>
      </label>
      {count('minutes', <Trans>Minutes</Trans>, 5, 240, 5)}
      {count('beforeMinutes', <Trans>Free before (minutes)</Trans>, 0, 60, 5)}
      {count('afterMinutes', <Trans>Free after (minutes)</Trans>, 0, 60, 5)}
      {wish.kind === 'class' && count('seats', <Trans>Seats</Trans>, 1, 60, 1)}
      <label>
        <Trans>Who may book it</Trans>
        <select
          value={wish.bookedBy}
          onChange={(event) =>
            setWish({ ...wish, bookedBy: BOOKED_BY.find((one) => one === event.target.value) ?? 'desk' })
          }
        >
          {BOOKED_BY.map((by) => (
            <option key={by} value={by}>
              {i18n._(BY[by])}
            </option>
          ))}
        </select>
      </label>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={wish.needsRoom}
          onChange={(event) => setWish({ ...wish, needsRoom: event.target.checked })}
        />
        <Trans>needs a room</Trans>
      </label>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={wish.open}
          onChange={(event) => setWish({ ...wish, open: event.target.checked })}
        />
        <Trans>can be booked</Trans>
      </label>
      <Button type="submit" look={isNew ? 'main' : 'plain'} disabled={busy || !dirty}>
        {isNew ? <Trans>Add the kind</Trans> : <Trans>Keep</Trans>}
      </Button>
      {failed ? <ErrorNote error={failed} /> : null}
    </form>
  )
}
