import * as z from 'zod/mini'

/** Zones that were found before: asking costs as much as all the rest of a visit, and there are no more than some hundreds. */
const KNOWN = new Set<string>()

/**
 * Whether the clocks of this zone are known here.
 * @param zone A name of the IANA list, such as `Europe/Lisbon`.
 * @returns false for anything else, never an error.
 */
export function isZone(zone: string): boolean {
  if (KNOWN.has(zone)) return true
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
    if (known) KNOWN.add(zone)
    return known
  } catch {
    return false
  }
}

/** By whose clocks something runs: a name of the IANA list, never an offset, which changes twice a year. */
export const Zone = z.string().check(
  z.maxLength(60),
  z.regex(/^[A-Za-z]/),
  z.refine((zone) => isZone(zone)),
)
