import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const CACHE = resolve(import.meta.dirname, '../../.cache/films')
const RATE = 30

/** The JPEGs of a film, which is nothing but one after another. */
export function picturesOf(film: Buffer): Buffer[] {
  const pictures: Buffer[] = []
  let start = film.indexOf(Buffer.from([0xff, 0xd8, 0xff]))
  while (start >= 0) {
    const end = film.indexOf(Buffer.from([0xff, 0xd9]), start)
    if (end < 0) break
    pictures.push(film.subarray(start, end + 2))
    start = film.indexOf(Buffer.from([0xff, 0xd8, 0xff]), end)
  }
  return pictures
}

/**
 * A film that plays `times` times and then stands still: its first picture for `lead` seconds, in which the model gets ready,
 * and again for `tail` seconds at the end. A browser's fake camera repeats its file for ever and drops pictures on a busy machine,
 * so that only a film with an end can be counted exactly.
 */
export function playedOnce(film: string, { lead = 15, times = 1, tail = 60 } = {}): string {
  const { size, mtimeMs } = statSync(film)
  const name = `${basename(film, '.mjpeg')}-${size}-${Math.round(mtimeMs)}-${lead}-${times}-${tail}.mjpeg`
  const file = join(CACHE, name)
  if (existsSync(file)) return file
  const pictures = picturesOf(readFileSync(film))
  const still = (seconds: number): Buffer[] =>
    Array<Buffer>(seconds * RATE).fill(pictures[0] ?? Buffer.alloc(0))
  const played = Array.from({ length: times }, () => pictures).flat()
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([...still(lead), ...played, ...still(tail)]))
  renameSync(`${file}.${process.pid}`, file)
  return file
}
