import type { Room } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { KindsField } from './kinds-field.tsx'
import styles from './schedule.module.css'
import type { PartProps } from './setup-page.tsx'

/** The rooms of each place. */
export function RoomsPart(props: PartProps) {
  const { setup } = props
  const [fresh, setFresh] = useState(newId)
  const placeId = setup.places.find(({ open }) => open)?.id ?? ''
  const empty: Room = { id: fresh, placeId, name: '', kinds: ['evaluation', 'treatment'], open: true }
  return (
    <section className={styles['part']} aria-labelledby="setup-rooms">
      <h2 id="setup-rooms">
        <Trans>Rooms</Trans>
      </h2>
      {setup.rooms.map((room) => (
        <RoomForm key={room.id} room={room} isNew={false} {...props} />
      ))}
      {placeId && (
        <RoomForm
          key={fresh}
          room={empty}
          isNew
          {...props}
          onKept={async () => {
            await props.onKept()
            setFresh(newId())
          }}
        />
      )}
    </section>
  )
}

function RoomForm({ room, isNew, setup, onKept, onDirty }: PartProps & { room: Room; isNew: boolean }) {
  const { t } = useLingui()
  const [wish, setWish] = useState(room)
  const { busy, failed, run } = useDoing()
  const dirty = JSON.stringify(wish) !== JSON.stringify(room)
  useEffect(() => onDirty(room.id, dirty), [onDirty, room.id, dirty])
  const keep = ({ id, ...body }: Room) =>
    run(async () => {
      await call('setRoom', { params: { id }, body: { ...body, name: body.name.trim() } })
      onDirty(id, false)
      await onKept()
    })
  return (
    <form
      className={`${styles['form']} ${styles['row']}`}
      aria-label={isNew ? t`A new room` : room.name}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(wish)
      }}
    >
      <label>
        <Trans>Name of the room</Trans>
        <input
          required
          maxLength={80}
          value={wish.name}
          onChange={(event) => setWish({ ...wish, name: event.target.value })}
        />
      </label>
      <label>
        <Trans>Place</Trans>
        <select value={wish.placeId} onChange={(event) => setWish({ ...wish, placeId: event.target.value })}>
          {setup.places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <KindsField kinds={wish.kinds} onChange={(kinds) => setWish({ ...wish, kinds })} />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={wish.open}
          onChange={(event) => setWish({ ...wish, open: event.target.checked })}
        />
        <Trans>can be booked</Trans>
      </label>
      <Button type="submit" look={isNew ? 'main' : 'plain'} disabled={busy || !dirty}>
        {isNew ? <Trans>Add the room</Trans> : <Trans>Keep</Trans>}
      </Button>
      {failed ? <ErrorNote error={failed} /> : null}
    </form>
  )
}
