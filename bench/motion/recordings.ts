import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadContent } from '@dorsal/content'
import { type Frame, type Movement, type Recording, productFrames, readRecordings } from '@dorsal/motion'

/** Folder of the shared recordings, or null where there are none. */
export const FOLDER: string | null = process.env['DORSAL_RECORDINGS'] ?? null

/** True when the file is there to be measured on. */
export const has = (file: string): boolean => FOLDER !== null && existsSync(path.join(FOLDER, file))

/** The unpacked text of a recording. */
export const textOf = (file: string): string =>
  gunzipSync(readFileSync(path.join(FOLDER ?? '', file))).toString('utf8')

/** All records of a file. */
export const load = (file: string): Recording[] => readRecordings(textOf(file), file)

/** The frames of a product recording. */
export function framesOf(file: string): Frame[] {
  const [recording] = load(file)
  return recording?.kind === 'product' ? productFrames(recording) : []
}

/** The movements of the exercise library by exercise id. */
export const library = (): Record<string, Movement> =>
  Object.fromEntries(loadContent().exercises.map(({ id, movement }) => [id, movement]))

/** Root mean square. */
export const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length))

/** Mean. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** Pearson's correlation of two lists of equal length. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)]
  const da = a.map((value) => value - ma)
  const db = b.map((value) => value - mb)
  return mean(da.map((value, i) => value * (db[i] ?? 0))) / (rms(da) * rms(db))
}
