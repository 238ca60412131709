import type { MovementTest } from '@dorsal/care'
import {
  endTest,
  type Frame,
  type Framing,
  resultOf,
  startTest,
  stepTest,
  type TestEvent,
  type TestResult,
  type TestState,
} from '@dorsal/motion'
import { useState } from 'react'

/** What the guide said last: an instruction, or why a try did not count. */
export type Guide =
  | { say: Extract<TestEvent, { type: 'say' }>['id']; side: 'left' | 'right' | 'both' }
  | { refused: string }

/** The test as the screen shows it. `accepted`: tries that count; `progress`: of a hold or count while it runs. */
export type ProtocolView = {
  framing: Framing | null
  guide: Guide | null
  accepted: number
  progress: { seconds: number; count: number } | null
  over: boolean
}

const FRESH: ProtocolView = { framing: null, guide: null, accepted: 0, progress: null, over: false }

/** The view after one event; events that show nothing leave it as it is. */
export function viewAfter(view: ProtocolView, event: TestEvent): ProtocolView {
  switch (event.type) {
    case 'framing':
      return { ...view, framing: event.framing }
    case 'say':
      return { ...view, guide: { say: event.id, side: event.side } }
    case 'accepted':
      return event.attempt.practice ? view : { ...view, accepted: view.accepted + 1 }
    case 'not-accepted':
      return { ...view, guide: { refused: event.because } }
    case 'progress':
      return { ...view, progress: { seconds: event.seconds, count: event.count } }
    case 'done':
      return { ...view, over: true }
    case 'found':
    case 'lost':
      return view
  }
}

/** Runs one movement test by its protocol, frame by frame, and tells what the screen shows of it. */
export function useProtocolTest(test: MovementTest) {
  const [state] = useState<TestState>(() => startTest(test))
  const [view, setView] = useState(FRESH)
  const show = (events: readonly TestEvent[]): void => {
    if (events.length > 0) setView((before) => events.reduce(viewAfter, before))
  }
  return {
    view,
    state,
    take: (frame: Frame): void => show(stepTest(state, frame).events),
    end: (): void => show(endTest(state).events),
    result: (): TestResult => resultOf(state),
  }
}
