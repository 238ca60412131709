import type { Morning } from '@dorsal/care'
import * as z from 'zod/mini'
import { forget, keep, readKept } from './store.ts'

/** For how long answers to the danger questions stand: after that the day may have changed, and they are put again. */
const FRESH_MS = 60 * 60_000

/** What was answered so far about a flare-up, a come-back or a morning, as it lies on this device until it is told. */
const KeptDay = z.object({
  which: z.enum(['flare-up', 'again', 'morning']),
  answers: z.record(z.string(), z.enum(['yes', 'no'])),
  pain: z.nullable(z.number()),
  worry: z.nullable(z.number()),
  sinceLast: z.optional(z.enum(['better', 'same', 'a-little-worse', 'much-worse'])),
  sleep: z.optional(z.nullable(z.enum(['well', 'so-so', 'badly']))),
  /** The person asked for the danger questions themselves. */
  uneasy: z.optional(z.boolean()),
  at: z.string(),
})
export type KeptDay = z.infer<typeof KeptDay>
export type DayKind = KeptDay['which']
export type DayGiven = Omit<KeptDay, 'which' | 'at'> & {
  sinceLast?: Morning['sinceLast'] | undefined
  sleep?: Morning['sleep']
}

export const NOTHING_GIVEN: DayGiven = { answers: {}, pain: null, worry: null }

/** What is kept, where it is of this kind and fresh; of anything else nothing, so that no old "no" stands for today. */
export function givenIn(value: unknown, which: DayKind, now: string): DayGiven {
  const kept = KeptDay.safeParse(value)
  if (!kept.success || kept.data.which !== which) return NOTHING_GIVEN
  const age = Date.parse(now) - Date.parse(kept.data.at)
  if (!(age >= 0 && age <= FRESH_MS)) return NOTHING_GIVEN
  const { which: _, at: __, ...given } = kept.data
  return given
}

let current: unknown
let reading: Promise<void> | undefined

async function read(): Promise<void> {
  const kept = await readKept('day')
  current ??= kept
}

/** Reads what is kept of it once; the page that needs it waits for this. */
export function loadDay(): Promise<void> {
  reading ??= read()
  return reading
}

export const dayNow = (which: DayKind, now: string): DayGiven => givenIn(current, which, now)

export function keepDay(day: KeptDay): void {
  current = day
  void keep('day', day)
}

/** It is told, or the record is gone. */
export async function forgetDay(): Promise<void> {
  current = undefined
  await forget('day')
}
