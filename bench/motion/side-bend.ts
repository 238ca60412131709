import { SIGNALS, signalOf, startTracking, step } from '@dorsal/motion'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { BODIES, turningTakes } from '../mannequin/turning/landmarks.ts'
import { correlation, has, load, mean, rms, textOf } from './recordings.ts'
import { type Row, SKIPPED } from './table.ts'

type Quaternion = readonly [number, number, number, number]
type Vicon = {
  id: string
  fps: number
  frames: unknown[]
  quat_xyzw: Record<string, Quaternion[]>
}

const DEG = 180 / Math.PI

/** Direction in which the upright of a rigid target points, against the first frame: x, y and up. */
function uprightOf(take: Vicon, target: string, i: number): readonly [number, number, number] {
  const all = take.quat_xyzw[target] ?? []
  const [a, b, c, d] = all[i] ?? [Number.NaN, 0, 0, 1]
  const [e, f, g, h] = all[0] ?? [0, 0, 0, 1]
  const x = a * h - d * e - b * g + c * f
  const y = b * h - d * f - c * e + a * g
  const z = c * h - d * g - a * f + b * e
  const w = d * h + a * e + b * f + c * g
  return [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)]
}

/** Tilt of the chest in the plane in which it tilts most, less `pelvis` times that of the pelvis, degrees. */
function chestTilt(take: Vicon, pelvis: 0 | 1): (i: number) => number {
  const ways = take.frames.map((_, i) => uprightOf(take, 'Chest', i))
  const across = rms(ways.map(([x]) => x)) > rms(ways.map(([, y]) => y)) ? 0 : 1
  const tilt = (target: string, i: number): number => {
    const way = uprightOf(take, target, i)
    return Math.atan2(way[across], way[2]) * DEG
  }
  return (i) => tilt('Chest', i) - pelvis * tilt('Hips', i)
}

const spread = (list: readonly number[]): number => Math.max(...list) - Math.min(...list)

/** Error within which nine of ten readings lie, beside the one that the angle table states, degrees. */
function nineOfTen(off: readonly number[]): string {
  const sorted = off.map(Math.abs).toSorted((a, b) => a - b)
  const most = sorted[Math.floor(0.9 * sorted.length)] ?? Number.NaN
  return `nine of ten within ${most.toFixed(1)}, stated ${SIGNALS.trunk_lateral_flexion.error.front}`
}

/** Frames at the beginning of a take in which the person stands: rest is taken from them. */
const SETTLING = 20

/** Rendered people that bend in an even curve over a level pelvis, against the known tilt of the upper trunk. */
async function renderedBends(): Promise<Row> {
  const takes = await turningTakes((text) => console.error(text))
  const each = takes
    .filter(({ scene }) => scene === 'bend')
    .map(({ frames, truth }) => {
      const state = startTracking(MOVEMENTS.stillness)
      return frames.flatMap((frame, i) => {
        step(state, frame)
        const reading = state.signals.read(state.body.body, state.neutral.neutral, 'trunk_lateral_flexion')
        return reading === null || i < SETTLING ? [] : [reading.value - (truth[i]?.bend ?? Number.NaN)]
      })
    })
  const mae = (off: readonly number[]): string => mean(off.map(Math.abs)).toFixed(1)
  return {
    what: `side bend of 28 degrees, tilt of the upper trunk: ${BODIES.length} rendered bodies, real model`,
    anchor: '-',
    ours: `MAE ${mae(each.flat())} deg (${each.map(mae).join(' / ')}); ${nineOfTen(each.flat())}`,
  }
}

/** Side bend of rendered people, and of the KERAAL takes against optical capture. For measuring only: no constant is fitted to them. */
export async function sideBends(): Promise<Row[]> {
  return [...capturedBends(), await renderedBends()]
}

function capturedBends(): Row[] {
  const truths = [
    {
      row: {
        what: 'side bend against optical capture, tilt of the chest',
        anchor: 'RMSE 3.8, range error 1.3 deg',
        reach: '<= 3.8, <= 1.5',
        goal: 'side bend, real person',
      },
      known: (take: Vicon) => chestTilt(take, 0),
    },
    {
      row: {
        what: 'side bend against optical capture, chest minus pelvis (what a norm of the thoraco-lumbar spine means)',
        anchor: '-',
      },
      known: (take: Vicon) => chestTilt(take, 1),
    },
  ] as const
  if (!has('keraal.jsonl.gz')) return truths.map(({ row }) => ({ ...row, ours: SKIPPED }))
  const takes = textOf('keraal.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vicon)
    .filter((one) => one.id.endsWith('-vicon'))
  const seen = load('keraal.jsonl.gz').filter((one) => /-ELK-.*-blazepose$/.test(one.id))
  return truths.map(({ row, known }) => {
    const off: number[] = []
    const ranges: number[] = []
    const ours: number[] = []
    const theirs: number[] = []
    for (const recording of seen) {
      const take = takes.find((one) => one.id === recording.id.replace('-blazepose', '-vicon'))
      if (take === undefined) continue
      const truth = known(take)
      const pairs = signalOf(recording, 'trunk_lateral_flexion').flatMap(({ t, value }) => {
        const real = truth(Math.round(t * take.fps))
        return value === null || !Number.isFinite(real) ? [] : [[value, real] as const]
      })
      // The pictures of these takes are mirrored against the capture, whose own sign is told by the two going together.
      const sign = Math.sign(
        correlation(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        ),
      )
      off.push(...pairs.map(([a, b]) => sign * a - b))
      ours.push(...pairs.map(([a]) => sign * a))
      theirs.push(...pairs.map(([, b]) => b))
      ranges.push(spread(pairs.map(([a]) => a)) - spread(pairs.map(([, b]) => b)))
    }
    const r = correlation(ours, theirs)
    return {
      ...row,
      ours: `RMSE ${rms(off).toFixed(1)}, range error ${mean(ranges).toFixed(1)} deg (${ranges.map((one) => one.toFixed(1)).join(', ')}), r ${r.toFixed(3)}; ${nineOfTen(off)}`,
    }
  })
}
