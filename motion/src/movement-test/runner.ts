import type { AttemptLog } from './attempt-log.ts'
import type { TestEvent } from './events.ts'
import type { Look } from './look.ts'
import type { RuleWatch } from './rule-watch.ts'
import type { TestSpec } from './protocol.ts'

/** What a runner works with. `begunAt`: when the person was told to begin, seconds. */
export type Bench = { spec: TestSpec; log: AttemptLog; rules: RuleWatch; begunAt: number }

/** Values that only some kinds of test have. */
export type Outcome = {
  seconds: number | null
  count: number | null
  detail: Readonly<Record<string, number | boolean | string | null>>
}

/** Runs one kind of test: takes frames in after `begin` and adds attempts to the log. */
export type Runner = {
  /** Takes one frame in. */
  next(look: Look): TestEvent[]
  /** True when nothing more is wanted. */
  readonly finished: boolean
  /** Closes what is under way: the person ended the test, or it hurt too much. */
  end(t: number): void
  readonly outcome: Outcome
}

export const NO_OUTCOME: Outcome = { seconds: null, count: null, detail: {} }
