import type { TrackerEvent } from '../events.ts'
import type { Frame } from '../pose.ts'
import { asciiJson, ByteWriter, crc32 } from './bytes.ts'
import { KIND, MAGIC, type ReplayEvent, ReplayHeader, VERSION } from './format.ts'
import { FLAG, fresh, type Last, writeFrame } from './frame-codec.ts'

/** Seconds after which a chunk ends and all is told anew. */
const CHUNK_MS = 4000
/** Latest time that is written, in milliseconds: the clock of a machine gone mad is no recording. */
const LATEST = 2 ** 42

/** `fps`: frames a second that are kept at most; null keeps all. 15 is enough to look at and to measure again. */
export type ReplayOptions = { fps?: number | null }

/**
 * Writes a replay while the session runs: the landmarks of each frame, quantised (1/2048 of the picture; in space 2.5 mm for the trunk), and what
 * happened. Time must grow; a frame that repeats or goes back, or whose time is no number, is left out. Missing landmarks stay
 * missing. Memory grows by the written bytes alone (some 30 kB a minute before packing, see `npm run bench:motion`).
 */
export class ReplayWriter {
  private readonly out = new ByteWriter()
  private readonly step: number
  private chunk = new ByteWriter()
  private last: Last | null = null
  private startMs = 0
  private lastMs = Number.NEGATIVE_INFINITY
  private due = Number.NEGATIVE_INFINITY
  private frames = 0
  private readonly header: ReplayHeader

  constructor(header: ReplayHeader, { fps = 15 }: ReplayOptions = {}) {
    const known = ReplayHeader.parse(header)
    this.header = known
    this.step = fps === null || !(fps > 0) ? 0 : 1000 / fps
    for (let i = 0; i < MAGIC.length; i++) this.out.byte(MAGIC.charCodeAt(i))
    this.out.byte(VERSION)
    const payload = new ByteWriter()
    payload.ascii(asciiJson(known))
    this.block(KIND.header, payload.take())
  }

  /** Takes a frame in, or leaves it out where the rate that is kept is lower than the camera's. */
  add(frame: Frame): void {
    const ms = Math.round(frame.t * 1000)
    if (!(ms >= 0 && ms < LATEST && ms > this.lastMs)) return
    // A grid and not a distance: from a camera of 20 a second, 15 are kept and not 10.
    if (ms < this.due - 1) return
    this.due = (ms - this.due < this.step ? this.due : ms) + this.step
    if (this.last === null || ms - this.startMs >= CHUNK_MS) this.begin(ms)
    this.lastMs = ms
    this.frames += 1
    if (this.last !== null) writeFrame(this.chunk, this.last, frame, ms)
  }

  /** Puts an event into the index where it belongs to one; others (framing, range, hold) can be read from the frames again. */
  mark(event: TrackerEvent): void {
    const kept = keptOf(event)
    if (kept === null || !Number.isFinite(kept.t)) return
    if (this.last === null) this.begin(Math.max(0, this.lastMs))
    this.chunk.byte(FLAG.event)
    this.chunk.ascii(asciiJson(kept, 1000))
  }

  /** Bytes that the replay has by now, before packing. */
  get size(): number {
    return this.out.length + this.chunk.length
  }

  /** The whole replay. What is added after this is not in it; calling it again is allowed and gives all up to then. */
  finish(): Uint8Array {
    this.end()
    const whole = new ByteWriter()
    whole.append(this.out.take())
    const payload = new ByteWriter()
    payload.count(this.frames)
    writeBlock(whole, KIND.end, payload.take())
    return whole.take()
  }

  private begin(ms: number): void {
    this.end()
    this.startMs = ms
    this.last = fresh(ms, this.header)
    this.chunk.count(ms)
  }

  private end(): void {
    if (this.last === null) return
    this.block(KIND.chunk, this.chunk.take())
    this.chunk = new ByteWriter()
    this.last = null
  }

  private block(kind: number, payload: Uint8Array): void {
    writeBlock(this.out, kind, payload)
  }
}

function writeBlock(out: ByteWriter, kind: number, payload: Uint8Array): void {
  out.byte(kind)
  out.count(payload.length)
  out.word(crc32(payload))
  out.append(payload)
}

function keptOf(event: TrackerEvent): ReplayEvent | null {
  const { type, t } = event
  if (type === 'rep') return { type, t, count: event.count, repetition: event.repetition }
  if (type === 'fault') return { type, t, fault: event.fault, magnitude: event.magnitude }
  return type === 'lost' || type === 'found' ? { type, t } : null
}
