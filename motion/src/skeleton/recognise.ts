import type { Landmark } from '../pose.ts'
import { type BodySide, columnOf, plain } from './joint-names.ts'
import { COUNT, INDEX } from './landmarks.ts'
import { landmarksOf, type Place, SKELETONS, type SkeletonRow } from './skeletons.ts'

/** A place with its joints found in one record: columns and weights, and the way from there. */
export type FoundPlace = {
  mean: readonly (readonly [column: number, weight: number])[]
  shift: {
    share: number
    length: readonly [number, number]
    from: readonly number[]
    to: readonly number[]
    turns: { limb: number; share: number } | null
  } | null
}

/** A skeleton found in a list of joint names: for each of the 33 landmarks the places that give it, best first. */
export type Recognised = { row: SkeletonRow; places: readonly (readonly FoundPlace[])[] }

/** The least that makes a body: shoulders and hips of one side, or one whole arm or leg. */
const ENOUGH: readonly (readonly string[])[] = [
  ['shoulder', 'hip'],
  ['shoulder', 'elbow', 'wrist'],
  ['hip', 'knee', 'ankle'],
]

/**
 * Finds the skeleton of a record by its joint names, in any case, spelling and order; joints that no row knows are passed over.
 * The row that knows most of the joints, and of whose own joints fewest are missing, is it. null when no row finds shoulders and
 * hips, or a whole limb: then nothing can be measured.
 */
export function recognise(joints: readonly string[]): Recognised | null {
  const names = joints.map(plain)
  let best: Recognised | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const row of SKELETONS) {
    const { places, used, missing } = resolve(row, names)
    const score = used - missing / 2
    if (score <= most || !enough(places)) continue
    most = score
    best = { row, places }
  }
  return best
}

function resolve(row: SkeletonRow, names: readonly string[]) {
  const places: FoundPlace[][] = Array.from({ length: COUNT }, () => [])
  const used = new Set<number>()
  let missing = 0
  for (const [pattern, ways] of Object.entries(row.joints)) {
    for (const [landmark, side] of landmarksOf(pattern)) {
      const found = ways.flatMap((way) =>
        place(typeof way === 'string' ? { mean: { [way]: 1 } } : way, names, side),
      )
      places[INDEX[landmark]] = found
      if (found.length === 0) missing += 1
      for (const [column] of found[0]?.mean ?? []) used.add(column)
    }
  }
  const besides = (row.besides ?? []).flatMap((joint) =>
    (joint.includes('@') ? (['L', 'R'] as const) : [null]).map((side) => columnOf(names, joint, side)),
  )
  for (const column of besides) if (column >= 0) used.add(column)
  return { places, used: used.size, missing }
}

function place(way: Place, names: readonly string[], side: BodySide | null): FoundPlace[] {
  const find = (joint: string): number => columnOf(names, joint, side)
  const mean = Object.entries(way.mean).map(([joint, weight]) => [find(joint), weight] as const)
  const { shift } = way
  const found =
    shift === undefined
      ? null
      : {
          share: shift.share,
          length: [find(shift.length[0]), find(shift.length[1])] as const,
          from: shift.from.map(find),
          to: shift.to.map(find),
          turns: shift.turns === undefined ? null : { ...shift.turns, limb: find(shift.turns.limb) },
        }
  const columns = [
    ...mean.map(([column]) => column),
    ...(found === null
      ? []
      : [...found.length, ...found.from, ...found.to, ...(found.turns === null ? [] : [found.turns.limb])]),
  ]
  return columns.includes(-1) ? [] : [{ mean, shift: found }]
}

function enough(places: readonly (readonly FoundPlace[])[]): boolean {
  const has = (part: string, side: BodySide): boolean =>
    (places[INDEX[`${part}${side}` as Landmark]] ?? []).length > 0
  return ENOUGH.some((parts) => (['L', 'R'] as const).some((side) => parts.every((part) => has(part, side))))
}
