import type { Frame, Movement, View } from '@dorsal/motion'
import { PEOPLE, SIGNALS, skeletonOf } from '@dorsal/motion'
import { YAW } from '../../motion/src/person/camera.ts'
import { cameraFor, playSet } from '../../motion/src/person/play-set.ts'
import { postureAt } from '../../motion/src/person/posture.ts'
import {
  drinking,
  fidgeting,
  scratching,
  sittingDown,
  walkingInAndOut,
} from '../../motion/src/person/scenes.ts'
import { CALM } from '../../motion/src/person/script.ts'
import { type Scene, shoot } from '../../motion/src/person/shoot.ts'
import { trueNeutral, truthOf } from '../../motion/src/person/truth.ts'
import { mean } from './recordings.ts'
import type { Row } from './table.ts'
import { counts, QUICK } from './synthetic-counts.ts'
import { injected } from './synthetic-faults.ts'
import { type Counted, counted, played, tracked } from './synthetic-sets.ts'

/** Idle minutes before the camera of an exercise: nothing in them is a repetition. */
function idleScenes({ movement }: Counted, seconds: number): Record<string, Scene> {
  const { figure, cameraView } = movement
  const yaw = cameraView === 'side' ? -YAW.side : YAW[cameraView ?? 'front']
  if (figure === undefined) return {}
  const setting = { stance: figure.stance, start: figure.start, seconds }
  return {
    fidgeting: fidgeting({ ...setting, seed: 3 }),
    'walking in and out': walkingInAndOut(yaw, seconds),
    'sitting down': sittingDown(Math.min(seconds, 20)),
    drinking: drinking({ ...setting, seconds: 20 }),
    scratching: scratching({ ...setting, seconds: 20 }),
  }
}

/** What is never a repetition, and what moves an arm as one repetition would. */
const IDLE = ['fidgeting', 'walking in and out', 'sitting down']
const GESTURES = ['drinking', 'scratching']

/** Counts where nothing is to be counted. */
export function idle(few = false): Row[] {
  const sums = new Map<string, number>()
  const where = new Map<string, string[]>()
  for (const exercise of counted()) {
    const { figure, cameraView } = exercise.movement
    if (figure === undefined) continue
    for (const [name, scene] of Object.entries(idleScenes(exercise, few ? 20 : 60))) {
      // A camera set up for the exercise; somebody who walks or stands there is seen by a camera set up for standing.
      const upright = name.startsWith('walking') || name.startsWith('sitting')
      const seenFor = upright ? { stance: 'standing' as const, start: {}, end: {} } : figure
      const camera = cameraFor(seenFor, cameraView ?? 'front')
      const frames = shoot(scene, camera, { noise: 0.006, seed: 7 }, { fps: 15 })
      const { total } = tracked(exercise.movement, frames).reps
      sums.set(name, (sums.get(name) ?? 0) + total)
      if (total > 0) where.set(name, [...(where.get(name) ?? []), `${exercise.id} ${total}`])
    }
  }
  const row = (what: string, names: readonly string[]): Row => {
    const places = names.flatMap((name) =>
      where.has(name) ? [`${name}: ${where.get(name)?.join(', ')}`] : [],
    )
    const numbers = names.map((name) => sums.get(name) ?? 0).join(' / ')
    return {
      what,
      anchor: '-',
      reach: '0',
      goal: 'count, synthetic people',
      ours: places.length > 0 ? `${numbers} (${places.join('; ')})` : numbers,
    }
  }
  return [
    row(`counts in 60 s of ${IDLE.join(' / ')}, each before every exercise`, IDLE),
    row(`counts in one gesture, ${GESTURES.join(' / ')}, each before every exercise`, GESTURES),
  ]
}

type Measured = { off: number[]; within: number; sets: number }

const PLACES: readonly { stature: keyof typeof PEOPLE; off: number; range: number; quick: boolean }[] = [
  { stature: 'average', off: 0, range: 1, quick: false },
  { stature: 'average', off: 0, range: 0.6, quick: false },
  { stature: 'average', off: 0, range: 1, quick: true },
  { stature: 'average', off: 15, range: 1, quick: false },
  { stature: 'average', off: -15, range: 1, quick: false },
  ...Object.keys(PEOPLE)
    .slice(1)
    .map((stature) => ({ stature, off: 0, range: 1, quick: false })),
]

/** The furthest true value of a measured signal in a set, from the skeleton without noise. */
function trueBest(movement: Movement, range: number, stature: string, view: View): number {
  const { measure, figure } = movement
  const set = playSet(movement, { range }, { stature: PEOPLE[stature] ?? {}, view })
  if (measure === null || figure === undefined || set === null) return Number.NaN
  const neutral = trueNeutral(skeletonOf(figure.stance, figure.start, set.build), view)
  // The furthest of the set may be where it starts: knees are most bent in who still sits.
  const values = [0, ...set.script.repetitions.map((rep) => rep.range)].map((out) => {
    const body = skeletonOf(figure.stance, postureAt(figure, out), set.build)
    const reading = truthOf(body, measure.signal, neutral, view)
    const worked = Math.max(reading?.value ?? Number.NaN, reading?.left ?? Number.NEGATIVE_INFINITY)
    return SIGNALS[measure.signal].paired && Number.isFinite(worked) ? worked : (reading?.value ?? Number.NaN)
  })
  return Math.max(...values.filter(Number.isFinite).map((value) => Math.abs(value)))
}

/** Measured range against the truth, over range, speed, place of the camera and body size; one row a signal. */
export function ranges(): Row[] {
  const by = new Map<string, Measured>()
  for (const { movement } of counted()) {
    const { measure, cameraView } = movement
    if (measure === null || SIGNALS[measure.signal].kind !== 'angle') continue
    const view = cameraView ?? 'front'
    const kept = by.get(measure.signal) ?? { off: [], within: 0, sets: 0 }
    by.set(measure.signal, kept)
    for (const [i, { stature, off, range, quick }] of PLACES.entries()) {
      const set = playSet(
        movement,
        { range, tempo: quick ? QUICK : CALM },
        { stature: PEOPLE[stature] ?? {}, off },
      )
      if (set === null) continue
      kept.sets += 1
      const frames: Frame[] = shoot(set.scene, set.camera, { noise: 0.006, seed: i + 1 }, { fps: 20 })
      const shown = tracked(movement, frames).range
      const truth = trueBest(movement, range, stature, view)
      if (shown?.best === null || shown?.best === undefined || !Number.isFinite(truth)) continue
      const error = Math.abs(shown.best) - truth
      kept.off.push(error)
      if (Math.abs(error) <= shown.error) kept.within += 1
    }
  }
  return [...by].map(([signal, { off, within, sets }]) => ({
    what: `range of ${signal} against the truth, synthetic people (range, speed, ±15° of view, six bodies)`,
    anchor: '-',
    ours:
      off.length === 0
        ? `withheld in all ${sets} sets`
        : `MAE ${mean(off.map(Math.abs)).toFixed(1)}, bias ${mean(off).toFixed(1)}, worst ${Math.max(...off.map(Math.abs)).toFixed(1)}; shown in ${Math.round((100 * off.length) / sets)} % of ${sets} sets, within the stated error in ${Math.round((100 * within) / off.length)} %`,
  }))
}

/** Faults: said where none is (with noise), and found where one is. */
export function faults(): Row[] {
  let [said, repetitions, rules, found] = [0, 0, 0, 0]
  const falsely: string[] = []
  const missed: string[] = []
  const unplayed: string[] = []
  for (const exercise of counted()) {
    const { movement, id } = exercise
    if (movement.faults.length === 0) continue
    for (const [i, sight] of ['usual', 'usual', 'poor'].entries()) {
      const done = played(exercise, { sight, fps: [15, 30, 15][i] ?? 15, seed: 21 + i })
      if (done === null) continue
      repetitions += done.set.script.repetitions.length
      for (const fault of done.summary.faults) {
        said += fault.count
        if (fault.count > 0) falsely.push(`${id} ${fault.id} ${fault.count} (${sight})`)
      }
    }
    for (const rule of movement.faults) {
      const play = injected(movement, rule)
      if (play === null) {
        unplayed.push(`${id} ${rule.id}`)
        continue
      }
      rules += 1
      const done = played(exercise, { sight: 'usual', fps: 20, seed: 31, play })
      if (done?.summary.faults.some((fault) => fault.id === rule.id && fault.count > 0) === true) found += 1
      else missed.push(`${id} ${rule.id}`)
    }
  }
  const list = (items: readonly string[]): string => (items.length > 0 ? `: ${items.join(', ')}` : '')
  return [
    {
      what: `false corrections, synthetic people without faults, usual and poor sight (${repetitions} repetitions)`,
      anchor: '-',
      reach: '0',
      ours: `${said}${list(falsely)}`,
    },
    {
      what: `faults found where they are injected, clear of the threshold (${rules} rules; ${unplayed.length} that no body plays)`,
      anchor: '-',
      ours: `${((100 * found) / Math.max(1, rules)).toFixed(0)} %; missed${list(missed)}; not played${list(unplayed)}`,
    },
  ]
}

/** All rows of synthetic people. */
export const syntheticPeople = async (): Promise<Row[]> => [
  await counts(),
  ...idle(),
  ...ranges(),
  ...faults(),
]
