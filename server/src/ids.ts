import { createHash, randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/** Counts ids of the same millisecond up, so that ids made one after another sort in that order. */
function sequence(ms: number): number {
  counter = ms === lastMs ? (counter + 1) & 0xfff : randomBytes(2).readUInt16BE() & 0x7ff
  lastMs = ms
  return counter
}

/** A UUIDv7: ordered by time, so that new rows land side by side in the index. */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence(now.getTime()), 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** 256 bits that nobody can guess, for a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** One hash for one meaning: key order and spacing do not matter. */
export const hashOf = (value: unknown): string => sha256(JSON.stringify(sorted(value)))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
