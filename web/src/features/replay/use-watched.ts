import {
  type Recounted,
  recounted,
  type ReplayPlayed,
  type RepetitionSeen,
  repetitionsSeen,
} from '@dorsal/care'
import {
  type Replay,
  type ReplayEvent,
  type Repetition,
  readReplay,
  type Watched,
  watchFrames,
} from '@dorsal/motion'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { bytesOf } from '../../lib/base64.ts'
import { unpacked } from '../../lib/replay/recorder.ts'

/** A fault that was told while the set was done, in the exercise's own words. */
export type FaultMark = { t: number; name: string }

/** A replay as the page shows it: what was kept, and what today's engine makes of it. */
export type Shown = {
  kept: ReplayPlayed
  replay: Replay
  watched: Watched
  repetitions: RepetitionSeen[]
  faults: FaultMark[]
  count: Recounted
}

const NOTHING: Pick<Watched, 'traces' | 'events'> = { traces: [], events: [] }

function faultsOf({ exercise }: ReplayPlayed, events: readonly ReplayEvent[]): FaultMark[] {
  return events.flatMap((event) => {
    if (event.type !== 'fault') return []
    const name = exercise?.faults.find(({ id }) => id === event.fault)?.name ?? event.fault
    return [{ t: event.t, name }]
  })
}

/** Seconds by which two looks at one repetition may differ in its furthest point. */
const SAME_PEAK = 0.4

/** A repetition is told when its furthest point is left; where it ended is known later, and is taken from the second look. */
function wholeOf(told: Repetition, again: readonly Repetition[]): Repetition {
  const same = again.find(({ side, peak }) => side === told.side && Math.abs(peak - told.peak) <= SAME_PEAK)
  return same === undefined ? told : { ...told, end: Math.max(told.end, same.end) }
}

async function shownOf(kept: ReplayPlayed): Promise<Shown> {
  const replay = readReplay(await unpacked(bytesOf(kept.data)))
  const { exercise } = kept
  const watched = exercise === null ? null : watchFrames(replay.frames(), exercise.movement, kept.calibration)
  const seen = watched ?? { ...NOTHING, summary: null }
  // What was marked while the set was done is what is shown; today's engine counts beside it.
  const marked = replay.events.flatMap((event) =>
    event.type === 'rep'
      ? [{ ...event, repetition: wholeOf(event.repetition, watched?.summary.repetitions ?? []) }]
      : [],
  )
  return {
    kept,
    replay,
    watched: seen as Watched,
    repetitions: repetitionsSeen({ traces: seen.traces, events: marked }),
    faults: faultsOf(kept, replay.events),
    count: recounted(replay.events, seen.events),
  }
}

/** It never changes, so that it is asked for once. */
const ONCE = { staleTime: Number.POSITIVE_INFINITY, retry: false } as const

/** One replay of a patient, read and looked at again. */
export const replayQuery = (id: string, replayId: string) =>
  queryOptions({
    ...ONCE,
    queryKey: ['replay', id, replayId],
    queryFn: async ({ signal }) => shownOf(await call('replay', { params: { id, replayId }, signal })),
    enabled: replayId !== '',
  })

/** One's own. */
export const ownReplayQuery = (id: string) =>
  queryOptions({
    ...ONCE,
    queryKey: ['my-replay', id],
    queryFn: async ({ signal }) => shownOf(await call('myReplay', { params: { id }, signal })),
    enabled: id !== '',
  })
