import type { TextModel } from '@dorsal/care'
import type { View } from './readings.ts'

/** A text that the classifier had not learned from, with how sure it was. */
export type Judged = {
  view: View
  flag: boolean
  grave: boolean
  danger: number
  emergency: number
  selfHarm: number
}

/** From which chance on the classifier does what; see `TextModel`. */
export type Thresholds = Pick<
  TextModel,
  'ask' | 'askEmergency' | 'askSelfHarm' | 'level' | 'sure' | 'sureEmergency'
>

/** Shares of the harmless texts that may be answered at all, with a level, with that of an emergency, and with a level by the classifier alone. */
const MAY = { answer: 0.195, alarm: 0.05, emergency: 0.035, level: 0.004 }
/** Shares of the harmless texts that may be asked about for an emergency and for self-harm; the best pair of these is taken. */
const TRIED = {
  emergency: [0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.16],
  selfHarm: [0.008, 0.012, 0.02, 0.03, 0.04],
}
/** A silent emergency counts as so many other silent dangers more. */
const GRAVE = 4

/** What the screen makes of a text: the same order as in `care/src/triage/screen.ts`. */
export function outcomeOf(
  { view, danger, emergency, selfHarm }: Judged,
  at: Thresholds,
): 'level' | 'ask' | null {
  const said =
    view.alone === 'said' ||
    (view.emergency === 'said' && danger >= at.sureEmergency) ||
    (view.lower === 'said' && danger >= at.sure)
  if (said || emergency >= at.level) return 'level'
  const suspects = danger >= at.ask || emergency >= at.askEmergency || selfHarm >= at.askSelfHarm
  return suspects || [view.alone, view.emergency, view.lower].some((weight) => weight !== null) ? 'ask' : null
}

/** The chance that only a share of some chances reaches. */
function cut(chances: readonly number[], share: number): number {
  const sorted = [...chances].sort((a, b) => b - a)
  return Math.min(0.999, Math.ceil(1000 * (sorted[Math.floor(sorted.length * share)] ?? 0.5)) / 1000)
}

/** The lowest threshold in thousandths with which no more than a share of the harmless texts comes to what is counted. */
function lowest(
  harmless: readonly Judged[],
  share: number,
  counts: (row: Judged, at: number) => boolean,
): number {
  let [low, high] = [1, 999]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (harmless.filter((row) => counts(row, middle / 1000)).length <= share * harmless.length) high = middle
    else low = middle + 1
  }
  return low / 1000
}

/** The thresholds that leave the fewest dangers silent, emergencies before all, and keep to the shares. */
export function thresholdsFor(rows: readonly Judged[]): Thresholds {
  const harmless = rows.filter((row) => !row.flag)
  const flagged = rows.filter((row) => row.flag)
  const closed: Thresholds = { ask: 1, askEmergency: 1, askSelfHarm: 1, level: 1, sure: 1, sureEmergency: 1 }
  closed.level = cut(
    harmless.map((row) => row.emergency),
    MAY.level,
  )
  const levels = (at: Partial<Thresholds>) => (row: Judged) =>
    outcomeOf(row, { ...closed, ...at }) === 'level'
  closed.sureEmergency = lowest(harmless, MAY.emergency, (row, at) => levels({ sureEmergency: at })(row))
  closed.sure = lowest(harmless, MAY.alarm, (row, at) => levels({ sure: at })(row))
  const loss = (at: Thresholds): number =>
    flagged.reduce((sum, row) => sum + (outcomeOf(row, at) === null ? 1 + (row.grave ? GRAVE : 0) : 0), 0)
  const asking = (of: (row: Judged) => number, shares: readonly number[]): number[] =>
    shares.map((share) => cut(harmless.map(of), share))
  const selfHarms = asking((row) => row.selfHarm, TRIED.selfHarm)
  return asking((row) => row.emergency, TRIED.emergency)
    .flatMap((askEmergency) => selfHarms.map((askSelfHarm) => ({ ...closed, askEmergency, askSelfHarm })))
    .map((half) => ({
      ...half,
      ask: lowest(harmless, MAY.answer, (row, ask) => outcomeOf(row, { ...half, ask }) !== null),
    }))
    .reduce((best, at) => (loss(at) < loss(best) ? at : best))
}
