import { Trans } from '@lingui/react/macro'
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import styles from './video.module.css'

/** Shows a stream until the returned function is called. */
function show(element: HTMLVideoElement, stream: MediaStream | null): () => void {
  element.srcObject = stream
  return () => {
    element.srcObject = null
  }
}

type OwnProps = { stream: MediaStream; off: boolean; video: RefObject<HTMLVideoElement | null> }

/** Somebody's own picture, as in a mirror, without its sound. */
export function OwnPicture({ stream, off, video }: OwnProps) {
  useEffect(() => {
    const element = video.current
    if (element === null) return
    const hide = show(element, stream)
    void element.play().catch(() => undefined)
    return hide
  }, [stream, video])
  return (
    <div className={styles['own']} data-off={off}>
      <video ref={video} data-own muted playsInline disablePictureInPicture aria-hidden />
      {off && (
        <p>
          <Trans>Your camera is off</Trans>
        </p>
      )}
    </div>
  )
}

type TheirProps = {
  stream: MediaStream | null
  off: boolean
  name: string
  overlay?: RefObject<HTMLCanvasElement | null>
}

/** The other side, with their sound; lines over their body go on `overlay`, which has the shape of the picture. */
export function TheirPicture({ stream, off, name, overlay }: TheirProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [silent, setSilent] = useState(false)
  const [aspect, setAspect] = useState(16 / 9)
  useEffect(() => {
    const element = video.current
    if (element === null) return
    const hide = show(element, stream)
    // A browser that wants a touch before it sounds says so here.
    if (stream !== null)
      void element.play().then(
        () => setSilent(false),
        (error: unknown) => setSilent(error instanceof DOMException && error.name === 'NotAllowedError'),
      )
    return hide
  }, [stream])
  const shape = { '--aspect': aspect } as CSSProperties
  return (
    <div className={styles['their']} style={shape}>
      <video
        ref={video}
        data-their
        playsInline
        autoPlay
        disablePictureInPicture
        aria-label={name}
        onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
          if (videoWidth > 0 && videoHeight > 0) setAspect(videoWidth / videoHeight)
        }}
      >
        <track kind="captions" />
      </video>
      {overlay !== undefined && (
        <canvas ref={overlay} width={640} height={Math.round(640 / aspect)} aria-hidden="true" data-lines />
      )}
      {off && (
        <p className={styles['dark']}>
          <Trans>{name} has the camera off.</Trans>
        </p>
      )}
      {silent && (
        <div className={styles['dark']}>
          <Button onClick={() => void video.current?.play().then(() => setSilent(false))}>
            <Trans>Turn on the sound</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}
