import { useEffect, useEffectEvent } from 'react'
import type { Clock } from './use-clock.ts'

/** Seconds from one frame of a replay to the next. */
export const FRAME = 1 / 15

/** Space plays, arrows go frame by frame, [ and ] change the speed, 1-9 go to a repetition. A control that has the keys keeps them. */
export function useReplayKeys(clock: Clock, repetitions: readonly { start: number }[]): void {
  const step = (by: 1 | -1) => {
    clock.play(false)
    clock.to(clock.t + by * FRAME)
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const held = target instanceof Element && target.closest('input, select, textarea, summary') !== null
    const pressed = target instanceof Element && target.closest('button, a') !== null
    if (held || (pressed && key === ' ')) return
    const repetition = /^[1-9]$/.test(key) ? repetitions[Number(key) - 1] : undefined
    const keys: Record<string, () => void> = {
      ' ': () => clock.play(!clock.playing),
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
      '[': () => clock.faster(-1),
      ']': () => clock.faster(1),
    }
    const act = repetition === undefined ? keys[key] : () => clock.to(repetition.start)
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
