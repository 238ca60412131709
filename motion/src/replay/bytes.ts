/** Bytes that grow; whole numbers of few bits take few bytes. */
export class ByteWriter {
  private bytes = new Uint8Array(1024)
  length = 0

  /** One byte, 0..255. */
  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const more = new Uint8Array(this.bytes.length * 2)
      more.set(this.bytes)
      this.bytes = more
    }
    this.bytes[this.length++] = value
  }

  /** A whole number from 0, seven bits a byte, the lowest first. */
  count(value: number): void {
    let rest = value
    while (rest > 127) {
      this.byte((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  /** A whole number of either sign, near 0 in one byte: 0, -1, 1, -2, 2 … */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value)
  }

  /** Four bytes, the lowest first. */
  word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 255)
  }

  /** Text in which every letter is below 128, with its length. */
  ascii(text: string): void {
    this.count(text.length)
    for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i) & 127)
  }

  append(more: Uint8Array): void {
    for (const value of more) this.byte(value)
  }

  take(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

/** The bytes ended, or a number was longer than any that is written. Never leaves `readReplay`. */
export class BytesEnded extends Error {}

/** Reads what `ByteWriter` wrote, and never beyond the end. */
export class ByteReader {
  at: number
  private readonly bytes: Uint8Array
  private readonly end: number

  constructor(bytes: Uint8Array, from = 0, end = bytes.length) {
    this.bytes = bytes
    this.at = from
    this.end = Math.min(end, bytes.length)
  }

  get done(): boolean {
    return this.at >= this.end
  }

  byte(): number {
    if (this.at >= this.end) throw new BytesEnded()
    return this.bytes[this.at++] ?? 0
  }

  count(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
      if (scale > 2 ** 42) throw new BytesEnded()
    }
  }

  signed(): number {
    const value = this.count()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }

  word(): number {
    let value = 0
    for (let shift = 0; shift < 32; shift += 8) value |= this.byte() << shift
    return value >>> 0
  }

  ascii(): string {
    const length = this.count()
    if (length > this.end - this.at) throw new BytesEnded()
    let text = ''
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.byte() & 127)
    return text
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** Check sum of bytes (CRC-32 as in zip), to notice damage. */
export function crc32(bytes: Uint8Array, from = 0, end = bytes.length): number {
  let value = 0xffffffff
  for (let at = from; at < end; at++) value = (TABLE[(value ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

/** JSON in letters below 128; numbers to one `per`-th, where given. */
export const asciiJson = (value: unknown, per?: number): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    per !== undefined && typeof one === 'number' ? Math.round(one * per) / per : one,
  ).replaceAll(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
