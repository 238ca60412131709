import { ENGINE, LANDMARKS, ReplayWriter } from '@dorsal/motion'

const SECONDS = 8
const FPS = 15
/** Frames of one repetition. */
const PERIOD = 30

/** A replay as a device records it, of somebody who sways, with four repetitions marked: enough to be kept, read and refused. */
export function someReplay(exerciseId: string): Uint8Array {
  const writer = new ReplayWriter({
    width: 640,
    height: 480,
    mirrored: false,
    fps: FPS,
    depth: 'model',
    model: 'full',
    delegate: 'CPU',
    movement: exerciseId,
    calibration: null,
    startedAt: null,
    engine: ENGINE,
  })
  for (let nth = 0; nth < SECONDS * FPS; nth += 1) {
    const t = nth / FPS
    const point = (i: number) => [0.5 + 0.2 * Math.sin(t + i), 0.1 + i / 40, 0.05 * Math.cos(t), 1]
    const image = Float32Array.from(LANDMARKS.flatMap((_, i) => point(i)))
    writer.add({ t, width: 640, height: 480, image, world: image.map((value) => value - 0.5) })
    if (nth % PERIOD === PERIOD - 1) {
      const [start, count] = [t - (PERIOD - 1) / FPS, (nth + 1) / PERIOD]
      const repetition = {
        side: 'both',
        start,
        peak: start + 1,
        end: t,
        holdSeconds: 0,
        partial: false,
      } as const
      writer.mark({ type: 'rep', t, count, repetition })
    }
  }
  return writer.finish()
}
