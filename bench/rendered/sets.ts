/** What rendered people do in front of the camera: for each exercise that a camera looks at, sets without and with faults. */
import { loadContent } from '@dorsal/content'
import type { Exercise } from '@dorsal/care'
import type { Figure } from '@dorsal/motion'
import { type PlayedSet, playSet } from '../../motion/src/person/play-set.ts'
import type { Play, Tempo } from '../../motion/src/person/script.ts'
import { injected } from '../motion/synthetic-faults.ts'

/** `fault`: the correction that is to be said; null where none may be. `reps`: whole repetitions, null where nothing is counted. */
export type Wanted = { reps: number | null; hold: boolean; fault: string | null }
/** `rate`: pictures a second. */
export type RenderedSet = {
  exercise: Exercise
  name: string
  set: PlayedSet
  wanted: Wanted
  rate: number
}

/** Enough to count by; what is judged by how quick it was needs more. */
const RATE = 10
const FOR_SPEED = 20

/** Calm, and no longer than it takes: each picture of a film is drawn and read at some cost. */
const TEMPO: Tempo = { out: 1.1, hold: 0.4, back: 1.1, rest: 0.4 }
const HELD: Tempo = { out: 1.5, hold: 6, back: 1.5, rest: 0.5 }
const FAST: Tempo = { out: 0.5, hold: 0.1, back: 0.5, rest: 0.5 }

const looksAt = ({ movement }: Exercise): boolean =>
  movement.count !== null || movement.hold !== null || movement.faults.length > 0

const UPRIGHT = new Set(['standing', 'seated'])

/**
 * Exercises that a camera looks at: first those that are fully tracked, then on the floor, where a model is least at home, then
 * upright; last those that it only corrects.
 */
export const looked = (): Exercise[] => {
  const all = loadContent().exercises.filter((one) => looksAt(one) && one.movement.figure !== undefined)
  const kind = ({ trackability, movement }: Exercise): number => {
    if (movement.count === null && movement.hold === null) return 3
    if (trackability === 'full') return 0
    return UPRIGHT.has(movement.figure?.stance ?? '') ? 2 : 1
  }
  return all.toSorted((a, b) => kind(a) - kind(b))
}

/** A pose that the person shows and keeps is told from their rest: they take it from there. */
const heldFrom = (figure: Figure, signal: string | undefined): Figure =>
  signal === 'hold_pose' ? { ...figure, start: {} } : figure

/** Every set of an exercise, the clean one first. */
export function setsOf(exercise: Exercise): RenderedSet[] {
  const { movement } = exercise
  const { figure } = movement
  if (figure === undefined) return []
  const hold = movement.hold !== null
  const counts = movement.count !== null
  const reps = movement.template === 'alternating' ? 4 : hold ? 1 : 3
  const usual: Partial<Play> = {
    figure: heldFrom(figure, movement.hold?.signal),
    reps,
    tempo: hold ? HELD : TEMPO,
    tail: 0.5,
    seed: 7,
  }
  const made = (
    name: string,
    play: Partial<Play>,
    fault: string | null = null,
    rate = RATE,
  ): RenderedSet[] => {
    const set = playSet(movement, { ...usual, ...play })
    if (set === null) return []
    const whole = set.script.repetitions.filter(({ partial }) => !partial).length
    return [{ exercise, name, set, wanted: { reps: counts ? whole : null, hold, fault }, rate }]
  }
  const faults = movement.faults.flatMap((rule) => {
    const play = injected(movement, rule)
    if (play === null) return []
    const quick = rule.when === 'quickerThan' || rule.when === 'fasterThan'
    const tempo = hold ? HELD : (play.tempo ?? TEMPO)
    return made(`fault ${rule.id}`, { ...play, tempo }, rule.id, quick ? FOR_SPEED : RATE)
  })
  return [
    ...made('clean', {}),
    ...faults,
    ...(counts ? made('too fast', { tempo: FAST, reps: reps + 1 }, null, FOR_SPEED) : []),
    // Half is told from whole by those that came before it.
    ...(counts ? made('half range', { reps: reps + 2, partial: [reps] }) : []),
  ]
}
