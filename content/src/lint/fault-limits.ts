import { type FaultRule, SIGNALS } from '@dorsal/motion'
import { JOINT_RANGES } from './joint-ranges.ts'
import type { LintRule } from './rule.ts'

/** Most corrections that one exercise looks for, and how long one may take to show. */
const MOST = 4
const SECONDS = [0.1, 3] as const
/** Seconds of one way of a repetition: at ten pictures a second three are as few as show it; a calm way takes eight tenths. */
const QUICK = [0.35, 0.7] as const

/** The largest error that the table states for the views of a rule; of a trend its smallest change. */
function errorOf({ signal, views }: FaultRule): number {
  const row = SIGNALS[signal]
  return row.kind === 'trend' ? row.change : Math.max(0, ...views.map((view) => row.error[view] ?? 0))
}

function faultsOf(rule: FaultRule): string[] {
  const { signal, when, threshold } = rule
  const [least, greatest] = JOINT_RANGES[signal]
  const faults: string[] = []
  if (rule.seconds < SECONDS[0] || rule.seconds > SECONDS[1])
    faults.push(`lasts ${rule.seconds} s: between ${SECONDS[0]} and ${SECONDS[1]} is a fault`)
  if (when === 'shortRange' && !(threshold > 0 && threshold < 1)) faults.push('a short range is a share of 1')
  if (when === 'fasterThan' && !(threshold > 2 * errorOf(rule)))
    faults.push('this speed is within the trembling of the signal')
  if (when === 'quickerThan' && !(threshold >= QUICK[0] && threshold <= QUICK[1]))
    faults.push(
      `a way in ${threshold} s: between ${QUICK[0]} and ${QUICK[1]} a camera can tell, and a calm person is slower`,
    )
  if (when === 'shortRange' || when === 'quickerThan' || when === 'fasterThan') return faults
  const [low, high] = when === 'aboveAbs' ? [0, Math.min(-least, greatest)] : [least, greatest]
  if (!(threshold > (when === 'aboveAbs' ? low : least) && threshold < high))
    faults.push(`no body reaches ${threshold}: ${signal} goes from ${least} to ${greatest}`)
  const rest = when === 'aboveAbs' ? 0 : SIGNALS[signal].rest
  if (Math.abs(threshold - rest) < errorOf(rule))
    faults.push(`${threshold} is within the error of ${signal}, ${errorOf(rule)}`)
  return faults
}

/** A limit lies where a body can go, and outside what the camera gets wrong. */
export const faultLimits: LintRule = {
  id: 'fault-limits',
  check(content) {
    return content.exercises.flatMap(({ id, movement: { faults } }) => [
      ...(faults.length > MOST
        ? [{ where: id, message: `${faults.length} fault rules: choose the ${MOST} that matter` }]
        : []),
      ...faults.flatMap((rule) =>
        faultsOf(rule).map((message) => ({ where: id, message: `${rule.id}: ${message}` })),
      ),
    ])
  },
}
