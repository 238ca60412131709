import type { Calibration, Frame, Movement, SetSummary, TrackerEvent } from '@dorsal/motion'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { SetCounter } from './set-counter.ts'

/** Seconds between two summaries of a running set in which nothing was counted: a range is reached without a repetition, too. */
const SUMMARY_EVERY = 1

type SetProps = {
  movement: Movement
  running: boolean
  set: string | number
  known: Calibration | null
  onEvents: (events: TrackerEvent[]) => void
  onSummary: ((summary: SetSummary) => void) | undefined
  /** Each frame of a running set, with what it led to and what was known of the person when the count began. */
  onWatched?: ((frame: Frame, events: TrackerEvent[], known: Calibration | null) => void) | undefined
}

/** Feeds frames to the tracker of the current set and tells what it says; returns the function that takes a frame. */
export function useSet(props: SetProps): (frame: Frame) => TrackerEvent[] {
  const { movement, running, set, known } = props
  const [counter, setCounter] = useState(() => new SetCounter(set, movement, null, known))
  if (counter.set !== set || counter.movement !== movement)
    setCounter(new SetCounter(set, movement, counter, known))
  useEffect(() => counter.know(known), [counter, known])
  const toldAt = useRef(Number.NEGATIVE_INFINITY)
  const tellSummary = useEffectEvent((of: SetCounter) => props.onSummary?.(of.summary()))

  useEffect(() => (running ? () => tellSummary(counter) : undefined), [running, counter])

  return (frame) => {
    const events = counter.take(frame, running)
    if (running) props.onWatched?.(frame, events, counter.startedFrom)
    if (events.length > 0) props.onEvents(events)
    const due = running && frame.t - toldAt.current >= SUMMARY_EVERY
    if (due || events.some((event) => event.type === 'rep')) {
      toldAt.current = frame.t
      props.onSummary?.(counter.summary())
    }
    return events
  }
}
