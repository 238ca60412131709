import { type Frame, LANDMARKS } from '@dorsal/motion'

/** Of each joint: where it is in the picture, and how surely it was seen; as whole thousandths. */
const PARTS = 3
const LENGTH = LANDMARKS.length * PARTS
const THOUSAND = 1000
const MOST = 30_000

const whole = (share: number | undefined): number =>
  Math.max(-MOST, Math.min(MOST, Math.round((share ?? 0) * THOUSAND)))

/** The joints of a frame as few bytes; where nobody is seen, none. Depth and the picture itself stay on the device. */
export function packLines({ image }: Pick<Frame, 'image'>): ArrayBuffer {
  if (image === null) return new ArrayBuffer(0)
  const packed = new Int16Array(LENGTH)
  for (let i = 0; i < LANDMARKS.length; i += 1) {
    packed[i * PARTS] = whole(image[i * 4])
    packed[i * PARTS + 1] = whole(image[i * 4 + 1])
    packed[i * PARTS + 2] = whole(image[i * 4 + 3])
  }
  return packed.buffer
}

/** A frame to draw, of what came from the other side; null where nobody was seen or where it is nothing of ours. */
export function unpackLines(packed: ArrayBuffer): Frame | null {
  if (packed.byteLength !== LENGTH * 2) return null
  const shares = new Int16Array(packed)
  const image = new Float32Array(LANDMARKS.length * 4)
  for (let i = 0; i < LANDMARKS.length; i += 1) {
    image[i * 4] = (shares[i * PARTS] ?? 0) / THOUSAND
    image[i * 4 + 1] = (shares[i * PARTS + 1] ?? 0) / THOUSAND
    image[i * 4 + 3] = (shares[i * PARTS + 2] ?? 0) / THOUSAND
  }
  return { t: 0, width: 0, height: 0, image, world: null }
}
