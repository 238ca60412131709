import type { Said, VideoRoom, VideoVisit } from '@dorsal/care'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { hearLive, pollEvery } from '../../lib/live.ts'
import { newId } from '../../lib/new-id.ts'
import type { OwnMedia } from './own-media.ts'
import { peerRoom } from './peer-room.ts'
import type { Link, Room, Signalling } from './room.ts'
import { signalLine } from './signal-line.ts'

export type Side = 'patient' | 'staff'
export type Trouble = { error: unknown; final: boolean }

type Ear<T> = (heard: T) => void

/** A visit by video as its page has it. */
export type Meeting = {
  /** This page's own id in the room. */
  id: string
  room: VideoRoom | null
  link: Link
  picture: MediaStream | null
  trouble: Trouble | null
  send: (said: Said) => boolean
  sendLines: (packed: ArrayBuffer) => void
  hear: (ear: Ear<Said>) => () => void
  hearLines: (ear: Ear<ArrayBuffer>) => () => void
  wake: () => void
}

const ROWS = { patient: 'myVideoCall', staff: 'videoCall' } as const
const APART_MS = 2_000
const TOLD_MS = 20_000
const LOOKING_MS = 3_000
/** Together the two pages know of each other without us. */
const TOGETHER_MS = 60_000

function everyOf(link: Link): number {
  if (link === 'together') return TOGETHER_MS
  if (link !== 'apart') return LOOKING_MS
  return pollEvery(APART_MS)() === APART_MS ? APART_MS : TOLD_MS
}

function earsOf<T>() {
  const ears = new Set<Ear<T>>()
  return {
    say: (heard: T): void => {
      for (const ear of ears) ear(heard)
    },
    hear: (ear: Ear<T>): (() => void) => {
      ears.add(ear)
      return () => void ears.delete(ear)
    },
  }
}

/** Comes into the room with this sound and picture (null: not yet), and meets the other side once the person was let in. */
export function useMeeting(side: Side, visit: VideoVisit, own: OwnMedia | null): Meeting {
  const [id] = useState(() => newId())
  const [room, setRoom] = useState<VideoRoom | null>(null)
  const [link, setLink] = useState<Link>('apart')
  const [picture, setPicture] = useState<MediaStream | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const peer = useRef<{
    room: Room
    other: string
    hear: (signal: Parameters<Signalling['tell']>[0]) => void
  }>(null)
  const current = useRef<Link>('apart')
  const line = useRef<ReturnType<typeof signalLine>>(null)
  const said = useMemo(() => earsOf<Said>(), [])
  const lines = useMemo(() => earsOf<ArrayBuffer>(), [])

  const showLink = (next: Link): void => {
    current.current = next
    setLink(next)
    // The way back is by the server: it is asked at once.
    if (next === 'lost') line.current?.wake()
  }
  const part = (): void => {
    peer.current?.room.leave()
    peer.current = null
    setPicture(null)
    showLink('apart')
  }
  const begin = (other: string, stream: MediaStream): void => {
    const told = earsOf<Parameters<Signalling['tell']>[0]>()
    showLink('connecting')
    const made = peerRoom({
      polite: side === 'patient',
      visit,
      signalling: { tell: (signal) => line.current?.tell(other, signal), listen: told.hear },
      events: { onPicture: setPicture, onLink: showLink, onSaid: said.say, onLines: lines.say },
    })
    peer.current = { room: made, other, hear: told.say }
    made.join(stream)
  }
  const onRoom = useEffectEvent((next: VideoRoom): void => {
    setRoom(next)
    const other = next.mine && next.admitted && !next.ended ? next.other : null
    if (peer.current !== null && peer.current.other !== other?.meeting) part()
    if (peer.current === null && other?.there === true && own !== null) begin(other.meeting, own.stream)
    if (!next.mine) line.current?.stop()
  })
  const leave = useEffectEvent(part)
  const onTrouble = useEffectEvent((error: unknown, final: boolean): void => {
    setTrouble(error === null ? null : { error, final })
    if (final) part()
  })

  const here = own !== null
  useEffect(() => {
    if (!here) return
    const opened = signalLine({
      meeting: id,
      ask: (body) => call(ROWS[side], { params: { id: visit.id }, body }),
      onRoom: (next) => onRoom(next),
      onSignal: (signal) => peer.current?.hear(signal),
      onTrouble: (error, final) => onTrouble(error, final),
      every: () => everyOf(current.current),
    })
    line.current = opened
    const deaf = hearLive((change) => {
      if (change === null || change.changed === 'video') opened.wake()
    })
    return () => {
      deaf()
      opened.stop()
      line.current = null
      leave()
    }
  }, [here, id, side, visit.id])

  useEffect(() => {
    if (own !== null) peer.current?.room.join(own.stream)
  }, [own])

  return {
    id,
    room,
    link,
    picture,
    trouble,
    send: (what) => peer.current?.room.send(what) ?? false,
    sendLines: (packed) => peer.current?.room.sendLines(packed),
    hear: said.hear,
    hearLines: lines.hear,
    wake: () => line.current?.wake(),
  }
}
