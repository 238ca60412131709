import type { Movement } from '@dorsal/motion'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { film, normal, type Posture, random, repetitions } from '../../motion/src/testing/person.ts'
import { track } from '../../motion/src/testing/track.ts'
import type { Row } from './recordings.ts'

const SETS: readonly [Movement, (out: number) => Posture][] = [
  [MOVEMENTS.squat, (out) => ({ yaw: 35, knee: 95 * out })],
  [MOVEMENTS.squat, (out) => ({ knee: 65 * out })],
  [MOVEMENTS.abduction, (out) => ({ abductL: 5 + 130 * out, abductR: 5 + 120 * out })],
  [MOVEMENTS.flexion, (out) => ({ yaw: 90, flexL: 130 * out, flexR: 130 * out })],
  [MOVEMENTS.sideBend, (out) => ({ bend: 20 * out })],
  [MOVEMENTS.rotation, (out) => ({ flexL: 90, flexR: 90, turn: -35 * out })],
  [MOVEMENTS.neckTurn, (out) => ({ headTurn: 40 * out })],
]

/** Counts on synthetic people: movements, speeds, frame rates, noise and dropped frames. */
export function synthetic(): Row {
  let sets = 0
  let exact = 0
  for (const [movement, posture] of SETS)
    for (const fps of [10, 15, 30, 60])
      for (const period of [1.8, 3, 6])
        for (const [noise, drop] of [
          [0, 0],
          [0.004, 0.2],
          [0.008, 0],
        ] as const) {
          sets += 1
          const next = random(sets)
          const frames = film(2 + 6 * period, fps, (t) => posture(repetitions(t, 6, period)), {
            noise: normal(next, noise),
          })
          const { reps } = track(
            movement,
            frames.filter(() => next() >= drop),
          ).summary
          if (reps.total === 6) exact += 1
        }
  return {
    what: `count, synthetic people (${sets} sets: movement, speed, 10-60 fps, noise to 8 mm, 20 % dropped)`,
    anchor: '-',
    ours: `${((100 * exact) / sets).toFixed(1)} % exact`,
  }
}

/** A minute each of fidgeting, and walking in and out, and sitting down: nothing may count. */
export function idle(): Row {
  const next = random(11)
  const aims = Array.from({ length: 64 }, () => next() - 0.5)
  const drift = (t: number, k: number): number => {
    const i = Math.floor(t + k)
    const from = aims[i % aims.length] ?? 0
    return from + (t % 1) * ((aims[(i + 1) % aims.length] ?? 0) - from)
  }
  const scenes: ((t: number) => Posture | null)[] = [
    (t) => ({
      knee: 6 + 10 * drift(t, 0),
      bend: 5 * drift(t, 9),
      turn: 8 * drift(t, 3),
      abductL: 8 + 12 * drift(t, 5),
      headTurn: 12 * drift(t, 7),
    }),
    (t) =>
      t % 15 > 12
        ? null
        : { aside: t % 15 < 3 ? 3 - (t % 15) : t % 15 > 9 ? (t % 15) - 9 : 0, knee: 5 + 5 * Math.sin(9 * t) },
    (t) => ({ knee: 85 * Math.min(1, Math.max(0, (t - 5) / 2)) }),
  ]
  const counted = scenes.map((scene) =>
    SETS.reduce((sum, [movement]) => sum + track(movement, film(60, 15, scene)).summary.reps.total, 0),
  )
  return {
    what: 'counts in 60 s of fidgeting / walking in and out / sitting down (all movements)',
    anchor: '0 / 0 / 0',
    ours: counted.join(' / '),
  }
}
