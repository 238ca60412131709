import { REPLAY_LIMITS } from '@dorsal/care'
import { type Calibration, ENGINE, type Frame, ReplayWriter, type TrackerEvent } from '@dorsal/motion'

/** Which set is recorded, and by what it is read. */
export type Recording = { exerciseId: string; engine: { model: string; delegate: string } | null }

/**
 * Records the movement of one set while it is counted: landmarks, repetitions, faults; there is no picture in what it is given. Past the
 * bounds the set goes on and only the replay ends.
 */
export class SetRecorder {
  private writer: ReplayWriter | null = null
  private readonly of: Recording
  private first = 0
  private counted = 0
  /** What was known of the person when the count began. */
  calibration: Calibration | null = null

  constructor(of: Recording) {
    this.of = of
  }

  take(frame: Frame, events: readonly TrackerEvent[], calibration: Calibration | null): void {
    this.writer ??= this.begin(frame, calibration)
    if (frame.t - this.first > REPLAY_LIMITS.seconds) return
    // The rest of a block and the end are written when it ends.
    if (this.writer.size > REPLAY_LIMITS.unpackedBytes - 50_000) return
    this.writer.add(frame)
    for (const event of events) {
      this.writer.mark(event)
      if (event.type === 'rep' || event.type === 'hold') this.counted += 1
    }
  }

  /** The replay, not packed; null where nothing was counted: there is nothing to look at. */
  finish(): Uint8Array | null {
    return this.writer === null || this.counted === 0 ? null : this.writer.finish()
  }

  private begin(frame: Frame, calibration: Calibration | null): ReplayWriter {
    this.first = frame.t
    this.calibration = calibration
    const { exerciseId, engine } = this.of
    return new ReplayWriter({
      width: frame.width,
      height: frame.height,
      mirrored: calibration?.mirrored === true,
      fps: 15,
      depth: frame.depth ?? 'model',
      model: engine?.model ?? null,
      delegate: engine?.delegate ?? null,
      movement: exerciseId,
      calibration: null,
      startedAt: null,
      engine: ENGINE,
    })
  }
}

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
  const body = new Response(new Uint8Array(bytes)).body
  if (body === null) return new Uint8Array()
  const out = body.pipeThrough(stream)
  return new Uint8Array(await new Response(out).arrayBuffer())
}

/** Packed as it is sent; null where it is larger than a replay may be. */
export async function packed(bytes: Uint8Array): Promise<Uint8Array | null> {
  const small = await through(bytes, new CompressionStream('gzip'))
  return small.length > REPLAY_LIMITS.packedBytes ? null : small
}

/** As it was before packing. */
export const unpacked = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(bytes, new DecompressionStream('gzip'))
