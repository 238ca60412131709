import { OUTCOMES, screenMessage, type VideoVisit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { usePatientContent, usePublicConfig } from '../../lib/config.ts'
import { libraryQuery } from '../../lib/library.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { noteIn, wasIn } from './came-in.ts'
import { Captions } from './captions.tsx'
import { Chat } from './chat.tsx'
import { Controls, useTheirMedia } from './controls.tsx'
import { DeviceCheck } from './device-check.tsx'
import { OwnLines } from './own-lines.tsx'
import { OwnPicture, TheirPicture } from './pictures.tsx'
import { SharedFigure, type ShownFigure } from './shared-figure.tsx'
import { Shut } from './shut.tsx'
import { Status, standOf } from './status.tsx'
import { useHear } from './use-hear.ts'
import { useMeeting } from './use-meeting.ts'
import { type Own, useOwnMedia } from './use-own-media.ts'
import styles from './video.module.css'
import { visitQuery } from './visit-query.ts'

/** What somebody writes in a visit is screened on their device like everything that they write. */
function useScreen(): { screen: (words: string) => boolean; danger: boolean } {
  const content = usePatientContent()
  const { i18n } = useLingui()
  const [turns, setTurns] = useState<readonly string[]>([])
  const [danger, setDanger] = useState(false)
  const screen = (words: string): boolean => {
    const written = { words, lang: i18n.locale, turns: [...turns], answers: {} }
    const { result, asks } = screenMessage(written, content.redFlags, content.version)
    setTurns([...turns, words].slice(-3))
    const found = OUTCOMES[result.disposition].card === 'stop' || asks.length > 0
    if (found) setDanger(true)
    return found
  }
  return { screen, danger }
}

/** The visit itself, from the waiting room on. */
function Inside({ visit, own, onLeave }: { visit: VideoVisit; own: Own; onLeave: () => void }) {
  const { t } = useLingui()
  const config = usePublicConfig()
  const library = useQuery(libraryQuery(config))
  const meeting = useMeeting('patient', visit, own.media)
  const [figure, setFigure] = useState<ShownFigure | null>(null)
  const mine = useRef<HTMLVideoElement>(null)
  const theirs = useTheirMedia(meeting)
  const { screen, danger } = useScreen()
  useHear(meeting, 'figure', ({ shown }) => setFigure(shown))
  useHear(meeting, 'ended', () => meeting.wake())
  const stand = standOf(meeting)
  const name = meeting.room?.other?.name ?? visit.meets
  const over = stand === 'ended' || stand === 'elsewhere'
  const close = useEffectEvent(own.close)
  useEffect(() => {
    if (!over) return
    noteIn(null)
    close()
  }, [over])
  return (
    <>
      <Status meeting={meeting} visit={visit} name={name} side="patient" />
      {over && (
        <p>
          <Button onClick={onLeave}>
            <Trans>Come in again</Trans>
          </Button>
        </p>
      )}
      {!over && own.media !== null && (
        <div className={styles['room']}>
          <section
            className={styles['seen']}
            aria-label={t`Pictures`}
            data-waiting={meeting.picture === null}
          >
            {meeting.picture !== null && (
              <TheirPicture stream={meeting.picture} off={!theirs.camera} name={name} />
            )}
            <OwnPicture stream={own.media.stream} off={!own.media.camera} video={mine} />
          </section>
          {figure !== null && library.data && <SharedFigure shown={figure} library={library.data} />}
          <OwnLines meeting={meeting} name={name} video={mine} camera={own.media.camera} />
          <Controls meeting={meeting} own={own}>
            <Button look="plain" onClick={onLeave}>
              <Trans>Leave</Trans>
            </Button>
          </Controls>
          {stand === 'together' && <Captions meeting={meeting} name={name} speaking={own.media.microphone} />}
          {danger && (
            <Card tone="danger" label={t`In an emergency`}>
              <Stack gap="s">
                <p>
                  <Trans>
                    What you wrote can be a warning sign. Tell {name} now. If you feel in danger, call.
                  </Trans>
                </p>
                <EmergencyCall {...config} />
              </Stack>
            </Card>
          )}
          {meeting.link !== 'apart' && <Chat meeting={meeting} name={name} screen={screen} />}
        </div>
      )}
    </>
  )
}

/** A person's visit by video: check camera and sound, wait, be together. */
export function PatientVideoPage({ id }: { id: string }) {
  const { t, i18n } = useLingui()
  const own = useOwnMedia()
  const [inside, setInside] = useState(() => wasIn(id))
  const query = useQuery(visitQuery('patient', id, inside))
  const visit = query.data
  const { media, opening, open } = own
  const back = inside && media === null && !opening && visit?.door === 'open'
  useEffect(() => {
    // After the end it is switched on by its person alone.
    if (back && wasIn(id)) open()
  }, [back, id, open])
  if (query.isPending) return <Waiting />
  if (visit === undefined) return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
  const go = (isIn: boolean): void => {
    noteIn(isIn ? id : null)
    if (!isIn) own.close()
    setInside(isIn)
  }
  const { meets, starts } = visit
  const when = shortMomentOf(starts, i18n.locale)
  return (
    <Page
      wide={inside}
      title={t`Video visit`}
      lead={
        <Trans>
          With {meets}, {when}.
        </Trans>
      }
    >
      {inside && visit.door === 'open' ? (
        <Inside visit={visit} own={own} onLeave={() => go(false)} />
      ) : (
        <Stack>
          <Shut visit={visit} />
          {(visit.door === 'open' || visit.door === 'early') && (
            <DeviceCheck own={own}>
              {visit.door === 'open' && (
                <Button large onClick={() => go(true)}>
                  <Trans>Go to the waiting room</Trans>
                </Button>
              )}
            </DeviceCheck>
          )}
          <p>
            <Link to="/messages" className={buttonClass('quiet')}>
              <Trans>Write to the clinic</Trans>
            </Link>
          </p>
        </Stack>
      )}
    </Page>
  )
}
