import { dayOf, timeOf, wallOf } from '@dorsal/care'
import { useEffect, useState } from 'react'
import { minuteOf } from './day-grid.ts'

/** The day and the minute of now by the clocks of a zone, kept up. */
export function useNowMinute(zone: string): { day: string; minute: number } {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const wall = wallOf(now, zone)
  return { day: dayOf(wall), minute: minuteOf(timeOf(wall)) }
}
