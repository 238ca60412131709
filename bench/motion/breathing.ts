import { BreathingReader } from '@dorsal/motion'
import { BodyReader } from '../../motion/src/body/body.ts'
import { ViewReader } from '../../motion/src/body/view.ts'
import { type Breath, breathing } from '../../motion/src/testing/breath.ts'
import type { Frame } from '@dorsal/motion'
import { framesOf, has } from './recordings.ts'
import { type Row, SKIPPED } from './table.ts'

const ANCHOR = 'MAE 0.6-1.4/min (RGB video)'
/** Breaths a minute by which a shown rate may be off before it is called confidently wrong. */
const WRONG = 3

/** Rates shown in each frame (NaN while abstaining). */
function shownRates(frames: readonly Frame[]): number[] {
  const body = new BodyReader()
  const view = new ViewReader()
  const reader = new BreathingReader()
  return frames.map((frame) => {
    const now = body.read(frame)
    now.view = view.read(now)
    return reader.read(now)?.rate ?? Number.NaN
  })
}

const RATES = Array.from({ length: 14 }, (_, i) => 4 + 2 * i)

/** Rate after a minute: share shown, mean error of those shown, and how many were confidently wrong at any moment. */
function rate(what: string, of: (rate: number, seed: number) => Breath): Row {
  let [shown, error, wrong] = [0, 0, 0]
  for (const [i, truth] of RATES.entries()) {
    const rates = shownRates(breathing(of(truth, i + 1)))
    const last = rates.at(-1) ?? Number.NaN
    if (Number.isFinite(last)) {
      shown += 1
      error += Math.abs(last - truth)
    }
    if (rates.some((one) => Math.abs(one - truth) > WRONG)) wrong += 1
  }
  return {
    what: `breathing rate, synthetic 4-30/min, ${what}`,
    anchor: ANCHOR,
    reach: '<= 1/min or abstains',
    goal: 'breathing',
    ours: `MAE ${(error / Math.max(1, shown)).toFixed(2)}/min on ${shown} of ${RATES.length}, the others abstain; ${wrong} ever off by more than ${WRONG} while shown`,
  }
}

/** Where nobody's breath can be read: how many of the films ever showed a rate. */
function silent(what: string, films: readonly (readonly Frame[])[]): Row {
  const spoken = films.filter((frames) => shownRates(frames).some(Number.isFinite)).length
  return {
    what: `breathing rate, ${what}`,
    anchor: '-',
    reach: 'abstains',
    goal: 'breathing',
    ours: `a rate in ${spoken} of ${films.length} films`,
  }
}

const FPS = [10, 15, 30] as const
const fps = (seed: number): number => FPS[seed % FPS.length] ?? 20
const films = (of: (seed: number) => Breath): Frame[][] =>
  RATES.map((_, i) => breathing({ fps: fps(i), seed: i + 50, ...of(i) }))

/** Breathing: rates of known truth, and abstention. */
export function breathingRows(): Row[] {
  const rows = [
    rate('rise 8-12 mm, landmark noise 1-2 mm, front', (truth, seed) => ({
      rate: truth,
      rise: 8 + (seed % 5),
      noise: 1 + (seed % 2),
      fps: fps(seed),
      dropped: 0.2,
      seed,
    })),
    rate('rise 2-6 mm, landmark noise 1-3 mm, front', (truth, seed) => ({
      rate: truth,
      rise: 2 + (seed % 5),
      noise: 1 + (seed % 3),
      memory: 0.05 + 0.15 * (seed % 4),
      fps: fps(seed),
      dropped: 0.2,
      seed,
    })),
    rate('rise 4-12 mm, noise 1-3 mm, side', (truth, seed) => ({
      rate: truth,
      rise: 4 + (seed % 9),
      noise: 1 + (seed % 3),
      fps: fps(seed),
      seed,
      posture: () => ({ yaw: 85 }),
    })),
    silent(
      'no breath, landmarks trembling 1-3 mm',
      films((i) => ({ rate: 0, rise: 0, noise: 1 + (i % 3), memory: 0.1 + 0.2 * (i % 4) })),
    ),
    silent(
      'no breath, shoulders wandering 2-8 mm',
      films((i) => ({ rate: 0, rise: 0, noise: 1, sway: 2 + (i % 7) })),
    ),
    silent(
      'squats and raised arms in the rhythm of breathing',
      films((i) => ({
        rate: 12,
        rise: 4,
        noise: 1,
        posture: (t) => {
          const out = (1 - Math.cos((t * 2 * Math.PI * (6 + i)) / 60)) / 2
          return i % 2 === 0 ? { knee: 70 * out } : { flexL: 60 * out, flexR: 60 * out }
        },
      })),
    ),
  ]
  const what = 'recordings of squats and of a rendered session'
  if (!has('squats-as-seen-by-camera.jsonl.gz'))
    return [...rows, { what: `breathing rate, ${what}`, anchor: '-', reach: 'abstains', ours: SKIPPED }]
  return [
    ...rows,
    silent(what, [
      framesOf('squats-as-seen-by-camera.jsonl.gz'),
      framesOf('synthetic/session.full.jsonl.gz'),
    ]),
  ]
}
