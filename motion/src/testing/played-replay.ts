import type { Movement } from '../movement.ts'
import { playSet } from '../person/play-set.ts'
import type { Play } from '../person/script.ts'
import { shoot } from '../person/shoot.ts'
import type { Frame } from '../pose.ts'
import { ENGINE } from '../replay/watch.ts'
import { ReplayWriter } from '../replay/writer.ts'
import { startTracking } from '../tracking/state.ts'
import { step } from '../tracking/step.ts'

/** A replay as the product would have recorded it, of the synthetic person who does a set of an exercise. `hide`: frames without anybody. */
export function playedReplay(
  movement: Movement,
  exerciseId: string,
  play: Partial<Play> = {},
  hide: (frame: Frame) => boolean = () => false,
): Uint8Array {
  const set = playSet(movement, { seed: 3, reps: 4, ...play })
  if (set === null) throw new Error(`${exerciseId} has no figure`)
  const writer = new ReplayWriter({
    width: 640,
    height: 480,
    mirrored: false,
    fps: 15,
    depth: 'model',
    model: 'full',
    delegate: 'CPU',
    movement: exerciseId,
    calibration: null,
    startedAt: null,
    engine: ENGINE,
  })
  const state = startTracking(movement)
  for (const seen of shoot(set.scene, set.camera, {}, { fps: 15 })) {
    const frame = hide(seen) ? { ...seen, image: null, world: null } : seen
    writer.add(frame)
    for (const event of step(state, frame).events) writer.mark(event)
  }
  return writer.finish()
}
