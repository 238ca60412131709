import { type Analysis, fromCourse } from './analysis.ts'
import { countCourse } from './course.ts'
import type { SignalRecord } from './records.ts'

/** Channels in time order, whether the record lists them by channel or by frame. */
export function channelsOf(record: SignalRecord): number[][] {
  const n = record.channels.length
  const byChannel = record.signal.length === n && record.signal.some((row) => row.length !== n)
  if (byChannel) return record.signal.map((row) => row.map((value) => value ?? Number.NaN))
  return record.channels.map((_, c) => record.signal.map((row) => row[c] ?? Number.NaN))
}

/**
 * A signal record: counted on the channel that shows repetition best. Units are unknown and may differ, so a channel is judged by how
 * alike its repetitions are, how far they stand out of its tremble, and how much of it is there; its spread against the widest
 * channel only breaks ties. Drift, sign and a resting level that shifts do not matter (`countCourse`).
 */
export function analyzeChannels(id: string, record: SignalRecord, fps: number): Analysis {
  const rate = record.fps ?? fps
  const counted = channelsOf(record).map((values, i) => ({
    name: record.channels[i] ?? String(i),
    length: values.length,
    ...countCourse(values, rate),
  }))
  const widest = Math.max(0, ...counted.map((one) => one.rhythm.spread))
  const worth = ({ rhythm, full }: (typeof counted)[number]): number => {
    if (full.length === 0) return 0
    const clear = Math.min(1, rhythm.spread / (10 * Math.max(rhythm.tremble, 1e-9)))
    return (
      rhythm.seen * (0.1 + rhythm.regularity ** 2) * (0.3 + 0.7 * clear) * (rhythm.spread / widest) ** 0.25
    )
  }
  const best = counted.toSorted((a, b) => worth(b) - worth(a))[0]
  const seconds = Math.max(0, (counted[0]?.length ?? 1) - 1) / rate
  if (best === undefined || worth(best) === 0)
    return fromCourse(id, [], { seconds, seenShare: best?.rhythm.seen ?? 0 }, [
      'no channel repeats itself: nothing was counted',
    ])
  const why = best.rhythm.regularity > 0 ? 'which repeats itself most clearly' : 'which moves most'
  return fromCourse(
    id,
    [...best.full, ...best.partial].map((excursion) => ({ side: 'both', excursion })),
    { seconds, seenShare: best.rhythm.seen },
    [`counted on channel "${best.name}", ${why}`],
  )
}
