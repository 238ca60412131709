/** A picture with nothing in it but the picture; `width` and `height` in pixels. */
export type CleanJpeg = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number }

const MARK = 0xff
const [START, END, SCAN, ADOBE] = [0xd8, 0xd9, 0xda, 0xee]
/** Frames that every browser draws: baseline, extended and progressive. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
/** What a decoder needs besides: tables of quantisation and of Huffman, and how often it may begin anew. */
const NEEDED: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xdd])

/** "Adobe", as its segment begins. */
const ADOBE_NAME = [0x41, 0x64, 0x6f, 0x62, 0x65]

/** Whether a segment stays. Camera, place, time, thumbnail and remarks go. */
function stays(kind: number, bytes: Uint8Array, at: number, length: number): boolean {
  if (NEEDED.has(kind) || FRAMES.has(kind)) return true
  // Whether colours are stored as they are is told here and nowhere else.
  return kind === ADOBE && length === 14 && ADOBE_NAME.every((letter, i) => bytes[at + 2 + i] === letter)
}

/** Where the data of a scan end: at the next mark that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === MARK && next !== 0 && next !== MARK && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return -1
}

/**
 * Reads a photograph by its content, whatever it is called, and writes it anew with only what is needed to draw it: no place, no camera,
 * no time, no thumbnail, no remarks, and nothing after its end, where another kind of file could hide. `most`: pixels of a side at most.
 * Null: it is no JPEG, is damaged, or is larger.
 */
export function cleanJpeg(bytes: Uint8Array, most: number): CleanJpeg | null {
  if (bytes[0] !== MARK || bytes[1] !== START) return null
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let scans = 0
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== MARK) return null
    const kind = bytes[at + 1] ?? 0
    if (kind === MARK) {
      at += 1
      continue
    }
    if (kind === END) {
      if (size === null || scans === 0) return null
      parts.push(bytes.subarray(at, at + 2))
      return { bytes: joined(parts), ...size }
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    let end = at + 2 + length
    if (length < 2 || end > bytes.length || (kind < 0xc0 && kind !== 0x01)) return null
    if (FRAMES.has(kind)) {
      const [height, width] = [5, 7].map((i) => ((bytes[at + i] ?? 0) << 8) | (bytes[at + i + 1] ?? 0))
      if (size !== null || length < 11 || !width || !height || width > most || height > most) return null
      size = { width, height }
    }
    if (kind === SCAN) {
      if (size === null) return null
      scans += 1
      end = scanEnd(bytes, end)
      if (end < 0) return null
      parts.push(bytes.subarray(at, end))
    } else if (stays(kind, bytes, at + 2, length)) parts.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
