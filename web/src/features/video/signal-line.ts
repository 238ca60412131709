import type { Signal, VideoCall, VideoRoom } from '@dorsal/care'
import { worthRetrying } from '../../lib/api.ts'

const AT_ONCE = 40
/** For how long signals are gathered, so that a handful of them is one request. */
const GATHER_MS = 60
const AGAIN_MS = [500, 1_000, 2_000, 5_000] as const

type Parts = {
  meeting: string
  ask: (call: VideoCall) => Promise<VideoRoom>
  onRoom: (room: VideoRoom) => void
  onSignal: (signal: Signal) => void
  /** The server cannot be reached (it is tried again), or it refuses for good. Null: it answers again. */
  onTrouble: (error: unknown, final: boolean) => void
  /** After how many milliseconds it is asked again without a reason. */
  every: () => number
}

export type SignalLine = {
  tell: (to: string, signal: Signal) => void
  /** Asks now: something is known to have changed. */
  wake: () => void
  stop: () => void
}

/**
 * One page's line to the server: says that it is there, hands over what it tells the other page, and takes what that one tells it. One request
 * at a time; what was not taken is sent again.
 */
export function signalLine({ meeting, ask, onRoom, onSignal, onTrouble, every }: Parts): SignalLine {
  let enter = true
  let after = 0
  let other: string | null = null
  let failures = 0
  let busy = false
  let woken = false
  let over = false
  let troubled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: { to: string; signal: Signal }[] = []

  const soon = (ms: number): void => {
    clearTimeout(timer)
    if (!over) timer = setTimeout(() => void run(), ms)
  }
  const take = (room: VideoRoom): void => {
    enter = false
    failures = 0
    other = room.other?.meeting ?? null
    if (troubled) onTrouble(null, false)
    troubled = false
    onRoom(room)
    for (const { n, signal } of room.signals) {
      if (n <= after || over) continue
      after = n
      onSignal(signal)
    }
  }
  const fail = (error: unknown): void => {
    const final = !worthRetrying(error)
    troubled = true
    onTrouble(error, final)
    if (final) stop()
    else soon(AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? 0)
    failures += 1
  }
  const run = async (): Promise<void> => {
    if (busy || over) return
    busy = true
    woken = false
    // What is meant for a page that is gone is told to nobody.
    waiting = waiting.filter(({ to }) => other === null || to === other)
    const to = waiting[0]?.to ?? null
    const sent = waiting.filter((each) => each.to === to).slice(0, AT_ONCE)
    try {
      const room = await ask({ meeting, enter, to, after, signals: sent.map(({ signal }) => signal) })
      waiting = waiting.filter((each) => !sent.includes(each))
      busy = false
      if (over) return
      take(room)
      soon(woken || waiting.length > 0 ? 0 : every())
    } catch (error) {
      busy = false
      if (!over) fail(error)
    }
  }
  function stop(): void {
    over = true
    clearTimeout(timer)
  }
  soon(0)
  return {
    tell: (to, signal) => {
      waiting.push({ to, signal })
      woken = true
      if (!busy && failures === 0) soon(GATHER_MS)
    },
    wake: () => {
      woken = true
      if (!busy && failures === 0) soon(0)
    },
    stop,
  }
}
