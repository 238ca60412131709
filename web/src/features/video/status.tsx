import type { VideoVisit } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { telephoneLink } from '../../lib/telephone.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import type { Meeting, Side } from './use-meeting.ts'

/** In what state somebody is in the room, as the page shows it. */
export type Stand =
  | 'coming'
  | 'elsewhere'
  | 'ended'
  | 'waiting'
  | 'known'
  | 'away'
  | 'connecting'
  | 'together'
  | 'lost'
  | 'failed'

export function standOf({ room, link }: Pick<Meeting, 'room' | 'link'>): Stand {
  if (room === null) return 'coming'
  if (!room.mine) return 'elsewhere'
  if (room.ended) return 'ended'
  if (!room.admitted) return room.seen && room.other?.there === true ? 'known' : 'waiting'
  return link === 'apart' ? 'away' : link
}

function Words({ stand, name, side }: { stand: Stand; name: string; side: Side }) {
  switch (stand) {
    case 'coming':
      return <Trans>One moment…</Trans>
    case 'elsewhere':
      return <Trans>This visit is open in another window or on another device, and goes on there.</Trans>
    case 'ended':
      return <Trans>The video visit has ended.</Trans>
    case 'waiting':
      return side === 'patient' ? (
        <Trans>
          You are in the waiting room. {name} is not here yet. Stay on this page: it tells them that you are
          here.
        </Trans>
      ) : (
        <Trans>{name} is not here yet. This page shows when they come.</Trans>
      )
    case 'known':
      return side === 'patient' ? (
        <Trans>You are in the waiting room. {name} knows that you are here and lets you in.</Trans>
      ) : (
        <Trans>{name} is in the waiting room.</Trans>
      )
    case 'away':
      return <Trans>{name} is not here right now. Stay on this page: it connects you by itself.</Trans>
    case 'connecting':
      return <Trans>Connecting you with {name}…</Trans>
    case 'together':
      return <Trans>You are together with {name}.</Trans>
    case 'lost':
      return <Trans>The connection was lost. This page connects you again by itself.</Trans>
    case 'failed':
      return <Trans>There is no connection between you two. This page goes on trying by itself.</Trans>
  }
}

type Props = { meeting: Meeting; visit: VideoVisit; name: string; side: Side }

/** What happens, in words that are also read out; the telephone where nothing else helps. */
export function Status({ meeting, visit, name, side }: Props) {
  const stand = standOf(meeting)
  const { trouble } = meeting
  const { phone } = visit
  const lonely = stand === 'failed' || (trouble !== null && stand !== 'together')
  return (
    <>
      <div data-stand={stand}>
        <Notice
          live
          tone={stand === 'together' ? 'ok' : stand === 'lost' || stand === 'failed' ? 'warn' : 'calm'}
        >
          <p>
            <Words stand={stand} name={name} side={side} />
          </p>
        </Notice>
      </div>
      {trouble?.final === true && <ErrorNote error={trouble.error} />}
      {trouble?.final === false && stand !== 'together' && (
        <output>
          <Trans>The server cannot be reached right now. This page tries again by itself.</Trans>
        </output>
      )}
      {lonely && side === 'patient' && phone !== '' && (
        <p>
          <a className={buttonClass('plain', true)} href={telephoneLink(phone)}>
            <Trans>Call the clinic: {phone}</Trans>
          </a>
        </p>
      )}
    </>
  )
}
