import type { Picture } from './soft-gl.ts'

/** Every so many pixels one is read: a thousand or so tell the brightness of a whole picture. */
const STRIDE = 251

/** Mean brightness of a picture, 0 (black) to 1 (white), by the weights of the eye (ITU-R BT.709) on the values as they are shown. */
export function brightnessOf({ data }: Pick<Picture, 'data'>): number {
  let sum = 0
  let count = 0
  for (let at = 0; at + 2 < data.length; at += STRIDE * 4) {
    sum += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
    count += 1
  }
  return count === 0 ? 0 : sum / count / 255
}
