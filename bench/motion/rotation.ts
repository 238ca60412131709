import { type Frame, type Reading, SIGNALS, signalOf, startTracking, step } from '@dorsal/motion'
import { skeletonFilm } from '../../motion/src/recording/frames.ts'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { BODIES, type Take, turningTakes } from '../mannequin/turning/landmarks.ts'
import { correlation, framesOf, has, load, mean, rms, textOf } from './recordings.ts'
import { type Row, SKIPPED } from './table.ts'

/** Frames at the beginning of a take in which the person stands and brings the arms into place: the calibration is taken from them. */
const SETTLING = 20
const SIGNAL = 'trunk_axial_rotation'
/** The error up to which the product shows a number. */
const SHOWN = SIGNALS[SIGNAL].error.front ?? 0

/** Readings frame by frame as the tracker of a rotation exercise has them, with the proportions that it finds itself. */
function readings(frames: readonly Frame[]): (Reading | null)[] {
  const state = startTracking(MOVEMENTS.rotation)
  return frames.map((frame) => {
    step(state, frame)
    return state.signals.read(state.body.body, state.neutral.neutral, SIGNAL)
  })
}

type Pair = { off: number; shown: boolean; doubt: number }

function pairs(take: Take): Pair[] {
  return readings(take.frames).flatMap((reading, i) => {
    const truth = take.truth[i]
    if (reading === null || truth === undefined || i < SETTLING) return []
    const error = reading.error ?? Number.POSITIVE_INFINITY
    const off = Math.abs(reading.value - truth.turn)
    return [{ off, shown: error <= SHOWN, doubt: off / error }]
  })
}

const degrees = (value: number): string => value.toFixed(1)
const percent = (share: number): string => `${Math.round(100 * share)} %`

const FALSE = {
  anchor: 'MAE 15.3, raw 39.9 (real person)',
  reach: '<= 8 or withheld',
  goal: 'false rotation',
} as const

const FORWARD = {
  anchor: 'MAE 1.6 with the known arm',
  reach: '<= 4',
  goal: 'rotation, rendered people',
} as const

/** What a scene is measured for, with what it is set beside. `false`: the truth is no rotation at all. */
const SCENES: readonly (Omit<Row, 'ours'> & { scene: string })[] = [
  { ...FORWARD, scene: 'forward', what: 'trunk rotation, hands forward' },
  {
    scene: 'crossed',
    what: 'trunk rotation, arms crossed',
    anchor: 'MAE 6.3 with the known breadth',
    reach: '<= 8',
    goal: 'rotation, rendered people',
  },
  { scene: 'hanging', what: 'trunk rotation, arms hanging', anchor: 'MAE 6.2 with the known breadth' },
  { scene: 'sideways', what: 'trunk rotation, arms out to the sides', anchor: 'MAE 12-21' },
  { scene: 'together', what: 'trunk 35 and pelvis 15 together, arms crossed', anchor: '-' },
  { scene: 'whole', what: 'false rotation, whole body turning +-45', anchor: '-' },
  { scene: 'whole-forward', what: 'false rotation, whole body +-40, hands forward', anchor: '-' },
  { scene: 'bend', what: 'false rotation, side bend of 28 degrees', ...FALSE },
]

/** Three rendered bodies through the real model, each scene with every body. Renders on the first run and says so. */
export async function turning(): Promise<Row[]> {
  const takes = await turningTakes((text) => console.error(text))
  return SCENES.map(({ scene, what, ...row }) => {
    const own = takes.filter((take) => take.scene === scene)
    const all = own.map(pairs)
    const flat = all.flat()
    const frames = own.reduce((sum, take) => sum + take.frames.length - SETTLING, 0)
    const each = all.map((one) => (one.length === 0 ? '-' : degrees(mean(one.map(({ off }) => off)))))
    const shown = flat.filter((one) => one.shown)
    const of =
      shown.length === 0 ? 'none shown' : `MAE ${degrees(mean(shown.map(({ off }) => off)))} of those shown`
    return {
      what: `${what}: ${BODIES.length} rendered bodies, real model, own ratios`,
      ...row,
      ours: `MAE ${degrees(mean(flat.map(({ off }) => off)))} deg (${each.join(' / ')}), read in ${percent(flat.length / frames)}; ${percent(shown.length / frames)} good enough to show, ${of}; off by ${rms(flat.map(({ doubt }) => doubt)).toFixed(1)} of the stated errors`,
    }
  })
}

type Labelled = { part: string; truth: Record<string, number> | null }

/** Hands forward in the shared session, as streamed. */
export function session(): Row {
  const what = 'trunk rotation, hands forward: shared rendered session, as streamed'
  if (!has('synthetic/session.full.jsonl.gz')) return { ...FORWARD, what, ours: SKIPPED }
  const truth = textOf('synthetic/session.truth.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
  const found = readings(framesOf('synthetic/session.full.jsonl.gz'))
  const inPart = truth.flatMap((one, i) => (one.part.startsWith('rotation') && one.truth !== null ? [i] : []))
  const off = inPart.flatMap((i) => {
    const [value, known] = [found[i]?.value, truth[i]?.truth?.['rot']]
    return value === undefined || known === undefined ? [] : [Math.abs(value - known)]
  })
  return {
    ...FORWARD,
    what,
    ours: `MAE ${degrees(mean(off))} deg, ${percent(off.length / inPart.length)} read`,
  }
}

type Quaternion = readonly [number, number, number, number]
type Vicon = { id: string; fps: number; quat_xyzw: Record<string, Quaternion[]> }

/** Turn about the vertical (z up) of one rigid target since its first frame, degrees: the twist of its world rotation. */
function yaws(take: Vicon, target: string): number[] {
  const all = take.quat_xyzw[target] ?? []
  const [x0, y0, z0, w0] = all[0] ?? [0, 0, 0, 1]
  return all.map(([x, y, z, w]) => {
    const turned = 2 * Math.atan2(z * w0 - w * z0 - x * y0 + y * x0, w * w0 + x * x0 + y * y0 + z * z0)
    const angle = (turned * 180) / Math.PI
    return angle > 180 ? angle - 360 : angle < -180 ? angle + 360 : angle
  })
}

const OPTICAL = [
  {
    kind: 'RTK',
    what: 'trunk rotation against optical capture, real person',
    anchor: 'RMSE 8.4, range error 4.7 deg',
    reach: '<= 7, <= 4',
    goal: 'rotation, real person',
  },
  {
    kind: 'ELK',
    what: 'false rotation while bending sideways, real person',
    anchor: 'RMSE 15.3 (raw 39.9) deg',
    reach: '<= 8 or withheld',
    goal: 'false rotation',
  },
] as const

/**
 * The KERAAL takes (real person, one camera, free arms): chest minus pelvis. For measuring only: no constant comes from them. Range is the
 * largest less the smallest value of all that is shown, ours and the capture's in the same frames: withheld ends shorten neither alone.
 */
export function keraal(): Row[] {
  if (!has('keraal.jsonl.gz'))
    return OPTICAL.map(({ what, anchor, reach, goal }) => ({ what, anchor, reach, goal, ours: SKIPPED }))
  const takes = textOf('keraal.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Vicon)
    .filter((one) => one.id.endsWith('-vicon'))
  const seen = load('keraal.jsonl.gz').filter((one) => one.id.endsWith('-blazepose'))
  return OPTICAL.map(({ kind, ...row }) => {
    const found: Found[] = []
    let frames = 0
    for (const recording of seen.filter((one) => one.id.includes(`-${kind}-`))) {
      const take = takes.find((one) => one.id === recording.id.replace('-blazepose', '-vicon'))
      if (take === undefined || recording.kind !== 'skeleton') continue
      const [chest, hips] = [yaws(take, 'Chest'), yaws(take, 'Hips')]
      const film = skeletonFilm(recording.record, 30, 'front').frames
      const stated = readings(film).map((reading) => reading?.error ?? Number.NaN)
      for (const [k, { t, value }] of signalOf(recording, SIGNAL).entries()) {
        const i = Math.round(t * take.fps)
        const known = (chest[i] ?? Number.NaN) - (hips[i] ?? Number.NaN)
        frames += 1
        // The pictures of these takes are mirrored against the capture.
        if (value !== null && Number.isFinite(known))
          found.push({ ours: -value, known, stated: stated[k] ?? Number.NaN })
      }
    }
    return { ...row, ours: against(found, frames) }
  })
}

type Found = { ours: number; known: number; stated: number }

function against(found: readonly Found[], frames: number): string {
  const share = found.length / Math.max(1, frames)
  if (found.length < 10) return `withheld (${percent(1 - share)} of the frames)`
  const [ours, known] = [found.map((one) => one.ours), found.map((one) => one.known)]
  const range = (list: readonly number[]): number => Math.max(...list) - Math.min(...list)
  const off = found.map((one) => Math.abs(one.ours - one.known)).toSorted((a, b) => a - b)
  const most = off[Math.floor(0.9 * off.length)] ?? Number.NaN
  const said = mean(found.flatMap(({ stated }) => (Number.isFinite(stated) ? [stated] : [])))
  return `RMSE ${degrees(rms(off))}, range error ${degrees(range(ours) - range(known))} deg, r ${correlation(ours, known).toFixed(2)}, ${percent(share)} shown; nine of ten within ${degrees(most)}, stated ${degrees(said)}`
}
