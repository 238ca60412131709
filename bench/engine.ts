/** `npm run bench:engine`: cost of one step of the motion engine in Node, and whether its memory stays flat. */
import { startTracking, step } from '@dorsal/motion'
import { Signal, type FaultRule, type Movement } from '@dorsal/motion'
import { MOVEMENTS } from '../motion/src/testing/movements.ts'
import { film, wave } from '../motion/src/person/film.ts'
import { normal, random } from '../motion/src/person/random.ts'

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

const minute = film(60, FPS, (t) => ({ yaw: 20, knee: 90 * wave(t, 3), abductL: 20 }), {
  noise: normal(random(1), 0.003),
})

/** Milliseconds of each step over `minutes` of film, after a warm-up. */
function cost(movement: Movement, minutes: number): { p50: number; p99: number; max: number; heap: number } {
  const state = startTracking(movement)
  const times = new Float64Array(minutes * minute.length)
  let heap = 0
  for (let m = 0; m <= minutes; m++) {
    for (const [i, frame] of minute.entries()) {
      const from = performance.now()
      step(state, { ...frame, t: frame.t + m * 60 })
      if (m > 0) times[(m - 1) * minute.length + i] = performance.now() - from
    }
    if (m === 1) heap = process.memoryUsage().heapUsed
  }
  times.sort()
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), max: at(1), heap: process.memoryUsage().heapUsed - heap }
}

const ms = (value: number): string => `${value.toFixed(3)} ms`
const row = (what: string, anchor: string, ours: string): void =>
  console.log(`| ${what} | ${anchor} | ${ours} |`)

row('what', 'to reach', 'ours')
row('---', '---', '---')
for (const [what, movement, limit] of [
  ["one step, the exercise's own signals", MOVEMENTS.squat, 'p99 <= 0.3 ms'],
  ['one step, all signals', everySignal, 'p99 <= 1 ms'],
] as const) {
  const found = cost(movement, 2)
  row(what, limit, `p50 ${ms(found.p50)}, p99 ${ms(found.p99)}, longest ${ms(found.max)}`)
}
const hour = cost(MOVEMENTS.squat, MINUTES)
row(
  'an hour at 30 frames a second',
  'memory flat',
  `heap ${(hour.heap / 1e6).toFixed(1)} MB more than after one minute`,
)
