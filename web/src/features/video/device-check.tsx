import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { deviceSounds, TONES } from '../../lib/sound.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import type { OwnMedia } from './own-media.ts'
import { OwnPicture } from './pictures.tsx'
import { useLevel } from './use-level.ts'
import type { Own } from './use-own-media.ts'
import styles from './video.module.css'

/** How loud the microphone hears, as a bar and in words. */
function Microphone({ media }: { media: OwnMedia }) {
  const { t } = useLingui()
  const { level, heard } = useLevel(media.stream)
  if (!media.microphone)
    return (
      <p data-microphone="none">
        <strong>
          <Trans>Microphone: none.</Trans>
        </strong>{' '}
        <Trans>
          You can come in without one and write. Or allow the microphone in your browser and check again.
        </Trans>
      </p>
    )
  return (
    <div className={styles['level']} data-microphone={heard ? 'heard' : 'quiet'}>
      <output>
        <strong>
          {heard ? <Trans>Microphone: it hears you.</Trans> : <Trans>Microphone: say something.</Trans>}
        </strong>
      </output>
      <meter
        aria-label={t`How loud the microphone hears`}
        min={0}
        max={100}
        value={level}
        className={styles['bar']}
      />
    </div>
  )
}

function Sound() {
  const sounds = useMemo(() => deviceSounds(), [])
  useEffect(() => () => sounds.close(), [sounds])
  return (
    <div className={styles['level']}>
      <p>
        <strong>
          <Trans>Sound:</Trans>
        </strong>{' '}
        <Trans>press to hear three tones. If you hear none, turn up the volume of this device.</Trans>
      </p>
      <div>
        <Button look="plain" onClick={() => sounds.play(TONES.done, 1)}>
          <Trans>Play a test sound</Trans>
        </Button>
      </div>
    </div>
  )
}

/** Before one comes in: is one seen, is one heard, does one hear. `children`: the way on. */
export function DeviceCheck({ own, children }: { own: Own; children: ReactNode }) {
  const { t } = useLingui()
  const { media, opening, open } = own
  const picture = useRef<HTMLVideoElement>(null)
  return (
    <Card label={t`Check camera and sound`}>
      <Stack>
        <h2>
          <Trans>Check camera and sound</Trans>
        </h2>
        {media === null ? (
          <>
            <p>
              <Trans>
                Your browser asks whether this page may use camera and microphone. Nothing is sent before you
                go in, and nothing is ever recorded.
              </Trans>
            </p>
            <Actions>
              <Button large onClick={open} disabled={opening}>
                <Trans>Turn on camera and microphone</Trans>
              </Button>
            </Actions>
          </>
        ) : (
          <>
            <div className={styles['check']}>
              {media.camera ? (
                <OwnPicture stream={media.stream} off={false} video={picture} />
              ) : (
                <p className={styles['noPicture']}>
                  <Trans>No camera</Trans>
                </p>
              )}
              <Stack>
                <output data-camera={media.camera ? 'seen' : 'none'}>
                  <strong>
                    {media.camera ? <Trans>Camera: it works.</Trans> : <Trans>Camera: none.</Trans>}
                  </strong>{' '}
                  {media.camera ? (
                    <Trans>Put it so that your whole upper body is in the picture.</Trans>
                  ) : (
                    <Trans>
                      You can come in without one. Or allow the camera in your browser and check again.
                    </Trans>
                  )}
                </output>
                <Microphone media={media} />
                <Sound />
              </Stack>
            </div>
            <Actions>
              {children}
              <Button look="quiet" onClick={open}>
                <Trans>Check again</Trans>
              </Button>
            </Actions>
          </>
        )}
      </Stack>
    </Card>
  )
}
