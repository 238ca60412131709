import { useEffect, useRef, useState } from 'react'
import type { StageTiming } from '../../ui/camera-stage.tsx'

export type ShownTiming = {
  perSecond: number
  poseMs: number
  roundTripMs: number
  trackerMs: number
  frames: number
}

const KEPT = 120

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The last frames' times, shown once a second. */
export function useTimings(): { add: (timing: StageTiming) => void; shown: ShownTiming | null } {
  const kept = useRef<StageTiming[]>([])
  const frames = useRef(0)
  const [shown, setShown] = useState<ShownTiming | null>(null)

  useEffect(() => {
    let before = 0
    const timer = setInterval(() => {
      const recent = kept.current
      if (recent.length === 0) return
      setShown({
        perSecond: frames.current - before,
        frames: frames.current,
        poseMs: median(recent.map((timing) => timing.inferenceMs)),
        roundTripMs: median(recent.map((timing) => timing.roundTripMs)),
        trackerMs: median(recent.map((timing) => timing.trackerMs)),
      })
      before = frames.current
    }, 1000)
    return () => clearInterval(timer)
  }, [])

  const add = (timing: StageTiming): void => {
    frames.current += 1
    kept.current.push(timing)
    if (kept.current.length > KEPT) kept.current.shift()
  }
  return { add, shown }
}
