import { useEffect, useState } from 'react'
import { type DayGiven, type DayKind, dayNow, forgetDay, keepDay } from '../../lib/kept-day.ts'
import { nowInstant } from '../../lib/time.ts'
import type { Told } from './use-tell.ts'

/** What was answered so far, kept on this device until it is told: a reload or the browser's Back loses nothing. */
export function useGiven(which: DayKind, told: Told) {
  const [given, setGiven] = useState<DayGiven>(() => dayNow(which, nowInstant()))
  const give = (patch: Partial<DayGiven>) => {
    const next = { ...given, ...patch }
    setGiven(next)
    keepDay({ ...next, which, at: nowInstant() })
  }
  const isTold = told.state !== 'asking'
  useEffect(() => {
    if (isTold) void forgetDay()
  }, [isTold])
  return { given, give }
}
