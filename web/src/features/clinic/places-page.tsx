import type { Place } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './clinic.module.css'
import { PlaceForm } from './place-form.tsx'
import { useTeams } from './use-teams.ts'

/** Where the clinic is: address, phone, clocks. */
export function PlacesPage() {
  const { t } = useLingui()
  const teams = useTeams()
  const [edited, setEdited] = useState<string | null>(null)
  const { busy, failed, run } = useDoing()
  if (teams.isPending) return <Waiting />
  if (!teams.data) return <ErrorNote error={teams.error} onRetry={() => void teams.refetch()} />
  const done = () => {
    setEdited(null)
    void teams.refetch()
  }
  const turn = ({ id, ...said }: Place) =>
    void run(async () => {
      await call('putLocation', { params: { id }, body: { ...said, open: !said.open } })
      await teams.refetch()
    })
  const { locations, people } = teams.data
  return (
    <>
      <title>{`${t`Places`} · Dorsal`}</title>
      <h1>
        <Trans>Places</Trans>
      </h1>
      <p>
        <Trans>
          Somebody who works at no place in particular works in the whole clinic. A small clinic needs none.
        </Trans>
      </p>
      {failed ? <ErrorNote error={failed} /> : null}
      {edited === 'new' ? (
        <PlaceForm place={null} onDone={done} onCancel={() => setEdited(null)} />
      ) : (
        <div>
          <Button onClick={() => setEdited('new')}>
            <Trans>Add a place</Trans>
          </Button>
        </div>
      )}
      <ul className={styles['rows']}>
        {locations.map((place) => (
          <li key={place.id}>
            {edited === place.id ? (
              <PlaceForm place={place} onDone={done} onCancel={() => setEdited(null)} />
            ) : (
              <article className={styles['row']} aria-label={place.name}>
                <div>
                  <h2>{place.name}</h2>
                  {!place.open && (
                    <p>
                      <strong>
                        <Trans>Closed</Trans>
                      </strong>
                    </p>
                  )}
                  <p className={styles['soft']}>
                    <Trans>
                      Works here: {people.filter((one) => one.locations.includes(place.id)).length}
                    </Trans>
                  </p>
                </div>
                <div>
                  <p className={styles['lines']}>{place.address || t`No address yet`}</p>
                  <p>{place.phone}</p>
                  <p className={styles['soft']}>{place.zone ?? t`No time zone yet: nothing can be booked`}</p>
                </div>
                <div className={styles['tools']}>
                  <Button look="plain" onClick={() => setEdited(place.id)}>
                    <Trans>Change</Trans>
                    <span className="visually-hidden"> {place.name}</span>
                  </Button>
                  <Button look="quiet" disabled={busy} onClick={() => turn(place)}>
                    {place.open ? <Trans>Close this place</Trans> : <Trans>Open it again</Trans>}
                    <span className="visually-hidden"> {place.name}</span>
                  </Button>
                </div>
              </article>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
