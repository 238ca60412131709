import type { VideoVisit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { usePublicConfig } from '../../lib/config.ts'
import { libraryQuery } from '../../lib/library.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { noteIn, wasIn } from './came-in.ts'
import { Captions } from './captions.tsx'
import { Chat } from './chat.tsx'
import { Controls, useTheirMedia } from './controls.tsx'
import { DeviceCheck } from './device-check.tsx'
import { OwnPicture, TheirPicture } from './pictures.tsx'
import { PlanAside } from './plan-aside.tsx'
import { SharedFigure, type ShownFigure } from './shared-figure.tsx'
import { Shut } from './shut.tsx'
import { Status, standOf } from './status.tsx'
import { TheirLines } from './their-lines.tsx'
import { useTell } from './use-hear.ts'
import { type Meeting, useMeeting } from './use-meeting.ts'
import { type Own, useOwnMedia } from './use-own-media.ts'
import styles from './video.module.css'
import { visitQuery } from './visit-query.ts'

/** Letting in and ending: what only the clinician does. */
function Door({ meeting, visit, name }: { meeting: Meeting; visit: VideoVisit; name: string }) {
  const [failed, setFailed] = useState<unknown>(null)
  const [sure, setSure] = useState(false)
  const { room, id: own, send, wake } = meeting
  const act = (row: 'admitToVideo' | 'endVideo') => (): void => {
    setFailed(null)
    void call(row, { params: { id: visit.id }, body: { meeting: own } }).then(wake, setFailed)
  }
  const end = (): void => {
    send({ kind: 'ended' })
    setSure(false)
    act('endVideo')()
  }
  if (room === null || !room.mine) return null
  return (
    <>
      {!room.admitted && room.other !== null && (
        <Button onClick={act('admitToVideo')}>
          <Trans>Let {name} in</Trans>
        </Button>
      )}
      {room.admitted && !room.ended && !sure && (
        <Button look="danger" onClick={() => setSure(true)}>
          <Trans>End the visit</Trans>
        </Button>
      )}
      {sure && (
        <>
          <Button look="danger" onClick={end}>
            <Trans>End it for both</Trans>
          </Button>
          <Button look="plain" onClick={() => setSure(false)}>
            <Trans>Go on</Trans>
          </Button>
        </>
      )}
      {failed ? <ErrorNote error={failed} /> : null}
    </>
  )
}

/** The visit itself: the picture, and beside it the plan, the figure and what is written. */
function Inside({ visit, own, onLeave }: { visit: VideoVisit; own: Own; onLeave: () => void }) {
  const { t } = useLingui()
  const config = usePublicConfig()
  const library = useQuery(libraryQuery(config)).data
  const { patientId } = visit
  const record = useQuery({
    queryKey: ['patient', patientId],
    queryFn: ({ signal }) => call('patient', { params: { id: patientId }, signal }),
  })
  const meeting = useMeeting('staff', visit, own.media)
  const overlay = useRef<HTMLCanvasElement>(null)
  const mine = useRef<HTMLVideoElement>(null)
  const [figure, setFigure] = useState<ShownFigure | null>(null)
  const theirs = useTheirMedia(meeting)
  useTell(meeting, { kind: 'figure', shown: figure })
  const stand = standOf(meeting)
  const name = visit.meets
  const over = stand === 'ended' || stand === 'elsewhere'
  const close = useEffectEvent(own.close)
  useEffect(() => {
    if (!over) return
    noteIn(null)
    close()
  }, [over])
  return (
    <div className={styles['desk']}>
      <div className={styles['room']}>
        <Status meeting={meeting} visit={visit} name={name} side="staff" />
        {over && (
          <p>
            <Button onClick={onLeave}>
              <Trans>Come in again</Trans>
            </Button>
          </p>
        )}
        {!over && own.media !== null && (
          <>
            <section
              className={styles['seen']}
              aria-label={t`Pictures`}
              data-waiting={meeting.picture === null}
            >
              {meeting.picture !== null && (
                <TheirPicture stream={meeting.picture} off={!theirs.camera} name={name} overlay={overlay} />
              )}
              <OwnPicture stream={own.media.stream} off={!own.media.camera} video={mine} />
            </section>
            <Controls meeting={meeting} own={own}>
              {stand === 'together' && <TheirLines meeting={meeting} name={name} overlay={overlay} />}
              <Button look="plain" onClick={onLeave}>
                <Trans>Leave</Trans>
              </Button>
              <Door meeting={meeting} visit={visit} name={name} />
            </Controls>
            {stand === 'together' && (
              <Captions meeting={meeting} name={name} speaking={own.media.microphone} />
            )}
          </>
        )}
        {figure !== null && library && <SharedFigure shown={figure} library={library} />}
      </div>
      <div className={styles['aside']}>
        <p>
          <Link to="/patients/$id" params={{ id: patientId }} target="_blank">
            <Trans>Open the record</Trans>
          </Link>
        </p>
        {meeting.link !== 'apart' && <Chat meeting={meeting} name={name} />}
        {record.data && (
          <PlanAside plan={record.data.plan} library={library} shown={figure} onShow={setFigure} />
        )}
      </div>
    </div>
  )
}

/** A visit by video at the desk: check camera and sound, let the person in, see them with the plan beside. */
export function ClinicianVideoPage() {
  const { t, i18n } = useLingui()
  const { id } = useParams({ from: '/visits/$id/video' })
  const own = useOwnMedia()
  const [inside, setInside] = useState(() => wasIn(id))
  const query = useQuery(visitQuery('staff', id, inside))
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
      wide
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
                  <Trans>Go into the room</Trans>
                </Button>
              )}
            </DeviceCheck>
          )}
        </Stack>
      )}
    </Page>
  )
}
