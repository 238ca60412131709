/** What stands for a camera: a film, nothing, or a refusal; and the flags by which a browser has it. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { film, type Scene } from '../bench/mannequin/render.ts'

/**
 * What is in front of the camera, or what is wrong with it. A film begins again and again; `paced`: it stands still until the test
 * plays it (`play`), at a pace that the machine can follow, and `mirrored` turns its pictures round.
 */
export type CameraSource =
  | { scene: Scene }
  | { file: string }
  | { make: () => Promise<string> }
  | { paced: Scene | { file: string }; mirrored?: boolean }
  | 'refused'
  | 'absent'

/** The recorded squats, or null where there are no recordings. */
export function recordedSquats(): string | null {
  const folder = process.env['DORSAL_RECORDINGS']
  const file = folder ? path.join(folder, 'video/squats-30fps.mjpeg') : ''
  return file && existsSync(file) ? file : null
}

const ALLOWED = '--use-fake-ui-for-media-stream'
const FAKE = '--use-fake-device-for-media-stream'

const filmOf = (source: Exclude<CameraSource, string | { paced: unknown }>): Promise<string> | string => {
  if ('file' in source) return source.file
  return 'make' in source ? source.make() : film(source.scene)
}

export const isPaced = (source: CameraSource): source is Extract<CameraSource, { paced: unknown }> =>
  typeof source !== 'string' && 'paced' in source

export async function cameraFlags(source: CameraSource): Promise<string[]> {
  // Answered for the person: a browser without a window may know no other way to refuse.
  if (source === 'refused') return [`${ALLOWED}=deny`, FAKE]
  if (source === 'absent') return [ALLOWED, `${FAKE}=device-count=0`]
  if (isPaced(source)) return [ALLOWED, FAKE]
  return [ALLOWED, FAKE, `--use-file-for-fake-video-capture=${await filmOf(source)}`]
}
