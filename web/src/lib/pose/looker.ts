import { createLandmarker, type LandmarkerFiles } from './landmarker.ts'
import { inWhole, lookPicture, lookWindow } from './look-window.ts'
import { createSoftCanvas } from './soft-canvas.ts'
import type { Picture } from './soft-gl.ts'

export type Looker = {
  /** Looks for anybody beside the known person: their landmarks, 0..1 of the whole picture, or null. */
  look(picture: Picture, known: Float32Array | null): Float32Array | null
}

/**
 * A second reader of the same model for a look at whoever else is there, now and then. It sees the picture with the known person
 * covered: then the detector alone runs while nobody else is there, which costs less than reading two people each time would.
 */
export async function createLooker(files: LandmarkerFiles): Promise<Looker> {
  // The runtime takes its compiled part from the loader's first run; under another address it runs once more.
  const again = { ...files, loaderUrl: `${files.loaderUrl}#look` }
  const landmarker = await createLandmarker(again, createSoftCanvas(), 'IMAGE')
  let turn = 0
  return {
    look(picture, known) {
      const window = lookWindow(picture.width, picture.height, turn++)
      const { data, width, height } = lookPicture(picture, window, known)
      const { image } = landmarker.read(new ImageData(new Uint8ClampedArray(data), width, height), 0)
      return image && inWhole(image, window, picture)
    },
  }
}
