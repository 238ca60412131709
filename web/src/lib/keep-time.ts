/** How long something that could not be sent is kept on this device. */
export const KEPT_DAYS = 30

const DAY = 86_400_000
const LONGEST = KEPT_DAYS * DAY

/** The time as far as this device may believe its clock. `leapAt`: when a leap of the clock was first seen that nothing confirms. */
export type KnownTime = { trusted: string; leapAt: string | null }

const iso = (ms: number): string => new Date(ms).toISOString()

/**
 * What time it is, for deciding that something was kept long enough. The server's time is believed. The device's own clock is
 * believed while it goes on in steps of less than 30 days: a greater leap (a clock that was set, a battery that was empty) removes
 * nothing until a server confirms it or the clock has gone on from there for a day. A clock that is set back removes nothing either.
 */
export function believe(known: KnownTime | null, device: string, server: string | null): KnownTime {
  if (server !== null) return { trusted: server, leapAt: null }
  if (known === null) return { trusted: device, leapAt: null }
  const [now, before] = [Date.parse(device), Date.parse(known.trusted)]
  if (now < before) return known.leapAt === null ? known : { ...known, leapAt: null }
  if (now - before < LONGEST) return { trusted: device, leapAt: null }
  const leapt = known.leapAt === null ? now : Math.min(now, Date.parse(known.leapAt))
  return now - leapt >= DAY ? { trusted: device, leapAt: null } : { ...known, leapAt: iso(leapt) }
}

/** Whether something made then (by the clock of the device) has been kept for as long as it may be. */
export function keptLongEnough(createdAt: string, { trusted }: KnownTime): boolean {
  return Date.parse(trusted) - Date.parse(createdAt) >= LONGEST
}

const KEY = 'dorsal-time'

function stored(): KnownTime | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (typeof value !== 'object' || value === null || !('trusted' in value) || !('leapAt' in value))
      return null
    const { trusted, leapAt } = value
    if (typeof trusted !== 'string' || Number.isNaN(Date.parse(trusted))) return null
    return { trusted, leapAt: typeof leapAt === 'string' ? leapAt : null }
  } catch {
    return null
  }
}

/** The time of this device now, remembered from one opening of the page to the next. */
export function timeOnDevice(device: string, server: string | null): KnownTime {
  const known = believe(stored(), device, server)
  try {
    localStorage.setItem(KEY, JSON.stringify(known))
  } catch {
    // Where nothing is stored, nothing is kept that could become too old.
  }
  return known
}
