import { loadContent } from '@dorsal/content'
import { type Frame, type Movement, type SetSummary, startTracking, step, summarize } from '@dorsal/motion'
import { type PlayedSet, playSet } from '../../motion/src/person/play-set.ts'
import type { Play } from '../../motion/src/person/script.ts'
import type { Flaws } from '../../motion/src/person/sensor.ts'
import { type Clock, shoot } from '../../motion/src/person/shoot.ts'

/** An exercise that the camera counts, with the figure that synthetic people play. */
export type Counted = { id: string; movement: Movement }

/** Everything in the content that is counted. */
export const counted = (): Counted[] =>
  loadContent()
    .exercises.map(({ id, movement }) => ({ id, movement }))
    .filter(({ movement }) => movement.count !== null && movement.figure !== undefined)

/** How well the camera and model see, by name: the errors that the measurements of the pose runtime name, and twice that. */
export const SIGHT: Readonly<Record<string, Partial<Flaws> & Partial<Clock>>> = {
  clean: {},
  usual: { noise: 0.006, jitter: 0.1, dropped: 0.05, slips: 0.05 },
  poor: { noise: 0.012, jitter: 0.2, dropped: 0.2, slips: 0.2, swaps: 1 },
}

/** Plays a film through a tracker: the summary of the set. */
export function tracked(movement: Movement, frames: readonly Frame[]): SetSummary {
  let state = startTracking(movement)
  for (const frame of frames) state = step(state, frame).state
  return summarize(state)
}

/** One set: who does what, before which camera, and what is to come of it. */
export type Cell = { sight: string; fps: number; play?: Partial<Play>; seed: number }

/** A set played, filmed and tracked. */
export function played({ movement }: Counted, cell: Cell): { set: PlayedSet; summary: SetSummary } | null {
  const set = playSet(movement, { seed: cell.seed, ...cell.play })
  if (set === null) return null
  const flaws = SIGHT[cell.sight] ?? {}
  const frames = shoot(set.scene, set.camera, { ...flaws, seed: cell.seed }, { ...flaws, fps: cell.fps })
  return { set, summary: tracked(movement, frames) }
}

/** Full repetitions of a script. */
export const wholeOf = (set: PlayedSet): number => set.script.repetitions.filter((rep) => !rep.partial).length
