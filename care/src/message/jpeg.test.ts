import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanJpeg } from './jpeg.ts'

const letters = (word: string) => [...Buffer.from(word, 'latin1')]
const segment = (kind: number, body: readonly number[]) => [
  0xff,
  kind,
  (body.length + 2) >> 8,
  (body.length + 2) & 0xff,
  ...body,
]
const START = [0xff, 0xd8]
const END = [0xff, 0xd9]
const TABLES = [...segment(0xdb, Array<number>(65).fill(1)), ...segment(0xc4, Array<number>(20).fill(0))]
const frame = (width: number, height: number, kind = 0xc0) =>
  segment(kind, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0])
/** Data with a stuffed byte and a restart, which are no marks of a segment. */
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
const PLAIN = [...START, ...TABLES, ...frame(4, 3), ...SCAN, ...END]
const EXIF = segment(0xe1, letters('Exif\0\0 48.2082 N 16.3738 E, 2026:11:22, a telephone'))

const clean = (bytes: readonly number[], most = 2000) => cleanJpeg(Uint8Array.from(bytes), most)
const bytesOf = (bytes: readonly number[], most = 2000) => [...(clean(bytes, most)?.bytes ?? [])]

describe('a photograph that is cleaned', () => {
  it('keeps what is needed to draw it, and its size', () => {
    expect(clean(PLAIN)).toMatchObject({ width: 4, height: 3 })
    expect(bytesOf(PLAIN)).toEqual(PLAIN)
  })

  it.each([
    ['place, time and camera', EXIF],
    ['a thumbnail', segment(0xe0, [...letters('JFIF\0'), 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])],
    ['remarks', segment(0xfe, letters('<script>alert(1)</script>'))],
    ['a profile', segment(0xe2, letters('ICC_PROFILE\0'))],
    ['what a maker adds', segment(0xed, letters('Photoshop 3.0\0'))],
  ])('loses %s', (_name, extra) => {
    expect(bytesOf([...START, ...extra, ...PLAIN.slice(2)])).toEqual(PLAIN)
    const between = [...START, ...TABLES, ...frame(4, 3), ...extra, ...SCAN, ...extra, ...END]
    expect(bytesOf(between)).toEqual(PLAIN)
  })

  it('loses whatever stands after its end', () => {
    expect(bytesOf([...PLAIN, ...letters('PK\u0003\u0004 <html><script>alert(1)</script>')])).toEqual(PLAIN)
  })

  it('keeps how its colours are stored, and no more of that', () => {
    const adobe = segment(0xee, [...letters('Adobe'), 0, 100, 0, 0, 0, 0, 1])
    const with14 = [...START, ...adobe, ...PLAIN.slice(2)]
    expect(bytesOf(with14)).toEqual(with14)
    const longer = segment(0xee, [...letters('Adobe'), 0, 100, 0, 0, 0, 0, 1, ...letters('hidden')])
    expect(bytesOf([...START, ...longer, ...PLAIN.slice(2)])).toEqual(PLAIN)
  })

  it('takes progressive ones with several scans', () => {
    const progressive = [...START, ...TABLES, ...frame(9, 7, 0xc2), ...SCAN, ...TABLES, ...SCAN, ...END]
    expect(bytesOf(progressive)).toEqual(progressive)
  })
})

describe('what is no photograph', () => {
  it.each([
    ['nothing', []],
    ['a picture of another kind', letters('\u0089PNG\r\n\u001a\n')],
    ['a page', letters('<svg onload=alert(1)>')],
    ['one without an end', PLAIN.slice(0, -2)],
    ['one without a picture', [...START, ...TABLES, ...END]],
    ['one whose scan comes before its frame', [...START, ...SCAN, ...frame(4, 3), ...END]],
    ['one with two frames', [...START, ...frame(4, 3), ...frame(4, 3), ...SCAN, ...END]],
    ['one without width', [...START, ...frame(0, 3), ...SCAN, ...END]],
    ['a segment that says to be longer than the file', [...START, 0xff, 0xdb, 0xff, 0xff, 1]],
    ['a segment shorter than its own length', [...START, 0xff, 0xdb, 0, 1, ...PLAIN.slice(2)]],
    ['a frame that no browser draws', [...START, ...TABLES, ...frame(4, 3, 0xc3), ...SCAN, ...END]],
  ])('is refused: %s', (_name, bytes) => {
    expect(clean(bytes)).toBeNull()
  })

  it('is refused where it is larger than asked for', () => {
    const large = [...START, ...TABLES, ...frame(2001, 3), ...SCAN, ...END]
    expect(clean(large)).toBeNull()
    expect(clean(large, 2001)).toMatchObject({ width: 2001 })
  })

  it('never throws, never grows, and what is cleaned is clean', () => {
    const noise = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 })
    fc.assert(
      fc.property(noise, fc.nat(PLAIN.length), fc.integer({ min: 0, max: 255 }), (extra, at, byte) => {
        const changed = [...PLAIN.slice(0, at), byte, ...extra, ...PLAIN.slice(at + 1)]
        const first = clean(changed)
        if (first === null) return
        expect(first.bytes.length).toBeLessThanOrEqual(changed.length)
        expect(cleanJpeg(first.bytes, 2000)).toEqual(first)
      }),
      { numRuns: 500 },
    )
  })
})
