import type { Movement } from '../movement.ts'
import type { TestProtocol } from './protocol.ts'

/**
 * The movement by which the tracker finds, frames and counts somebody who does this test. Tests of range, grade and count are counted as repetitions;
 * holds, captures and breathing only need to be seen. A test without a camera has none.
 */
export function movementOf(protocol: TestProtocol): Movement | null {
  const { camera, signal, kind } = protocol
  if (camera === null) return null
  const { views } = camera
  const counted = signal !== null && (kind === 'range' || kind === 'grade' || kind === 'count')
  return {
    template: !counted ? 'timed' : protocol.sides === 'each' ? 'alternating' : 'cycle',
    cameraView: views[0] ?? null,
    needs: protocol.needs,
    count: counted ? { signal, views, direction: protocol.direction, minRange: protocol.minRange } : null,
    measure: null,
    hold: null,
    faults: [],
  }
}
