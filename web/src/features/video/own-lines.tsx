import { Trans } from '@lingui/react/macro'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { Actions } from '../../ui/page.tsx'
import { packLines } from './lines.ts'
import { useHear, useTell } from './use-hear.ts'
import type { Meeting } from './use-meeting.ts'

type Are = 'off' | 'on' | 'refused' | 'not-here'

type Props = { meeting: Meeting; name: string; video: RefObject<HTMLVideoElement | null>; camera: boolean }

/**
 * The lines over one's own body, for the clinician: only when they ask and the person says yes, and until either stops it. The picture is read
 * on this device; the joints alone go over, and nobody keeps them.
 */
export function OwnLines({ meeting, name, video, camera }: Props) {
  const [asked, setAsked] = useState(false)
  const [are, setAre] = useState<Are>('off')
  useHear(meeting, 'lines', ({ on }) => {
    setAsked(on)
    if (!on) setAre('off')
  })
  useTell(meeting, { kind: 'lines-are', are })
  const reads = are === 'on' && camera
  const send = useEffectEvent((packed: ArrayBuffer) => meeting.sendLines(packed))
  useEffect(() => {
    const element = video.current
    if (!reads || element === null) return
    let over = false
    let stop = (): void => undefined
    const begin = async (): Promise<void> => {
      const { startPose } = await import('../../lib/pose/start-pose.ts')
      if (over) return
      stop = startPose(element, {
        onReady: () => undefined,
        onRestart: () => undefined,
        onFrame: (frame) => send(packLines(frame)),
        onFailure: () => setAre('not-here'),
      })
    }
    void begin().catch(() => setAre('not-here'))
    return () => {
      over = true
      stop()
      send(packLines({ image: null }))
    }
  }, [reads, video])
  if (!asked) return null
  return (
    <div role={are === 'off' ? 'alert' : 'status'} data-lines-are={are}>
      <Notice>
        {are === 'off' && (
          <>
            <p>
              <Trans>
                {name} would like to see lines over your body: where your shoulders, arms and hips are. This
                device finds them in your picture. They are drawn for {name} now and kept nowhere.
              </Trans>
            </p>
            <Actions>
              <Button onClick={() => setAre('on')}>
                <Trans>Yes, show them</Trans>
              </Button>
              <Button look="plain" onClick={() => setAre('refused')}>
                <Trans>No</Trans>
              </Button>
            </Actions>
          </>
        )}
        {are === 'on' && (
          <>
            <p>
              <Trans>{name} sees lines over your body.</Trans>
            </p>
            <Actions>
              <Button look="plain" onClick={() => setAre('refused')}>
                <Trans>Stop the lines</Trans>
              </Button>
            </Actions>
          </>
        )}
        {are === 'refused' && (
          <>
            <p>
              <Trans>{name} sees no lines.</Trans>
            </p>
            <Actions>
              <Button look="plain" onClick={() => setAre('on')}>
                <Trans>Show them after all</Trans>
              </Button>
            </Actions>
          </>
        )}
        {are === 'not-here' && (
          <p>
            <Trans>The lines cannot be found on this device. The visit goes on without them.</Trans>
          </p>
        )}
      </Notice>
    </div>
  )
}
