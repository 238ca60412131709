import { INDEX } from '../skeleton/landmarks.ts'
import type { Landmark } from '../pose.ts'
import type { FoundPlace, Recognised } from '../skeleton/recognise.ts'
import type { Skeleton } from './records.ts'
import { DEG } from '../geometry.ts'
import { across, add, between, mid, middle, minus, size, times, unit, type Vector } from '../vector.ts'

/** The 33 landmarks of one frame in the record's own axes; null where missing. */
export type Points = (Vector | null)[]
/** How sure the sensor was of each, 0..1; null where it does not say. */
export type Confidences = (number | null)[]

type Raw = readonly (number | null)[] | null | undefined

/**
 * What the third and fourth number of a joint are. A flat record (pixels, shares of the picture, or no third number that changes)
 * has in third place a confidence where all lie in 0..1, else the model's depth. Three coordinates with a unit of length are
 * space, and a fourth number is the confidence.
 */
export type Meaning = { flat: boolean; depth: boolean; confidence: 2 | 3 | null }

/** Reads from the units, axes and numbers of a record what its columns are. */
export function meaningOf(record: Skeleton): Meaning {
  const third: number[] = []
  let fourth = false
  let widest = 0
  for (const frame of record.frames) {
    for (const point of frame ?? []) {
      const [x, , z, c] = point ?? []
      if (Number.isFinite(z)) third.push(z as number)
      if (Number.isFinite(c)) fourth = true
      if (Number.isFinite(x)) widest = Math.max(widest, Math.abs(x as number))
    }
  }
  const low = third.reduce((least, z) => Math.min(least, z), Number.POSITIVE_INFINITY)
  const high = third.reduce((most, z) => Math.max(most, z), Number.NEGATIVE_INFINITY)
  const changes = high - low > 1e-9
  const asShare = changes && low >= 0 && high <= 1.001
  const said = /px|pixel|normali|share|\bimage/i.test(`${record.units ?? ''} ${record.axes ?? ''}`)
  const metric = METRES.some(([unitName]) => unitName.test(record.units ?? ''))
  const flat = said || !changes || (!metric && asShare && widest > 3)
  if (!flat) return { flat, depth: true, confidence: fourth ? 3 : null }
  return { flat, depth: changes && !asShare, confidence: fourth ? 3 : asShare ? 2 : null }
}

/** Units of length by their names, in metres. */
const METRES: readonly (readonly [RegExp, number])[] = [
  [/\b(mm|milli)/i, 0.001],
  [/\b(cm|centi)/i, 0.01],
  [/^\s*in\b|\binch/i, 0.0254],
  [/\b(ft|feet|foot)\b/i, 0.3048],
  [/\b(m|met(er|re)s?)\b/i, 1],
]
/** Shoulder to hip of a grown person in metres, and the limits within which a person's may lie (a child, a giant). */
const TRUNK = 0.5
const TRUNK_LIMITS = [0.25, 0.8] as const

/**
 * Metres in one unit of the record: as it says; where it does not say, the unit in which the trunk has a person's length, else
 * the length that makes the trunk half a metre. `note` says where the stated unit cannot be. Angles do not depend on it.
 */
export function metresOf(
  units: string | undefined,
  frames: readonly Points[],
): { metres: number; note: string | null } {
  const trunk = trunkOf(frames)
  const person = (metres: number): boolean =>
    !(trunk > 0) || (trunk * metres >= TRUNK_LIMITS[0] && trunk * metres <= TRUNK_LIMITS[1])
  const stated = METRES.find(([name]) => name.test(units ?? ''))?.[1]
  if (stated !== undefined && person(stated)) return { metres: stated, note: null }
  const guessed = [1, 0.01, 0.001, 0.0254].find(person) ?? TRUNK / trunk
  if (stated === undefined) return { metres: guessed, note: null }
  return {
    metres: guessed,
    note: `units "${units ?? ''}" do not go with a person: lengths are taken from the trunk`,
  }
}

/** Median distance from the middle of the shoulders to the middle of the hips, in the record's unit; NaN where none is seen. */
export function trunkOf(frames: readonly Points[]): number {
  const lengths = frames
    .flatMap((frame) => {
      const top = centre(frame, 'shoulder')
      const bottom = centre(frame, 'hip')
      return top === null || bottom === null ? [] : [size(minus(top, bottom))]
    })
    .toSorted((a, b) => a - b)
  return lengths[lengths.length >> 1] ?? Number.NaN
}

/** Middle of a pair of landmarks, or the one that is there. */
export function centre(frame: Points, part: 'shoulder' | 'hip' | 'ear' | 'knee' | 'ankle'): Vector | null {
  return middle([at(frame, `${part}L`), at(frame, `${part}R`)].filter((one) => one !== null))
}

/** One landmark of a frame. */
export const at = (frame: Points, landmark: Landmark): Vector | null => frame[INDEX[landmark]] ?? null

/** The 33 landmarks of every frame, by the skeleton that was recognised. A joint at the very origin is one that was not found. */
export function pointsOf(
  record: Skeleton,
  skeleton: Recognised,
  meaning: Meaning,
): { points: Points[]; confidences: Confidences[] } {
  const points: Points[] = []
  const confidences: Confidences[] = []
  for (const frame of record.frames) {
    const joints = (frame ?? []).map((raw) => vectorOf(raw, meaning.depth))
    const sure = (frame ?? []).map((raw) =>
      meaning.confidence === null ? null : (raw?.[meaning.confidence] ?? null),
    )
    const found = skeleton.places.map((ways) => first(ways, joints))
    points.push(found.map((one) => one?.point ?? null))
    confidences.push(found.map((one) => (one === null ? null : leastSure(one.place, sure))))
  }
  return { points, confidences }
}

function vectorOf(raw: Raw, depth: boolean): Vector | null {
  const [x, y, z] = raw ?? []
  if (!Number.isFinite(x) || !Number.isFinite(y) || (depth && !Number.isFinite(z))) return null
  if (x === 0 && y === 0 && (!depth || z === 0)) return null
  return [x as number, y as number, depth ? (z as number) : 0]
}

type Joints = readonly (Vector | null)[]

function first(ways: readonly FoundPlace[], joints: Joints): { place: FoundPlace; point: Vector } | null {
  for (const place of ways) {
    const point = placed(place, joints)
    if (point !== null) return { place, point }
  }
  return null
}

function placed({ mean, shift }: FoundPlace, joints: Joints): Vector | null {
  let point: Vector = [0, 0, 0]
  for (const [column, weight] of mean) {
    const joint = joints[column]
    if (joint === null || joint === undefined) return null
    point = add(point, times(joint, weight))
  }
  if (shift === null) return point
  const [a, b] = shift.length.map((column) => joints[column] ?? null)
  const from = meanOf(shift.from, joints)
  const to = meanOf(shift.to, joints)
  if (a === null || a === undefined || b === null || b === undefined || from === null || to === null)
    return null
  const along = unit(minus(to, from))
  if (along === null) return null
  const way = shift.turns === null ? along : turned(along, point, mid(a, b), joints, shift.turns)
  return way === null ? null : add(point, times(way, shift.share * size(minus(a, b))))
}

/** The way `along`, turned outward from the middle of the body by a share of the angle between it and the limb; null without the limb. */
function turned(
  along: Vector,
  point: Vector,
  inside: Vector,
  joints: Joints,
  { limb, share }: { limb: number; share: number },
): Vector | null {
  const end = joints[limb] ?? null
  const outward = unit(across(minus(point, inside), along))
  if (end === null || outward === null) return null
  const angle = (share * between(along, minus(end, point))) / DEG
  return add(times(along, Math.cos(angle)), times(outward, Math.sin(angle)))
}

const meanOf = (columns: readonly number[], joints: Joints): Vector | null =>
  middle(columns.map((column) => joints[column] ?? null).filter((one) => one !== null))

function leastSure(place: FoundPlace, sure: Confidences): number | null {
  const all = place.mean.flatMap(([column]) => sure[column] ?? [])
  return all.length === 0 ? null : Math.min(...all)
}
