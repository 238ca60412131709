import type { MessagePicture } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../../lib/photograph.ts'
import { Button } from '../../ui/button.tsx'
import styles from './message.module.css'

/** Fetches one photograph; the thread knows whose they are. */
export type FetchPhoto = (id: string, signal: AbortSignal) => Promise<{ data: string }>

/** Whether this has come near enough to be looked at. */
function useSeen() {
  const ref = useRef<HTMLLIElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const { current } = ref
    if (!current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: '300px' },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { ref, seen }
}

function Photo({
  picture,
  nth,
  fetchPhoto,
}: {
  picture: MessagePicture
  nth: number
  fetchPhoto: FetchPhoto
}) {
  const { t } = useLingui()
  const { ref, seen } = useSeen()
  const large = useRef<HTMLDialogElement>(null)
  const { id, width, height } = picture
  const { data, error } = useQuery({
    queryKey: ['photo', id],
    queryFn: ({ signal }) => fetchPhoto(id, signal),
    enabled: seen,
    staleTime: Infinity,
  })
  return (
    <li ref={ref}>
      {data ? (
        <button type="button" className={styles['photo']} onClick={() => large.current?.showModal()}>
          <img
            src={addressOf(data.data)}
            width={width}
            height={height}
            alt={t`Photo ${nth}, press to enlarge`}
          />
        </button>
      ) : (
        <p className={styles['photo']}>
          {error ? (
            <Trans>Photo {nth}: shown when there is a connection</Trans>
          ) : (
            <Trans>Photo {nth} …</Trans>
          )}
        </p>
      )}
      {data && (
        <dialog ref={large} className={styles['large']} aria-label={t`Photo ${nth}`}>
          <img src={addressOf(data.data)} alt={t`Photo ${nth}`} />
          <form method="dialog">
            <Button type="submit">
              <Trans>Close</Trans>
            </Button>
          </form>
        </dialog>
      )}
    </li>
  )
}

/** The photographs of one message, fetched when they come into view; pressed, one fills the screen. */
export function Photos({
  pictures,
  fetchPhoto,
}: {
  pictures: readonly MessagePicture[]
  fetchPhoto: FetchPhoto
}) {
  if (pictures.length === 0) return null
  return (
    <ul className={styles['photos']}>
      {pictures.map((picture, i) => (
        <Photo key={picture.id} picture={picture} nth={i + 1} fetchPhoto={fetchPhoto} />
      ))}
    </ul>
  )
}
