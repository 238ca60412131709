import { type Frame, type Signal, signalOf } from '@dorsal/motion'
import { startTracking, step } from '@dorsal/motion'
import { readSignal } from '../../motion/src/angles/angles.ts'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { correlation, framesOf, has, load, mean, rms, type Row, textOf } from './recordings.ts'

type Truth = { part: string; truth: Record<string, number> | null }

/** Values of a signal frame by frame, as the tracker of a movement sees them; null where it abstains. */
function values(frames: readonly Frame[], signal: Signal): (number | null)[] {
  const state = startTracking(signal === 'trunk_axial_rotation' ? MOVEMENTS.rotation : MOVEMENTS.stillness)
  return frames.map((frame) => {
    step(state, frame)
    return readSignal(state.body.body, state.neutral.neutral, signal)?.value ?? null
  })
}

const RENDERED: readonly [string, string, string, Signal, string][] = [
  ['trunk rotation, hands forward', 'MAE 1.6 with the known arm', 'rotation', 'trunk_axial_rotation', 'rot'],
  ['side bend', 'MAE 1.3', 'lateral', 'trunk_lateral_flexion', 'lat'],
  ['arm raised sideways', 'MAE 3.8', 'abduction', 'shoulder_abduction', 'elevL'],
  ['arm raised forward, from the side', 'MAE 2.1', 'flexion', 'shoulder_flexion', 'elevL'],
]

/** Angles of the rendered person through the real model against the truth. */
export function rendered(): Row[] {
  const name = (what: string): string => `${what}: rendered person through the real model, as streamed`
  if (!has('synthetic/session.full.jsonl.gz'))
    return RENDERED.map(([what, anchor]) => ({ what: name(what), anchor, ours: 'skipped: no recordings' }))
  const frames = framesOf('synthetic/session.full.jsonl.gz')
  const truth = textOf('synthetic/session.truth.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth)
  return RENDERED.map(([what, anchor, part, signal, key]) => {
    const found = values(frames, signal)
    const inPart = truth.flatMap((one, i) => (one.part.startsWith(part) && one.truth !== null ? [i] : []))
    const off = inPart.flatMap((i) => {
      const value = found[i]
      const known = truth[i]?.truth?.[key]
      return value === null || value === undefined || known === undefined ? [] : [Math.abs(value - known)]
    })
    const share = Math.round((100 * off.length) / inPart.length)
    return {
      what: name(what),
      anchor,
      ours: `MAE ${mean(off).toFixed(1)} deg, ${share} % of the frames shown`,
    }
  })
}

type Quaternion = readonly [number, number, number, number]
type Vicon = { id: string; fps: number; quat_xyzw: Record<string, Quaternion[]> }

/** Turn about the vertical (z up) of one rigid target since its first frame, degrees: the twist of its world rotation. */
function yaws(take: Vicon, target: string): number[] {
  const all = take.quat_xyzw[target] ?? []
  const [x0, y0, z0, w0] = all[0] ?? [0, 0, 0, 1]
  return all.map(([x, y, z, w]) => {
    const turned = 2 * Math.atan2(z * w0 - w * z0 - x * y0 + y * x0, w * w0 + x * x0 + y * y0 + z * z0)
    const degrees = (turned * 180) / Math.PI
    return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
  })
}

/** Trunk rotation of the KERAAL takes (real person, one camera) against optical capture: chest minus pelvis. For measuring only. */
export function keraal(): Row[] {
  const rows = [
    {
      what: 'trunk rotation against optical capture, real person',
      anchor: 'RMSE 8.4, range error 4.7 deg',
      kind: 'RTK',
    },
    {
      what: 'false rotation while bending sideways, real person',
      anchor: 'RMSE 15.3 (raw 39.9) deg, or withheld',
      kind: 'ELK',
    },
  ]
  if (!has('keraal.jsonl.gz'))
    return rows.map(({ what, anchor }) => ({ what, anchor, ours: 'skipped: no recordings' }))
  const optical = textOf('keraal.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vicon)
    .filter((one) => one.id.endsWith('-vicon'))
  const seen = load('keraal.jsonl.gz').filter((one) => one.id.endsWith('-blazepose'))
  return rows.map(({ what, anchor, kind }) => {
    const pairs: [number, number][] = []
    let frames = 0
    for (const recording of seen.filter((one) => one.id.includes(`-${kind}-`))) {
      const take = optical.find((one) => one.id === recording.id.replace('-blazepose', '-vicon'))
      if (take === undefined) continue
      const [chest, hips] = [yaws(take, 'Chest'), yaws(take, 'Hips')]
      for (const { t, value } of signalOf(recording, 'trunk_axial_rotation')) {
        const i = Math.round(t * take.fps)
        const known = (chest[i] ?? Number.NaN) - (hips[i] ?? Number.NaN)
        frames += 1
        // The pictures of these takes are mirrored against the capture.
        if (value !== null && Number.isFinite(known)) pairs.push([-value, known])
      }
    }
    return { what, anchor, ours: against(pairs, frames) }
  })
}

function against(pairs: readonly [number, number][], frames: number): string {
  const share = Math.round((100 * pairs.length) / Math.max(1, frames))
  if (pairs.length < 10) return `withheld (${100 - share} % of the frames)`
  const [ours, known] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)]
  const range = (list: readonly number[]): number => Math.max(...list) - Math.min(...list)
  const r = correlation(ours, known)
  return `RMSE ${rms(pairs.map(([value, truth]) => value - truth)).toFixed(1)}, range error ${(range(ours) - range(known)).toFixed(1)} deg, r ${r.toFixed(2)}, ${share} % shown`
}
