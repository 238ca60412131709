import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type FaultRule, type Movement, Signal, startTracking, step } from '@dorsal/motion'
import { film, wave } from '../../motion/src/person/film.ts'
import { normal, random } from '../../motion/src/person/random.ts'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import type { Row } from './table.ts'

const MINUTES = 60
const FPS = 30

/** A squat whose fault rules ask for every signal that there is. */
const everySignal: Movement = {
  ...MOVEMENTS.squat,
  faults: Signal.options.map(
    (signal): FaultRule => ({
      id: signal,
      signal,
      views: ['front', 'side'],
      when: 'above',
      threshold: 1e9,
      seconds: 1,
      cue: '',
    }),
  ),
}

/** Bytes in use once everything that nobody holds any more is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed
}

type Cost = { p50: number; p99: number; longest: number; grown: number }

/** Milliseconds of each step over `minutes` of film after a minute of warming up, and bytes held at the end beyond those held then. */
function cost(movement: Movement, minutes: number): Cost {
  const minute = film(60, FPS, (t) => ({ yaw: 20, knee: 90 * wave(t, 3), abductL: 20 }), {
    noise: normal(random(1), 0.003),
  })
  const state = startTracking(movement)
  const times = new Float64Array(minutes * minute.length)
  let before = 0
  for (let m = 0; m <= minutes; m++) {
    for (const [i, frame] of minute.entries()) {
      const from = performance.now()
      step(state, { ...frame, t: frame.t + m * 60 })
      if (m > 0) times[(m - 1) * minute.length + i] = performance.now() - from
    }
    if (m === 0) before = heap()
  }
  const grown = heap() - before
  times.sort()
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), longest: at(1), grown }
}

const ms = (value: number): string => `${value.toFixed(3)} ms`

/** Cost of one step with an exercise's own signals and with all, and whether an hour of them takes memory. */
export function costs(): Row[] {
  const steps = [
    ["one step, an exercise's own signals", MOVEMENTS.squat, 'p99 <= 0.3 ms'],
    ['one step, all signals', everySignal, 'p99 <= 1 ms'],
  ] as const
  return [
    ...steps.map(([what, movement, reach]): Row => {
      const { p50, p99, longest } = cost(movement, 2)
      const ours = `p50 ${ms(p50)}, p99 ${ms(p99)}, longest ${ms(longest)}`
      return { what, anchor: '-', reach, ours, goal: 'cost' }
    }),
    {
      what: 'an hour at 30 frames a second',
      anchor: '-',
      reach: 'memory flat',
      ours: `heap ${(cost(MOVEMENTS.squat, MINUTES).grown / 1e6).toFixed(2)} MB more than after one minute`,
      goal: 'cost',
    },
  ]
}
