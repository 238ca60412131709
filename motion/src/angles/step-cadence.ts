import type { Body } from '../body/body.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { type Read, single } from './row.ts'

const { kneeL, kneeR, ankleL, ankleR } = INDEX

/** Difference in height between the knees, in trunk lengths, from which one foot has clearly left the floor: 4 cm. */
const LIFTED = 0.08
/** Trunk length in metres by which depth in metres is brought to trunk lengths (average adult, shoulder to hip). */
const TRUNK_METRES = 0.49
/** Steps over which the rate is taken, fewest that make a rate, and seconds without a step after which there is none. */
const STEPS = 8
const FEWEST = 4
const STOPPED = 2.5

/**
 * Reader of `step_cadence`: steps a minute of marching or walking in view, from the knees (or ankles) that rise in turn. A step
 * is a change of the higher knee by at least 4 cm; the rate is that of the last eight steps. null before the fourth step, after
 * 2.5 seconds without one, and while a leg is hidden. Error: a step is placed to a frame, over seven intervals.
 */
export function openStepCadence(): Read {
  const times: number[] = []
  let side = 0
  return (body) => {
    const lift = difference(body, kneeL, kneeR) || difference(body, ankleL, ankleR)
    const now = lift > LIFTED ? 1 : lift < -LIFTED ? -1 : 0
    if (times.length > 0 && body.t - (times.at(-1) ?? 0) > STOPPED) times.length = 0
    if (now !== 0 && now !== side) {
      side = now
      times.push(body.t)
      if (times.length > STEPS) times.shift()
    }
    const first = times[0]
    const last = times.at(-1)
    if (first === undefined || last === undefined || times.length < FEWEST || Number.isNaN(lift)) return null
    return single((60 * (times.length - 1)) / (last - first))
  }
}

/** How much higher the left one is, in trunk lengths; NaN when one is not seen. */
function difference(body: Body, left: number, right: number): number {
  if (body.ok[left] !== 1 || body.ok[right] !== 1) return Number.NaN
  if (body.depth === 'sensor')
    return ((body.space.y[right] ?? Number.NaN) - (body.space.y[left] ?? Number.NaN)) / TRUNK_METRES
  return ((body.y[right] ?? Number.NaN) - (body.y[left] ?? Number.NaN)) / body.trunk
}
