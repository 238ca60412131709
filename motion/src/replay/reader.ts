import type { Frame } from '../pose.ts'
import { ByteReader, BytesEnded, crc32 } from './bytes.ts'
import { KIND, MAGIC, ReplayError, ReplayEvent, ReplayHeader, VERSION } from './format.ts'
import { FLAG, fresh, readFrame } from './frame-codec.ts'

/** More frames than this in four seconds are no camera's, but a file made to fill the memory. */
const MOST_IN_CHUNK = 4096

type Chunk = { at: number; end: number; start: number; stop: number; frames: number }

/** A replay that can be played. Times are seconds of the recording's own clock. */
export type Replay = {
  header: ReplayHeader
  /** Times of the first and the last frame that can be played; both 0 where there is none. */
  start: number
  end: number
  frameCount: number
  /** Repetitions, corrections, lost and found, in order. */
  events: readonly ReplayEvent[]
  /** False where the recording was cut short or parts of it are damaged: what is whole is played, and the player says so. */
  complete: boolean
  /** All frames in order; from a time on, where one is given. */
  frames: (from?: number) => Generator<Frame, void>
  /** The frame that stands at a time: the last one not after it. null before the first. */
  at: (t: number) => Frame | null
}

/**
 * Opens a replay (unpacked). A file cut short or damaged in places is played as far as it is whole. Throws `ReplayError` alone: for
 * anything that is no replay, for one of a newer version, and for one whose beginning is damaged.
 */
export function readReplay(bytes: Uint8Array): Replay {
  const header = openHeader(bytes)
  const { chunks, events, complete, frameCount } = scan(bytes, header.after, header.value)
  const decode = (chunk: Chunk): Frame[] => decodeChunk(bytes, chunk, header.value).frames
  let kept: { chunk: Chunk; frames: Frame[] } | null = null
  const framesOf = (chunk: Chunk): Frame[] => {
    if (kept?.chunk !== chunk) kept = { chunk, frames: decode(chunk) }
    return kept.frames
  }
  const full = chunks.filter(({ frames }) => frames > 0)
  return {
    header: header.value,
    start: full[0]?.start ?? 0,
    end: full.at(-1)?.stop ?? 0,
    frameCount,
    events,
    complete,
    *frames(from = Number.NEGATIVE_INFINITY) {
      for (const chunk of full)
        if (chunk.stop >= from) for (const frame of decode(chunk)) if (frame.t >= from) yield frame
    },
    at(t) {
      const chunk = full.findLast(({ start }) => start <= t)
      return chunk === undefined ? null : (framesOf(chunk).findLast((frame) => frame.t <= t) ?? null)
    },
  }
}

function openHeader(bytes: Uint8Array): { value: ReplayHeader; after: number } {
  for (let i = 0; i < MAGIC.length; i++)
    if (bytes[i] !== MAGIC.charCodeAt(i)) throw new ReplayError('not-a-replay')
  const version = bytes[MAGIC.length]
  if (version === undefined || version === 0) throw new ReplayError('damaged')
  if (version > VERSION) throw new ReplayError('newer-version')
  const block = nextBlock(bytes, MAGIC.length + 1)
  if (block === null || block.kind !== KIND.header || !block.whole) throw new ReplayError('damaged')
  const value = read(() =>
    ReplayHeader.safeParse(JSON.parse(new ByteReader(bytes, block.at, block.end).ascii())),
  )
  if (value === null || !value.success) throw new ReplayError('damaged')
  return { value: value.data, after: block.end }
}

type Block = { kind: number; at: number; end: number; whole: boolean }

/** The block that begins here; null where the bytes end before it does. */
function nextBlock(bytes: Uint8Array, from: number): Block | null {
  return read(() => {
    const input = new ByteReader(bytes, from)
    const kind = input.byte()
    const length = input.count()
    const sum = input.word()
    const end = input.at + length
    if (end > bytes.length) throw new BytesEnded()
    return { kind, at: input.at, end, whole: crc32(bytes, input.at, end) === sum }
  })
}

/** The result, or null where the bytes made no sense. Only what broken bytes cause is caught. */
function read<T>(what: () => T): T | null {
  try {
    return what()
  } catch (error) {
    if (error instanceof BytesEnded || error instanceof SyntaxError) return null
    throw error
  }
}

function scan(bytes: Uint8Array, from: number, header: ReplayHeader) {
  const chunks: Chunk[] = []
  const events: ReplayEvent[] = []
  let frameCount = 0
  let ended = false
  let whole = true
  for (let block = nextBlock(bytes, from); block !== null; block = nextBlock(bytes, block.end)) {
    if (!block.whole) {
      whole = false
      continue
    }
    if (block.kind === KIND.end) {
      ended = frameCount === read(() => new ByteReader(bytes, block.at, block.end).count())
      break
    }
    if (block.kind !== KIND.chunk) continue
    const found = decodeChunk(bytes, block, header)
    whole &&= found.whole
    frameCount += found.frames.length
    events.push(...found.events)
    const [first, last] = [found.frames[0]?.t ?? 0, found.frames.at(-1)?.t ?? 0]
    chunks.push({ ...block, start: first, stop: last, frames: found.frames.length })
  }
  return { chunks, events, frameCount, complete: ended && whole }
}

function decodeChunk(bytes: Uint8Array, { at, end }: { at: number; end: number }, header: ReplayHeader) {
  const frames: Frame[] = []
  const events: ReplayEvent[] = []
  const input = new ByteReader(bytes, at, end)
  const whole = read(() => {
    const last = fresh(input.count(), header)
    while (!input.done) {
      const flags = input.byte()
      if (flags & FLAG.event) {
        const event = ReplayEvent.safeParse(JSON.parse(input.ascii()))
        if (event.success) events.push(event.data)
      } else if (frames.length >= MOST_IN_CHUNK) throw new BytesEnded()
      else frames.push({ ...readFrame(input, last, flags), depth: header.depth })
    }
    return true
  })
  return { frames, events, whole: whole === true }
}
