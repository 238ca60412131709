import { crc32 } from 'node:zlib'

export type ZipEntry = { name: string; data: Uint8Array }

const ALIGNMENT = 16
const NO_DATE = 0x21
/** Extra field that Android's zipalign uses for padding; readers skip it. */
const PADDING_FIELD = 0xd935

/** A zip without compression, payloads aligned to 16 bytes (MediaPipe maps them in place), without dates: same in, same out. */
export function storedZip(entries: ZipEntry[]): Uint8Array {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, data } of entries) {
    const header = localHeader(name, data, offset)
    files.push(header, data)
    directory.push(directoryEntry(name, data, offset))
    offset += header.length + data.length
  }
  const listing = Buffer.concat(directory)
  return Buffer.concat([...files, listing, endOfDirectory(entries.length, listing.length, offset)])
}

function localHeader(name: string, data: Uint8Array, offset: number): Buffer {
  const fixed = 30 + Buffer.byteLength(name)
  const gap = (ALIGNMENT - ((offset + fixed) % ALIGNMENT)) % ALIGNMENT
  const extra = gap === 0 || gap >= 4 ? gap : gap + ALIGNMENT
  const header = Buffer.alloc(fixed + extra)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(NO_DATE, 12)
  header.writeUInt32LE(crc32(data), 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt32LE(data.length, 22)
  header.writeUInt16LE(Buffer.byteLength(name), 26)
  header.writeUInt16LE(extra, 28)
  header.write(name, 30)
  if (extra) {
    header.writeUInt16LE(PADDING_FIELD, fixed)
    header.writeUInt16LE(extra - 4, fixed + 2)
  }
  return header
}

function directoryEntry(name: string, data: Uint8Array, offset: number): Buffer {
  const entry = Buffer.alloc(46 + Buffer.byteLength(name))
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(NO_DATE, 14)
  entry.writeUInt32LE(crc32(data), 16)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(data.length, 24)
  entry.writeUInt16LE(Buffer.byteLength(name), 28)
  entry.writeUInt32LE(offset, 42)
  entry.write(name, 46)
  return entry
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
