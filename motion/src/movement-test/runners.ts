import type { PosturePlace } from '../posture/posture.ts'
import type { TestKind } from './protocol.ts'
import { RunBreathing } from './run-breathing.ts'
import { RunCount } from './run-count.ts'
import { RunHold } from './run-hold.ts'
import { RunPhoto } from './run-photo.ts'
import { RunRepetitions } from './run-repetitions.ts'
import { type Bench, NO_OUTCOME, type Runner } from './runner.ts'

type Open = (bench: Bench, place: PosturePlace) => Runner

const byRepetitions: Open = (bench) => {
  const { signal } = bench.spec.protocol
  return signal === null ? nothing(bench) : new RunRepetitions(bench, signal)
}

/** A test without a camera: the value comes from the person alone. */
const nothing = (bench: Bench): Runner => ({
  next: () => [],
  get finished() {
    return bench.log.next === null
  },
  end: () => {},
  outcome: NO_OUTCOME,
})

/** One runner for each kind of test. */
export const RUNNERS: Readonly<Record<TestKind, Open>> = {
  range: byRepetitions,
  grade: byRepetitions,
  hold: (bench) => {
    const { signal } = bench.spec.protocol
    return signal === null ? nothing(bench) : new RunHold(bench, signal)
  },
  count: (bench) => {
    const { signal } = bench.spec.protocol
    return signal === null ? nothing(bench) : new RunCount(bench, signal)
  },
  photo: (bench, place) =>
    new RunPhoto(
      bench,
      bench.spec.protocol.signal === 'rounded_shoulder_offset' ? 'roundedShoulder' : 'headForward',
      place,
    ),
  self: nothing,
  'breathing-rate': (bench) => new RunBreathing(bench, false),
  'breathing-pattern': (bench) => new RunBreathing(bench, true),
}
