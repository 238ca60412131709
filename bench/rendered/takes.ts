/** What was seen of each film, kept so that the same film is drawn and read once: landmarks for ever, what the page said for its build. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createHash } from 'node:crypto'
import type { Exercise } from '@dorsal/care'
import { type Frame, startTracking, step, summarize } from '@dorsal/motion'
import { shoot } from '../../motion/src/person/shoot.ts'
import type { Model, Seen, Shown } from './product.ts'
import type { RenderedSet } from './sets.ts'

const CACHE = resolve(import.meta.dirname, '../../.cache/rendered')

/** `movement`: what the product counted by, as a hash; with another the page has to be asked again. */
export type Take = Seen & { movement: string }

export const movementOf = ({ movement }: Exercise): string =>
  createHash('sha256').update(JSON.stringify(movement)).digest('hex').slice(0, 12)

const fileOf = ({ exercise, name }: RenderedSet, film: string, model: Model): string =>
  join(CACHE, `${exercise.id}-${name.replaceAll(' ', '-')}-${model}-${film}.json`)

export function kept(set: RenderedSet, film: string, model: Model): Take | null {
  const file = fileOf(set, film, model)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Take) : null
}

export function keep(set: RenderedSet, film: string, model: Model, seen: Seen): Take {
  const file = fileOf(set, film, model)
  const take = { ...seen, movement: movementOf(set.exercise) }
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(take))
  renameSync(`${file}.${process.pid}`, file)
  return take
}

/** Seconds for which the camera stands at the last picture, so that what was done last is told. */
const STAYS = 1

/** The set as a camera sees it that is never wrong: what is to be asked of the model. Asked of a set of its own, not of one that was filmed. */
export function truly({ exercise, set, rate }: RenderedSet): Shown {
  const frames = shoot(set.scene, set.camera, {}, { fps: rate })
  const last = frames.at(-1)
  const still =
    last === undefined
      ? []
      : Array.from({ length: STAYS * rate }, (_, i) => ({ ...last, t: last.t + (i + 1) / rate }))
  return again(exercise, [...frames, ...still])
}

/** The same landmarks through the engine as it is now, without a browser. */
export function again({ movement }: Exercise, frames: readonly Frame[]): Shown {
  let state = startTracking(movement)
  let held = 0
  const said: string[] = []
  for (const frame of frames) {
    const next = step(state, frame)
    state = next.state
    for (const event of next.events) {
      if (event.type === 'fault') said.push(event.fault)
      if (event.type === 'hold') held = event.seconds
    }
  }
  return { reps: summarize(state).reps.total, held, said }
}
