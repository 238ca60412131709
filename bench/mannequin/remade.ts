/** Films made out of films: the same mannequin in the dark, or two of it in one room. Each is made once. */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import jpeg from 'jpeg-js'
import { picturesOf } from './once.ts'

const CACHE = resolve(import.meta.dirname, '../../.cache/films')

type Picture = { data: Uint8Array; width: number; height: number }

/** The film that `make` gives for a source, from the cache where it was made of the same source before; null where it gives nothing. */
export async function madeOnce(
  source: string,
  how: string,
  make: () => Promise<Buffer[]> | Buffer[],
): Promise<string | null> {
  const { size, mtimeMs } = statSync(source)
  const file = join(CACHE, `${basename(source, extname(source))}-${size}-${Math.round(mtimeMs)}-${how}.mjpeg`)
  if (existsSync(file)) return file
  const pictures = await make()
  if (pictures.length === 0) return null
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, Buffer.concat(pictures))
  renameSync(`${file}.${process.pid}`, file)
  return file
}

/** A film in which each picture of another is changed by `change`; what looks the same is changed once. */
async function changed(film: string, how: string, change: (picture: Picture) => Picture): Promise<string> {
  const file = await madeOnce(film, how, () => {
    const known = new Map<string, Buffer>()
    return picturesOf(readFileSync(film)).map((bytes) => {
      const key = bytes.toString('latin1')
      let made = known.get(key)
      if (made === undefined) {
        made = Buffer.from(jpeg.encode(change(jpeg.decode(bytes, { useTArray: true })), 88).data)
        known.set(key, made)
      }
      return made
    })
  })
  if (file === null) throw new Error(`${film} holds no pictures`)
  return file
}

/** The film with this share of its light. */
export const darkened = (film: string, share: number): Promise<string> =>
  changed(film, `light-${share}`, ({ data, width, height }) => ({
    data: data.map((value, i) => (i % 4 === 3 ? 255 : Math.round(value * share))),
    width,
    height,
  }))

/** The film with the middle of the room twice, side by side: two people who move alike. */
export const twice = (film: string): Promise<string> =>
  changed(film, 'twice', (picture) => {
    const { width, height } = picture
    const half = Math.floor(width / 2)
    const from = Math.floor(width / 4)
    const data = new Uint8Array(width * height * 4)
    for (let row = 0; row < height; row++) {
      const at = (row * width + from) * 4
      const middle = picture.data.subarray(at, at + half * 4)
      data.set(middle, row * width * 4)
      data.set(middle, (row * width + width - half) * 4)
    }
    return { data, width, height }
  })
