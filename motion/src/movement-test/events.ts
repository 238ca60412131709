import type { TrackerEvent } from '../events.ts'
import type { Attempt, AttemptSide, NotAccepted } from './attempt.ts'

/** Plain ids of what is said to the person; the words live with the interface. */
export type TestSaying =
  | 'get-ready'
  | 'hold-still'
  | 'begin'
  | 'practice'
  | 'other-side'
  | 'turn-round'
  | 'march-and-settle'

/** Why a test is over: `complete`, too much pain, the person ended it, or the time was up without a measurement. */
export type TestEnd = 'complete' | 'pain' | 'ended' | 'time-up'

/** What a movement test tells, in order. Framing, lost and found come from the tracker. */
export type TestEvent =
  | Extract<TrackerEvent, { type: 'framing' | 'lost' | 'found' }>
  | { type: 'say'; t: number; id: TestSaying; side: AttemptSide }
  | { type: 'accepted'; t: number; attempt: Attempt }
  | { type: 'not-accepted'; t: number; because: NotAccepted; side: AttemptSide }
  | { type: 'progress'; t: number; seconds: number; count: number }
  | { type: 'done'; t: number; because: TestEnd }
