import { Said, type VideoVisit } from '@dorsal/care'
import { negotiate } from './negotiation.ts'
import type { Link, Room, RoomEvents, Signalling } from './room.ts'

/** A moment's loss heals by itself; longer, and a new way is looked for. */
const HEALS_MS = 4_000
/** A new way is looked for this often while there is none. */
const AGAIN_MS = 10_000
/** After so long the page says what else there is. */
const FAILED_MS = 30_000

type Parts = {
  /** Whether this side gives way where both speak at once. */
  polite: boolean
  visit: Pick<VideoVisit, 'iceServers' | 'relayOnly'>
  signalling: Signalling
  events: RoomEvents
  make?: (configuration: RTCConfiguration) => RTCPeerConnection
}

const serverOf = ({ urls, username, credential }: VideoVisit['iceServers'][number]): RTCIceServer => ({
  urls,
  ...(username !== undefined && { username }),
  ...(credential !== undefined && { credential }),
})

const KINDS = ['audio', 'video'] as const

/** A room between two browsers, with nobody in the middle. One is made for each page of the other side. */
export function peerRoom({
  polite,
  visit,
  signalling,
  events,
  make = (c) => new RTCPeerConnection(c),
}: Parts): Room {
  const connection = make({
    iceServers: visit.iceServers.map(serverOf),
    iceTransportPolicy: visit.relayOnly ? 'relay' : 'all',
    bundlePolicy: 'max-bundle',
  })
  const talk = connection.createDataChannel('talk', { negotiated: true, id: 0 })
  const lines = connection.createDataChannel('lines', {
    negotiated: true,
    id: 1,
    ordered: false,
    maxRetransmits: 0,
  })
  lines.binaryType = 'arraybuffer'
  const theirs = new MediaStream()
  let over = false
  let shown: Link = 'connecting'
  let heal: ReturnType<typeof setTimeout> | undefined
  let giveUp: ReturnType<typeof setTimeout> | undefined

  const show = (link: Link): void => {
    if (over || link === shown) return
    shown = link
    events.onLink(link)
  }
  const together = (): boolean => connection.connectionState === 'connected'
  const again = (): void => {
    if (over || together()) return
    if (!agreement.again()) connection.restartIce()
    heal = setTimeout(again, AGAIN_MS)
  }
  const watch = (): void => {
    clearTimeout(heal)
    if (over) return
    if (together()) {
      clearTimeout(giveUp)
      giveUp = undefined
      show('together')
      return
    }
    if (shown === 'together') show('lost')
    giveUp ??= setTimeout(() => show('failed'), FAILED_MS)
    heal = setTimeout(again, connection.connectionState === 'failed' ? 0 : HEALS_MS)
  }
  connection.addEventListener('connectionstatechange', watch)
  connection.addEventListener('track', ({ track }) => {
    for (const old of theirs.getTracks()) if (old.kind === track.kind) theirs.removeTrack(old)
    theirs.addTrack(track)
    events.onPicture(theirs)
  })
  talk.addEventListener('message', ({ data }) => {
    const said = typeof data === 'string' ? saidOf(data) : null
    if (said !== null && !over) events.onSaid(said)
  })
  lines.addEventListener('message', ({ data }) => {
    if (data instanceof ArrayBuffer && !over) events.onLines(data)
  })
  giveUp = setTimeout(() => show('failed'), FAILED_MS)
  // The one who looks for a way first also begins anew where the first try came to nothing.
  heal = setTimeout(again, AGAIN_MS)
  const agreement = negotiate(connection, polite, signalling)

  return {
    join: (own) => {
      for (const kind of KINDS) {
        const track = own.getTracks().find((each) => each.kind === kind)
        const sender = connection.getSenders().find((each) => each.track?.kind === kind)
        if (sender !== undefined) void sender.replaceTrack(track ?? null)
        else if (track !== undefined) connection.addTrack(track, own)
        // Who has no camera sees all the same.
        else if (!polite) connection.addTransceiver(kind, { direction: 'recvonly' })
      }
    },
    leave: () => {
      over = true
      clearTimeout(heal)
      clearTimeout(giveUp)
      agreement.stop()
      connection.close()
    },
    send: (said) => {
      if (talk.readyState !== 'open') return false
      talk.send(JSON.stringify(said))
      return true
    },
    sendLines: (packed) => {
      if (lines.readyState === 'open' && lines.bufferedAmount === 0) lines.send(packed)
    },
  }
}

function saidOf(text: string): Said | null {
  try {
    return Said.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
