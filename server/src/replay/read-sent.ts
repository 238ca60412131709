import { REPLAY_FAULTS, REPLAY_LIMITS, type ReplayRefusal, Refusal, type SetReport } from '@dorsal/care'
import { ReplayError, readReplay } from '@dorsal/motion'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const unpack = promisify(gunzip)

/** What came is no replay of this set: refused with the sentence that says why. */
function refuse(fault: ReplayRefusal): never {
  refuseSaying(REPLAY_FAULTS[fault])
}

function refuseSaying(message: string): never {
  throw new Refusal('bad-input', [{ path: 'data', message }])
}

/** Out of the way of the other requests, and never more than a set of ten minutes can be. */
async function unpacked(data: Buffer): Promise<Uint8Array> {
  const maxOutputLength = REPLAY_LIMITS.unpackedBytes
  return unpack(data, { maxOutputLength }).catch((error: unknown) =>
    refuse(
      error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
        ? 'too-large'
        : 'not-packed',
    ),
  )
}

/** Reads what was sent with the reader that plays it: what cannot be read whole, or is of another exercise, is never kept. */
export async function readSent(data: Buffer, set: SetReport): Promise<{ seconds: number; reps: number }> {
  if (data.length > REPLAY_LIMITS.packedBytes) refuse('too-large')
  const bytes = await unpacked(data)
  try {
    const replay = readReplay(bytes)
    if (!replay.complete) refuse('damaged')
    if (replay.frameCount === 0) refuse('empty')
    if (replay.header.movement !== set.exerciseId) refuse('another-exercise')
    const seconds = replay.end - replay.start
    // The last frame may come a moment after the limit was reached.
    if (!(seconds <= REPLAY_LIMITS.seconds + 1)) refuse('too-long')
    return { seconds, reps: replay.events.filter(({ type }) => type === 'rep').length }
  } catch (error) {
    if (error instanceof ReplayError) refuseSaying(error.message)
    throw error
  }
}
