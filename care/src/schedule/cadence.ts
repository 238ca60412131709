import type { CadenceWish, Slot } from './booking.ts'
import { dayAfter, dayOf, timeOf, weekdayOf } from './clock.ts'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** How far a start is from what was wished: minutes off the wished time, and an hour more with another therapist. */
const farness = (slot: Slot, about: string | null, staffId: string | null): number =>
  (about === null ? 0 : Math.abs(minutesOf(timeOf(slot.wall)) - minutesOf(about))) +
  (staffId !== null && slot.staffId !== staffId ? 60 : 0)

/** Days from one visit of a week to the next, so that there is rest between them: twice a week three, three times two. */
const apart = (perWeek: number): number => Math.max(1, Math.floor(6 / perWeek))

/** A start for one visit of a week (the first is 0), and others for it; null where the week has none left. */
type Offered = { week: number; slot: Slot | null; instead: Slot[] }

/** How many other starts are shown beside one. */
const INSTEAD = 4

/** On which days the `nth` visit of a week is best: after rest from the one before, and with room for those that follow. */
function restedDays(
  first: string,
  before: string | undefined,
  { perWeek }: CadenceWish,
  nth: number,
): (day: string) => boolean {
  const gap = apart(perWeek)
  const last = dayAfter(first, 6 - gap * (perWeek - 1 - nth))
  return (day) => day <= last && (before === undefined || day >= dayAfter(before, gap))
}

/**
 * One free start for every visit of a cadence: on the wished days, near the wished time, with one therapist as far as can be, and with days
 * between those of a week. A visit for which a week has none left has none. Pure; what is offered may be taken meanwhile.
 * @param slots Free starts of all the weeks, in order.
 */
export function offerCadence(wish: CadenceWish, slots: readonly Slot[]): Offered[] {
  const offered: Offered[] = []
  let staffId = wish.staffId
  const near = (some: readonly Slot[]): Slot[] =>
    some.toSorted((a, b) => farness(a, wish.about, staffId) - farness(b, wish.about, staffId))
  for (let week = 0; week < wish.weeks; week += 1) {
    const first = dayAfter(wish.from, week * 7)
    const inWeek = slots.filter(({ wall }) => dayOf(wall) >= first && dayOf(wall) < dayAfter(first, 7))
    const { weekdays } = wish
    const wished = inWeek.filter(
      ({ wall }) => weekdays.length === 0 || weekdays.includes(weekdayOf(dayOf(wall))),
    )
    const used: string[] = []
    for (let nth = 0; nth < wish.perWeek; nth += 1) {
      const free = wished.filter(({ wall }) => !used.includes(dayOf(wall)))
      const isRested = restedDays(first, used.at(-1), wish, nth)
      const rested = weekdays.length > 0 ? [] : free.filter(({ wall }) => isRested(dayOf(wall)))
      const [slot = null, ...others] = near(rested.length > 0 ? rested : free)
      if (slot !== null) used.push(dayOf(slot.wall))
      staffId ??= slot?.staffId ?? null
      const elsewhere = near(inWeek.filter((one) => one !== slot && !others.includes(one)))
      offered.push({ week, slot, instead: [...others, ...elsewhere].slice(0, INSTEAD) })
    }
  }
  return offered
}
