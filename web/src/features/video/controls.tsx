import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { useHear, useTell } from './use-hear.ts'
import type { Meeting } from './use-meeting.ts'
import type { Own } from './use-own-media.ts'
import { useState } from 'react'
import styles from './video.module.css'

/** What the other side has switched on; everything until they say otherwise. */
export function useTheirMedia(meeting: Meeting): { camera: boolean; microphone: boolean } {
  const [theirs, setTheirs] = useState({ camera: true, microphone: true })
  useHear(meeting, 'media', ({ camera, microphone }) => setTheirs({ camera, microphone }))
  return theirs
}

/** One's own camera and microphone; `children`: what else there is to press. */
export function Controls({ meeting, own, children }: { meeting: Meeting; own: Own; children: ReactNode }) {
  const { media, turn } = own
  const [camera, microphone] = [media?.camera === true, media?.microphone === true]
  useTell(meeting, { kind: 'media', camera, microphone })
  if (media === null) return null
  return (
    <div className={styles['controls']}>
      {media.stream.getAudioTracks().length > 0 && (
        <Button look="plain" onClick={() => turn('microphone')} data-turn="microphone">
          {microphone ? <Trans>Turn the microphone off</Trans> : <Trans>Turn the microphone on</Trans>}
        </Button>
      )}
      {media.stream.getVideoTracks().length > 0 && (
        <Button look="plain" onClick={() => turn('camera')} data-turn="camera">
          {camera ? <Trans>Turn the camera off</Trans> : <Trans>Turn the camera on</Trans>}
        </Button>
      )}
      {children}
    </div>
  )
}
