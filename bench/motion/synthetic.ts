import type { Frame, Movement, View } from '@dorsal/motion'
import { PEOPLE, SIGNALS, skeletonOf } from '@dorsal/motion'
import { playSet } from '../../motion/src/person/play-set.ts'
import { postureAt } from '../../motion/src/person/posture.ts'
import { CALM } from '../../motion/src/person/script.ts'
import { shoot } from '../../motion/src/person/shoot.ts'
import { trueNeutral, truthOf } from '../../motion/src/person/truth.ts'
import { mean } from './recordings.ts'
import type { Row } from './table.ts'
import { counts, QUICK } from './synthetic-counts.ts'
import { injected } from './synthetic-faults.ts'
import { counted, played, tracked } from './synthetic-sets.ts'

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
export const syntheticPeople = async (): Promise<Row[]> => [await counts(), ...ranges(), ...faults()]
