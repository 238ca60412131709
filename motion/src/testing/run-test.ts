import type { Frame } from '../pose.ts'
import type { TestEvent } from '../movement-test/events.ts'
import type { TestSpec } from '../movement-test/protocol.ts'
import { resultOf, type TestResult } from '../movement-test/result.ts'
import { startTest, stepTest, type TestOptions, type TestState } from '../movement-test/run.ts'

/** Plays frames through a movement test: its state, all events and the result. */
export function runTest(
  spec: TestSpec,
  frames: readonly Frame[],
  options: TestOptions = {},
): { state: TestState; events: TestEvent[]; result: TestResult } {
  const state = startTest(spec, options)
  const events = frames.flatMap((frame) => stepTest(state, frame).events)
  return { state, events, result: resultOf(state) }
}

/** What was said and decided, in short words, in order. */
export const wordsOf = (events: readonly TestEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.type === 'say') return [`${event.id} ${event.side}`]
    if (event.type === 'accepted') return [`accepted ${event.attempt.side}`]
    if (event.type === 'not-accepted') return [`not accepted: ${event.because}`]
    return event.type === 'done' ? [`done: ${event.because}`] : []
  })
