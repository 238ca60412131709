import { useEffect, useRef, useState } from 'react'

export const SPEEDS = [0.25, 0.5, 1, 1.5, 2] as const
/** Seconds that a key pose stands, at usual speed. */
const POSE_SECONDS = 1.5

export type Clock = {
  t: number
  playing: boolean
  speed: number
  play: (on: boolean) => void
  to: (t: number) => void
  faster: (by: 1 | -1) => void
  setSpeed: (speed: number) => void
}

type Film = { start: number; end: number; poses: readonly number[]; calm: boolean }

/** The time of a replay. Where motion is not wanted it goes from key pose to key pose instead of running. */
export function useClock({ start, end, poses, calm }: Film): Clock {
  const [t, setT] = useState(start)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(1)
  const at = useRef(start)
  const to = (next: number) => {
    at.current = Math.max(start, Math.min(end, next))
    setT(at.current)
  }
  useEffect(() => {
    if (!playing) return undefined
    const show = (next: number) => {
      at.current = Math.min(end, next)
      setT(at.current)
      if (next >= end) setPlaying(false)
    }
    if (calm) {
      const onward = () => show(poses.find((pose) => pose > at.current + 0.01) ?? end)
      const timer = setInterval(onward, (POSE_SECONDS * 1000) / speed)
      return () => clearInterval(timer)
    }
    let last = performance.now()
    let request = requestAnimationFrame(function next(now) {
      show(at.current + ((now - last) / 1000) * speed)
      last = now
      request = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(request)
  }, [playing, speed, end, poses, calm])
  return {
    t,
    playing,
    speed,
    to,
    setSpeed,
    play: (on) => {
      if (on && at.current >= end - 0.01) to(start)
      setPlaying(on)
    },
    faster: (by) => {
      const index = SPEEDS.findIndex((one) => one >= speed)
      setSpeed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, index + by))] ?? 1)
    },
  }
}
