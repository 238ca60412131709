import type { Attempt, AttemptSide } from './attempt.ts'
import { bandOf, type BandVerdict } from './bands.ts'
import { gradeOf } from './grade.ts'
import type { TestEnd } from './events.ts'
import type { TestKind, TestProtocol } from './protocol.ts'
import type { Outcome } from './runner.ts'
import type { TestState } from './run.ts'

/** Pain (0..10) above which a test of grade comes to 0. */
const GRADE_PAIN = 5

/**
 * What a movement test came to. Values are in `unit`, with `error` (the larger of the test's stated error and that of the evidence used).
 * `left`, `right`, `best`: the best attempt that hurt no more than before, or the best of all where each hurt (`painFree` is false then); null where nothing was
 * measured. A test of grade that is done with both arms gives their degrees as `left` and `right`. `difference`: left minus right. `band`: among people of that age and sex. `advice`: `ask` and `repeat` for rates and gaps out of the usual.
 * `trend`: comparable with the same person only, never shown as an angle. `unjudged`: rules that the camera could not judge.
 */
export type TestResult = {
  kind: TestKind
  unit: TestProtocol['unit']
  trend: boolean
  left: number | null
  right: number | null
  best: number | null
  difference: number | null
  error: number
  attempts: Attempt[]
  painFree: boolean
  grade: number | null
  seconds: number | null
  count: number | null
  band: BandVerdict
  /** False where the value lies within its error of the limit, so that the verdict may fall the other way next time. */
  bandSure: boolean
  asymmetric: boolean
  advice: 'none' | 'ask' | 'repeat'
  ended: TestEnd | null
  unjudged: string[]
  detail: Outcome['detail']
}

/** The result so far. Nothing measured is null, never 0. */
export function resultOf(state: TestState): TestResult {
  const { spec, bench, runner, options } = state
  const { protocol } = spec
  const { seconds, count, detail } = runner.outcome
  const scored = bench.log.scored()
  const free = scored.filter((one) => (one.pain ?? 0) <= (options.painBefore ?? 0))
  const counted = free.length > 0 ? free : scored
  const grade = graded(state)
  const of = (side: AttemptSide): number | null =>
    bestOf(
      protocol,
      counted.filter((one) => one.side === side),
    )
  const limb = (side: 'left' | 'right'): number | null =>
    counted.reduce<number | null>(
      (best, { limbs }) => (limbs === null ? best : Math.max(best ?? limbs[side], limbs[side])),
      null,
    )
  const left = protocol.sides === 'one' ? limb('left') : of('left')
  const right = protocol.sides === 'one' ? limb('right') : of('right')
  const best = protocol.kind === 'grade' ? grade : bestOf(protocol, counted)
  const difference = left !== null && right !== null ? left - right : null
  const evidence =
    protocol.kind === 'range' || protocol.kind === 'breathing-rate' ? scored.map((one) => one.error) : []
  const error = Math.max(spec.error, ...evidence)
  // Among the norms stands the worse side: that is the one that limits.
  const judged = protocol.sides !== 'one' && left !== null && right !== null ? Math.min(left, right) : best
  const verdict = bandOf(judged, spec.bands, options.age ?? null, options.sex ?? null)
  const around = judged === null ? [] : [judged - error, judged + error]
  return {
    kind: protocol.kind,
    unit: protocol.unit,
    trend: protocol.trend,
    left,
    right,
    best,
    difference,
    error,
    attempts: bench.log.attempts.map((one) => ({ ...one, marks: { ...one.marks } })),
    painFree: scored.length === 0 || free.length > 0,
    grade,
    seconds: protocol.kind === 'hold' ? seconds : null,
    count: protocol.kind === 'count' && best !== null ? count : null,
    band: verdict,
    bandSure: around.every(
      (value) =>
        (bandOf(value, spec.bands, options.age ?? null, options.sex ?? null) === 'limited') ===
        (verdict === 'limited'),
    ),
    asymmetric:
      difference !== null && spec.sideDifference !== null && Math.abs(difference) > spec.sideDifference,
    advice: adviceOf(protocol, best),
    ended: state.ended,
    unjudged: bench.rules.unjudged,
    detail,
  }
}

function bestOf(protocol: TestProtocol, attempts: readonly Attempt[]): number | null {
  const values = attempts.flatMap((one) => (one.value === null ? [] : [one.value]))
  if (values.length === 0) return null
  // Captures of a posture have no best: their middle stands.
  if (protocol.kind === 'photo') return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? null
  return protocol.direction === 1 || protocol.kind !== 'range' ? Math.max(...values) : Math.min(...values)
}

function graded(state: TestState): number | null {
  const { grading } = state.spec.protocol
  if (grading === null) return null
  const { attempts } = state.bench.log
  if (attempts.some((one) => (one.pain ?? 0) > GRADE_PAIN)) return 0
  return gradeOf(grading, attempts, state.answers.get('contact') ?? 'unknown')
}

function adviceOf({ limits }: TestProtocol, value: number | null): TestResult['advice'] {
  if (limits === null || value === null) return 'none'
  const { askAbove, repeatFrom, repeatBelow } = limits
  if ((repeatFrom !== null && value >= repeatFrom) || (repeatBelow !== null && value < repeatBelow))
    return 'repeat'
  return askAbove !== null && value > askAbove ? 'ask' : 'none'
}
