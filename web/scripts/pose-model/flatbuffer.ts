/**
 * A small FlatBuffer writer. The value to write is described as data; parents are laid out before their children, so
 * that every offset points forward, as the format demands.
 */
export type Value =
  | { table: (Value | null)[] }
  | { int: number }
  | { text: string }
  | { floats: number[] }
  | { list: Value[] }
  | { bytes: Uint8Array }
  | { at: number }

/** Writes `root` under the four-letter `identifier`, then appends `tail`; `{ at }` refers to a byte offset within `tail`. */
export function flatBuffer(identifier: string, root: Value, tail: Uint8Array = new Uint8Array()): Uint8Array {
  const writer = new Writer()
  writer.uint32(0)
  writer.bytes(Buffer.from(identifier, 'latin1'))
  writer.point(0, root)
  return writer.finish(tail)
}

class Writer {
  #buffer = Buffer.alloc(1 << 16)
  #length = 0
  /** Slots that refer into the tail, whose place is known only at the end. */
  readonly #outward: { slot: number; at: number }[] = []

  uint32(value: number): void {
    this.#room(4)
    this.#length = this.#buffer.writeUInt32LE(value, this.#length)
  }

  bytes(data: Uint8Array): void {
    this.#room(data.length)
    this.#buffer.set(data, this.#length)
    this.#length += data.length
  }

  /** Writes the value at the end and makes the 4-byte slot point to it. */
  point(slot: number, value: Value): void {
    if ('at' in value) this.#outward.push({ slot, at: value.at })
    else this.#patch(slot, this.#write(value))
  }

  finish(tail: Uint8Array): Uint8Array {
    this.#align(16)
    const base = this.#length
    for (const { slot, at } of this.#outward) this.#patch(slot, base + at)
    return Buffer.concat([this.#buffer.subarray(0, base), tail])
  }

  #write(value: Value): number {
    if ('table' in value) return this.#table(value.table)
    if ('list' in value) return this.#list(value.list)
    if ('text' in value) return this.#text(value.text)
    if ('floats' in value) return this.#floats(value.floats)
    if ('bytes' in value) return this.#vectorOfBytes(value.bytes)
    throw new Error('an integer or an outward reference stands only in a table field')
  }

  #table(fields: (Value | null)[]): number {
    this.#align(4)
    const fieldsOffset = 4 + 2 * fields.length
    if ((this.#length + fieldsOffset) % 4) this.#uint16(0)
    const vtable = this.#length
    this.#uint16(fieldsOffset)
    this.#uint16(4 + 4 * fields.filter((field) => field !== null).length)
    let next = 4
    for (const field of fields) {
      this.#uint16(field ? next : 0)
      if (field) next += 4
    }
    const start = this.#length
    this.uint32(start - vtable)
    const pending: { slot: number; value: Value }[] = []
    for (const field of fields) {
      if (!field) continue
      if (!('int' in field)) pending.push({ slot: this.#length, value: field })
      this.uint32('int' in field ? field.int : 0)
    }
    for (const { slot, value } of pending) this.point(slot, value)
    return start
  }

  #list(values: Value[]): number {
    this.#align(4)
    const start = this.#length
    this.uint32(values.length)
    const first = this.#length
    for (const _ of values) this.uint32(0)
    values.forEach((value, index) => this.point(first + 4 * index, value))
    return start
  }

  #text(text: string): number {
    this.#align(4)
    const start = this.#length
    const encoded = Buffer.from(text)
    this.uint32(encoded.length)
    this.bytes(encoded)
    this.bytes(Buffer.from([0]))
    return start
  }

  #floats(values: number[]): number {
    this.#align(4)
    const start = this.#length
    this.uint32(values.length)
    for (const value of values) {
      this.#room(4)
      this.#length = this.#buffer.writeFloatLE(value, this.#length)
    }
    return start
  }

  /** Payload aligned to 16, as TensorFlow Lite wants its buffers. */
  #vectorOfBytes(data: Uint8Array): number {
    this.#align(16, 4)
    const start = this.#length
    this.uint32(data.length)
    this.bytes(data)
    return start
  }

  #uint16(value: number): void {
    this.#room(2)
    this.#length = this.#buffer.writeUInt16LE(value, this.#length)
  }

  #align(to: number, ahead = 0): void {
    const gap = (to - ((this.#length + ahead) % to)) % to
    this.bytes(new Uint8Array(gap))
  }

  #patch(slot: number, target: number): void {
    if (target <= slot) throw new Error('a FlatBuffer offset must point forward')
    this.#buffer.writeUInt32LE(target - slot, slot)
  }

  #room(bytes: number): void {
    while (this.#length + bytes > this.#buffer.length) {
      this.#buffer = Buffer.concat([this.#buffer, Buffer.alloc(this.#buffer.length)])
    }
  }
}
