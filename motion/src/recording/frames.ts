import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Frame, View } from '../pose.ts'
import { mirror } from '../skeleton/mirror.ts'
import { type Recognised, recognise } from '../skeleton/recognise.ts'
import { filmed, frameOf, windowFor, type Window } from './camera.ts'
import { type Confidences, meaningOf, metresOf, type Points, pointsOf, trunkOf } from './points.ts'
import { type ProductRecording, RecordingError, type Skeleton } from './records.ts'

/** The frames of a record and what a reader of the results must know of them. */
export type Film = { frames: Frame[]; notes: string[] }

/**
 * Frames of a product recording. A mirrored recording is turned back, so that left is the person's own left. Where no frame has a
 * picture but there is a world, that world was measured: it is filmed by a camera of ours (`view`) and its depth is a sensor's.
 */
export function productFrames(recording: ProductRecording, view: View = 'front'): Frame[] {
  const { width, height, mirrored, frames } = recording
  const worldOnly = frames.every(({ image }) => image === null) && frames.some(({ world }) => world !== null)
  const plain = (points: (number | null)[]): number[] => points.map((value) => value ?? Number.NaN)
  const seen = frames.map(({ t, image, world }) => ({
    t,
    width,
    height,
    image: image === null ? null : mirrored ? mirror(image, 'image') : plain(image),
    world: world === null ? null : mirrored ? mirror(world, 'world') : plain(world),
  }))
  if (!worldOnly) return seen
  const points = seen.map(({ world }) => Array.from({ length: COUNT }, (_, i) => worldPoint(world, i)))
  const sure = seen.map(({ world }) => Array.from({ length: COUNT }, (_, i) => world?.[i * 4 + 3] ?? 1))
  const film = filmed(points, 1, 'y down', view)
  const window = windowFor(film.frames)
  return film.frames.map((frame, i) => ({
    t: seen[i]?.t ?? Number.NaN,
    width: window.width,
    height: window.height,
    depth: 'sensor',
    ...frameOf(frame, sure[i] ?? [], window, 'sensor'),
  }))
}

function worldPoint(world: readonly number[] | null, i: number): Points[number] {
  const [x, y, z] = [world?.[i * 4], world?.[i * 4 + 1], world?.[i * 4 + 2]]
  if (x === undefined || y === undefined || z === undefined) return null
  return Number.isFinite(x + y + z) ? [x, y, z] : null
}

/** Frames of a skeleton record, as `skeletonFilm`. */
export const skeletonFrames = (record: Skeleton, fps: number, view: View): Frame[] =>
  skeletonFilm(record, fps, view).frames

/**
 * Frames of a skeleton record, whatever skeleton, unit and axes. Three-dimensional ones are filmed by a camera of ours (`view`) and
 * keep their measured depth, so that angles are taken in space and no view need be refused. Two-dimensional ones keep their picture;
 * a confidence becomes a visibility. Missing joints stay missing. `fps`: frames a second where the record does not say.
 * Throws `RecordingError` where the joint names make no body.
 */
export function skeletonFilm(record: Skeleton, fps: number, view: View): Film {
  const skeleton = recognise(record.joints)
  if (skeleton === null) throw new RecordingError(tooLittle(record.joints))
  const meaning = meaningOf(record)
  const { points, confidences } = pointsOf(record, skeleton, meaning)
  const rate = record.fps ?? fps
  const film = meaning.flat ? picture(record, points, meaning.depth) : space(record, points, view)
  return {
    notes: film.notes,
    frames: film.points.map((frame, i) => ({
      t: i / rate,
      width: film.window.width,
      height: film.window.height,
      ...(film.depth === 'sensor' ? { depth: film.depth } : {}),
      ...frameOf(frame, visibilities(confidences[i] ?? [], skeleton), film.window, film.depth, film.metres),
    })),
  }
}

type Plane = {
  points: Points[]
  window: Window
  depth: 'sensor' | 'model' | null
  metres: number
  notes: string[]
}

function space(record: Skeleton, points: readonly Points[], view: View): Plane {
  const { metres, note } = metresOf(record.units, points)
  const { frames, notes } = filmed(points, metres, record.axes, view)
  const said = note === null ? notes : [note, ...notes]
  return { points: frames, window: windowFor(frames), depth: 'sensor', metres: 1, notes: said }
}

/** Depth that a model gives in the picture turns further than the body: a true 45 degrees reads 63 on a rendered person of known angle. */
const IMAGE_DEPTH = 0.5
/** Shoulder to hip of a grown person, metres: gives the model's picture depth the scale of a world. */
const TRUNK = 0.5

function picture(record: Skeleton, points: readonly Points[], depth: boolean): Plane {
  const up = /y[\s:=-]*(is |axis )*up/i.test(record.axes ?? '') ? -1 : 1
  const turned = reversed(points)
  const mirrored = turned ? -1 : 1
  const frames = points.map((frame) =>
    frame.map((p) => (p === null ? null : ([p[0] * mirrored, p[1] * up, p[2] * IMAGE_DEPTH] as const))),
  )
  const [, w, h] = /(\d{3,5})\s*[x×]\s*(\d{3,5})/.exec(record.units ?? '') ?? []
  const known = w !== undefined && h !== undefined && up === 1 && !turned
  return {
    points: frames,
    window: known ? { width: Number(w), height: Number(h), x: 0, y: 0, perPixel: 1 } : windowFor(frames),
    depth: depth ? 'model' : null,
    metres: TRUNK / trunkOf(points),
    notes: turned
      ? [
          'left and right of the joint names contradict the face in the picture: taken as mirrored, the names are believed',
        ]
      : [],
  }
}

/** True for a flat record of somebody whose whole face is seen although own left lies to the left of the picture. */
function reversed(points: readonly Points[]): boolean {
  let face = 0
  let against = 0
  for (const frame of points) {
    const [nose, l, r, sl, sr] = (['nose', 'eyeL', 'eyeR', 'shoulderL', 'shoulderR'] as const).map(
      (name) => frame[INDEX[name]],
    )
    if (!nose || !l || !r || !sl || !sr) continue
    face += 1
    if (l[0] < r[0] && sl[0] < sr[0] && nose[0] > l[0] && nose[0] < r[0]) against += 1
  }
  return face > 0.5 * points.length && against > 0.7 * face
}

/** Visibility at which the tracker takes a landmark in (see `body/`): a sensor's confidence is stretched so that its own limit falls there. */
const TAKEN = 0.65

function visibilities(confidences: Confidences, { row }: Recognised): number[] {
  return confidences.map((sure) =>
    sure === null || row.believed === 0 ? 1 : Math.min(1, Math.max(0, (sure * TAKEN) / row.believed)),
  )
}

const tooLittle = (joints: readonly string[]): string => {
  const some = joints.slice(0, 6).map((name) => `"${name}"`)
  return `the joints (${some.join(', ')}${joints.length > 6 ? ', …' : ''}) make no body that is known: needed are shoulders and hips, or a whole arm or leg`
}
