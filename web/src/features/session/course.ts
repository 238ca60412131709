import { alternates, type Dosage, type Exercise, type PrescribedItem } from '@dorsal/care'
import type { Side } from '@dorsal/motion'

/** One exercise as it runs today: as prescribed, then as far as the session has made it easier. */
export type RunItem = {
  planItemId: string
  exercise: Exercise
  easier: Exercise | null
  dosage: Dosage
  rangeShare: number
  /** No further set of it today: skipped, or stopped by a rule. */
  closed: boolean
}

/** Where the session stands: which item, which set (from 1), which side. */
export type Place = { item: number; set: number; side: Side }

export type WorkKind = 'reps' | 'timed'

/** The items of a prescription as they are before anything has changed. */
export function courseOf(items: readonly PrescribedItem[]): RunItem[] {
  return items.map((item) => ({
    planItemId: item.planItemId,
    exercise: item.exercise,
    easier: item.easier,
    dosage: item.dosage,
    rangeShare: item.rangeShare,
    closed: false,
  }))
}

/** Timed work runs by the clock; everything else is repetitions, a hold being one long repetition. */
export function kindOf(item: RunItem): WorkKind {
  return item.dosage.durationSeconds === null ? 'reps' : 'timed'
}

/** Sides that swap with each repetition stay in one bout; sides that need another position are two bouts with a switch. */
export function sidesOf(item: RunItem): readonly Side[] {
  return item.dosage.perSide && !alternates(item.exercise) ? ['left', 'right'] : ['both']
}

/** What one bout aims at: repetitions (dosage counts them per side) or seconds. */
export function targetOf(item: RunItem): number {
  if (item.dosage.durationSeconds !== null) return item.dosage.durationSeconds
  const both = item.dosage.perSide && sidesOf(item).length === 1
  return Math.max(1, item.dosage.reps ?? 1) * (both ? 2 : 1)
}

/** What a whole set aims at in repetitions, over both sides; null for timed work. */
export function prescribedReps(item: RunItem): number | null {
  return kindOf(item) === 'timed' ? null : targetOf(item) * sidesOf(item).length
}

/** Whether the camera can count this exercise at all. */
export function countable(item: RunItem): boolean {
  const { trackability, movement } = item.exercise
  if (trackability === 'timer-only' || trackability === 'none' || kindOf(item) === 'timed') return false
  return movement.template === 'hold' ? movement.hold !== null : movement.count !== null
}

const open = (item: RunItem | undefined): item is RunItem =>
  item !== undefined && !item.closed && item.dosage.sets > 0

/** The first place of the first open item at or after `from`. */
export function firstPlace(items: readonly RunItem[], from = 0): Place | null {
  const item = items.findIndex((candidate, index) => index >= from && open(candidate))
  const found = items[item]
  return found === undefined ? null : { item, set: 1, side: sidesOf(found)[0] ?? 'both' }
}

/** The exercise by which the camera learns the person before the start: the first that it counts; null where it counts none. */
export const learntBy = (items: readonly RunItem[]): RunItem | null =>
  items.find((item) => open(item) && countable(item)) ?? null

/** The other side of the same set, when there is one still to do. */
export function otherSide(items: readonly RunItem[], place: Place): Place | null {
  const item = items[place.item]
  if (!open(item)) return null
  const sides = sidesOf(item)
  const side = sides[sides.indexOf(place.side) + 1]
  return side === undefined ? null : { ...place, side }
}

/** The next set of this item, else the next open item, else null: the exercises are done. */
export function nextSet(items: readonly RunItem[], place: Place): Place | null {
  const item = items[place.item]
  if (open(item) && place.set < item.dosage.sets)
    return { item: place.item, set: place.set + 1, side: sidesOf(item)[0] ?? 'both' }
  return firstPlace(items, place.item + 1)
}
