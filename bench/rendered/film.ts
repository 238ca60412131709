/** A set as the page of the mannequin draws it: camera, things in the room, and the body at each picture. */
import { createHash } from 'node:crypto'
import { carried, standing } from '@dorsal/motion'
import { fingerprint } from '../mannequin/render.ts'
import type { RenderedSet } from './sets.ts'

export type Film = { camera: unknown; things: unknown; frames: unknown[] }

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value

/** The film of a set; to be asked once, because a body lives on from picture to picture. */
export function filmOf({ exercise, set, rate }: RenderedSet): Film {
  const { figure } = exercise.movement
  if (figure === undefined) throw new Error(`${exercise.id} has no figure`)
  const { scene, camera } = set
  const frames = Array.from({ length: Math.ceil(scene.seconds * rate) }, (_, i) => {
    const body = scene.bodyAt(i / rate)
    if (body === null) throw new Error('a body that is not there')
    const { joints, pelvis, chest, head } = body
    return { skeleton: { joints, pelvis, chest, head }, carried: carried(figure, body) }
  })
  return JSON.parse(JSON.stringify({ camera, things: standing(figure), frames }, rounded)) as Film
}

/** Tells a film from every other, and what draws it from what drew it before. */
export const nameOf = (film: Film): string =>
  createHash('sha256')
    .update(fingerprint({ RATE: 10 }, 'posed'))
    .update(JSON.stringify(film))
    .digest('hex')
    .slice(0, 16)
