import type { Movement } from '../movement.ts'
import type { TestProtocol } from './protocol.ts'

/** The runner keeps its own clock: the tracker only watches the view. */
const ANYTHING = 1e6

/**
 * The movement by which the tracker finds, frames and counts somebody who does this test. Tests of range, grade and count are counted
 * as repetitions; holds and captures must be seen from their view; for breathing the runner looks at the view itself, because its
 * signal is silent for the first seconds. A test without a camera has none.
 */
export function movementOf(protocol: TestProtocol): Movement | null {
  const { camera, signal, kind } = protocol
  if (camera === null) return null
  const { views } = camera
  const counted = kind === 'range' || kind === 'grade' || kind === 'count'
  const watched = kind === 'hold' || kind === 'photo'
  return {
    template: watched ? 'hold' : !counted ? 'timed' : protocol.sides === 'each' ? 'alternating' : 'cycle',
    cameraView: views[0] ?? null,
    needs: protocol.needs,
    count:
      counted && signal !== null
        ? { signal, views, direction: protocol.direction, minRange: protocol.minRange }
        : null,
    measure: null,
    hold: watched && signal !== null ? { signal, views, min: -ANYTHING, max: ANYTHING } : null,
    faults: [],
  }
}
