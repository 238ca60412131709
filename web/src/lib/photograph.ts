import { PICTURE_LIMITS } from '@dorsal/care'
import { base64Of } from './base64.ts'

/** The file is none that this device can draw, or cannot be made small enough. */
export class NoPhotograph extends Error {}

/** Tried one after the other until the picture is small enough to send: longest side as a share of the most, and quality. */
const TRIES: readonly (readonly [number, number])[] = [
  [1, 0.85],
  [1, 0.7],
  [0.7, 0.7],
  [0.5, 0.6],
]

const drawn = (bitmap: ImageBitmap, side: number, quality: number): Promise<Blob | null> => {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  // What was see-through is white on paper, not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

/**
 * A picture as it may leave this device: drawn anew, upright, at most 2000 pixels wide or high, a JPEG in base64. Where and when it was
 * taken, and with what, is not in it any more. Throws `NoPhotograph`.
 */
export async function photograph(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) throw new NoPhotograph()
  try {
    for (const [share, quality] of TRIES) {
      const blob = await drawn(bitmap, PICTURE_LIMITS.side * share, quality)
      if (blob !== null && blob.size <= PICTURE_LIMITS.bytes)
        return base64Of(new Uint8Array(await blob.arrayBuffer()))
    }
    throw new NoPhotograph()
  } finally {
    bitmap.close()
  }
}

/** The address by which a page draws a photograph that it holds. */
export const addressOf = (data: string): string => `data:image/jpeg;base64,${data}`
