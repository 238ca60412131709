import { PICTURE_LIMITS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useRef, useState } from 'react'
import { newId } from '../../lib/new-id.ts'
import { addressOf, photograph } from '../../lib/photograph.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import type { Photo } from './draft.ts'
import styles from './message.module.css'

type AddPhotosProps = { photos: readonly Photo[]; onChange: (photos: Photo[]) => void; own: boolean }

/** Photographs that go with a message: chosen or taken, seen before they go, taken out again by one press. */
export function AddPhotos({ photos, onChange, own }: AddPhotosProps) {
  const { t } = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const hint = useId()
  const [refused, setRefused] = useState(false)
  const room = PICTURE_LIMITS.perMessage - photos.length

  const take = async (files: FileList | null) => {
    setRefused(false)
    const added: Photo[] = []
    for (const file of [...(files ?? [])].slice(0, room)) {
      const data = await photograph(file).catch(() => null)
      if (data === null) setRefused(true)
      else added.push({ id: newId(), data })
    }
    if (field.current) field.current.value = ''
    if (added.length > 0) onChange([...photos, ...added])
  }
  return (
    <div className={styles['add']}>
      <input
        ref={field}
        type="file"
        accept="image/*"
        multiple
        hidden
        data-photos
        onChange={(event) => void take(event.target.files)}
      />
      {photos.length > 0 && (
        <ul className={styles['photos']}>
          {photos.map((photo, i) => (
            <li key={photo.id}>
              <img src={addressOf(photo.data)} alt={t`Photo ${i + 1}, not sent yet`} />
              <Button look="plain" onClick={() => onChange(photos.filter(({ id }) => id !== photo.id))}>
                <Trans>Take out</Trans> <span className="visually-hidden">{t`Photo ${i + 1}`}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {room > 0 && (
        <div>
          <Button look="plain" aria-describedby={hint} onClick={() => field.current?.click()}>
            <Trans>Add a photo</Trans>
          </Button>
        </div>
      )}
      <p id={hint} className={styles['state']}>
        {own ? (
          <Trans>
            Up to three. Where and when it was taken is removed on this device. Nobody looks at a photo before
            your message is read.
          </Trans>
        ) : (
          <Trans>Up to three. Where and when it was taken is removed on this device.</Trans>
        )}
      </p>
      {refused && (
        <div role="alert">
          <Notice tone="warn">
            <p>
              <Trans>This file is no picture that this device can show. Nothing was added.</Trans>{' '}
              <Trans>Of a document, take a photo of each page.</Trans>
            </p>
          </Notice>
        </div>
      )}
    </div>
  )
}
