import * as z from 'zod/mini'
import { Day, TimeOfDay } from './visit.ts'

/** When somebody on the wait list could come: from and until which day, on which weekdays (Monday is 1), between which times. */
export const WaitWish = z.object({
  from: Day,
  until: Day,
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  earliest: TimeOfDay,
  latest: TimeOfDay,
})
export type WaitWish = z.infer<typeof WaitWish>
