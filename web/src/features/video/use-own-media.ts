import { useEffect, useRef, useState } from 'react'
import { keepAwake } from '../../lib/wake-lock.ts'
import { closeMedia, openMedia, type OwnMedia, switchMedia } from './own-media.ts'

export type Own = {
  media: OwnMedia | null
  opening: boolean
  open: () => void
  /** Gives camera and microphone back: their light goes off. */
  close: () => void
  turn: (what: 'camera' | 'microphone') => void
}

/** Somebody's own sound and picture, from the moment that they switch them on until the page is left. */
export function useOwnMedia(): Own {
  const [media, setMedia] = useState<OwnMedia | null>(null)
  const [opening, setOpening] = useState(false)
  const open = useRef<OwnMedia | null>(null)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      if (open.current !== null) closeMedia(open.current)
      open.current = null
    }
  }, [])
  const opened = async (): Promise<void> => {
    const fresh = await openMedia()
    if (gone.current) {
      closeMedia(fresh)
      return
    }
    if (open.current !== null) closeMedia(open.current)
    open.current = fresh
    setMedia(fresh)
    setOpening(false)
  }
  const begun = media !== null
  useEffect(() => (begun ? keepAwake() : undefined), [begun])
  return {
    media,
    opening,
    open: () => {
      setOpening(true)
      void opened()
    },
    close: () => {
      if (open.current !== null) closeMedia(open.current)
      open.current = null
      setMedia(null)
    },
    turn: (what) => {
      if (media === null) return
      const next = { ...media, [what]: !media[what] }
      switchMedia(next, next)
      setMedia(next)
    },
  }
}
