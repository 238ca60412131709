import { dayAfter, dayOf, fitsWish, MINUTE, type Slot, type WaitWish, wallOf } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { setupOf } from './setup.store.ts'
import { slotsOf } from './slots.ts'

type Waits = { type_id: string; staff_id: string | null; location_id: string | null; wish: WaitWish }

/** One is chosen by telephone, not out of a month. */
const MOST_SHOWN = 4
const MOST_DAYS = 92

/** The first free starts that suit somebody who waits. What they wait for may have passed: from now on, then. */
export async function fitsOf(tx: Tx, wait: Waits, now: Date): Promise<Slot[]> {
  const setup = await setupOf(tx)
  const { wish } = wait
  const today = dayOf(wallOf(now.getTime(), 'UTC'))
  const from = wish.from > today ? wish.from : today
  const days = (Date.parse(dayAfter(wish.until, 1)) - Date.parse(from)) / 86_400_000
  if (days < 1) return []
  const { slots } = await slotsOf(tx, {
    setup,
    wish: {
      typeId: wait.type_id,
      staffId: wait.staff_id,
      placeId: wait.location_id,
      from,
      days: Math.min(days, MOST_DAYS),
      afterWork: false,
      most: 50_000,
    },
    soonest: new Date(now.getTime() + setup.rule.soonestMinutes * MINUTE),
    now,
  })
  return slots.filter(({ wall }) => fitsWish(wish, wall)).slice(0, MOST_SHOWN)
}
