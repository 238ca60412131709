import { createSoftGl, type Picture } from './soft-gl.ts'

/**
 * A canvas for the pose runtime in a worker: its "WebGL2" is ours and needs no GPU. `onPixels` is given the pixels of each picture
 * that the runtime reads, which are at hand here anyway; they are only lent.
 */
export function createSoftCanvas(onPixels: (picture: Picture) => void = () => {}): OffscreenCanvas {
  const read = createPictureReader()
  const gl = createSoftGl((source) => {
    const picture = read(source)
    onPixels(picture)
    return picture
  })
  const canvas = new OffscreenCanvas(1, 1)
  const getContext = (kind: string): object | null => (kind === 'webgl2' ? gl : null)
  // Writable, because the runtime puts a wrapper of its own around it.
  Object.defineProperty(canvas, 'getContext', { value: getContext, writable: true })
  return canvas
}

function createPictureReader(): (source: object) => Picture {
  const scratch = new OffscreenCanvas(1, 1)
  const context = scratch.getContext('2d', { willReadFrequently: true, alpha: false })
  if (!context) throw new Error('no 2d canvas in a worker')
  return (source) => {
    if (source instanceof ImageData) return source
    if (!(source instanceof ImageBitmap || source instanceof OffscreenCanvas)) {
      throw new Error('the pose runtime uploaded something that is not a picture')
    }
    const { width, height } = source
    if (scratch.width !== width || scratch.height !== height) {
      scratch.width = width
      scratch.height = height
    }
    context.drawImage(source, 0, 0)
    return context.getImageData(0, 0, width, height)
  }
}
