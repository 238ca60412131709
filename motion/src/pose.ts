import * as z from 'zod/mini'

/** The 33 BlazePose landmarks in model order, by the field's names; `L` and `R` are the person's own left and right. */
export const LANDMARKS = [
  'nose',
  'eyeInnerL',
  'eyeL',
  'eyeOuterL',
  'eyeInnerR',
  'eyeR',
  'eyeOuterR',
  'earL',
  'earR',
  'mouthL',
  'mouthR',
  'shoulderL',
  'shoulderR',
  'elbowL',
  'elbowR',
  'wristL',
  'wristR',
  'pinkyL',
  'pinkyR',
  'indexL',
  'indexR',
  'thumbL',
  'thumbR',
  'hipL',
  'hipR',
  'kneeL',
  'kneeR',
  'ankleL',
  'ankleR',
  'heelL',
  'heelR',
  'footL',
  'footR',
] as const

export type Landmark = (typeof LANDMARKS)[number]

/**
 * One camera frame as the pose model saw it.
 *
 * `t`: seconds, strictly increasing. `width`, `height`: pixels of the picture the model saw (aspect ratio matters
 * for image angles). `image`: 33 x (x, y, z, visibility) flattened; x and y in 0..1 of the picture, not mirrored,
 * z in image-width units. `world`: 33 x (x, y, z, visibility) in metres, origin between the hips, y down, z away
 * from the camera. Both are null where nobody was found.
 *
 * `depth`: 'model' (default) where a model guessed the third coordinate from one picture, 'sensor' where it was measured (depth
 * camera, several cameras, optical capture): only then are angles taken in space. `light`: mean brightness of the picture, 0..1.
 * `people`: how many people a look at the whole picture found. Both are undefined where nobody looked.
 */
export type Frame = {
  t: number
  width: number
  height: number
  image: ArrayLike<number> | null
  world: ArrayLike<number> | null
  depth?: 'model' | 'sensor'
  light?: number
  people?: number
}

/** From where the camera sees the person. */
export const View = z.enum(['front', 'side', 'oblique', 'back'])
export type View = z.infer<typeof View>

/** The person's own side, whatever the picture's. */
export const Side = z.enum(['left', 'right', 'both'])
export type Side = z.infer<typeof Side>
