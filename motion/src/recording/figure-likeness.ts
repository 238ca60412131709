import type { Movement, Signal } from '../movement.ts'
import type { Figure, Posture } from '../person/figure.ts'
import type { Courses } from './signals.ts'

type Limb = 'L' | 'R'
const lean = ({ pelvis, trunk }: Posture): number => (pelvis?.tilt ?? 0) + (trunk?.flexion ?? 0)

/** The joints of a limb that a figure can move, with the signal that shows each; degrees on both sides. */
const LIMBS: readonly [Signal, (posture: Posture, side: Limb) => number | undefined][] = [
  ['knee_flexion', (posture, side) => posture[`leg${side}`]?.knee],
  ['hip_flexion', (posture, side) => (posture[`leg${side}`]?.flexion ?? 0) + lean(posture)],
  ['shoulder_flexion', (posture, side) => posture[`arm${side}`]?.flexion],
  ['shoulder_abduction', (posture, side) => posture[`arm${side}`]?.abduction],
  ['shoulder_external_rotation', (posture, side) => posture[`arm${side}`]?.rotation],
  ['elbow_flexion', (posture, side) => posture[`arm${side}`]?.elbow],
]
/** The same for trunk and head. */
const TRUNK: readonly [Signal, (posture: Posture) => number | undefined][] = [
  ['trunk_inclination', lean],
  ['trunk_lateral_flexion', ({ trunk, thorax }) => (trunk?.bend ?? 0) + (thorax?.bend ?? 0)],
  ['trunk_axial_rotation', ({ trunk, thorax }) => (trunk?.turn ?? 0) + (thorax?.turn ?? 0)],
  ['neck_rotation', ({ head }) => head?.turn],
  ['neck_lateral_flexion', ({ head }) => head?.bend],
]
/** Lean of the trunk and bend of the knees that a stance begins with, degrees, and by how much somebody may differ who rests in it. */
const RESTING: Readonly<Record<Figure['stance'], readonly [trunk: number, knee: number]>> = {
  standing: [0, 0],
  seated: [0, 90],
  'half-kneeling': [0, 90],
  kneeling: [0, 90],
  'heel-sitting': [0, 150],
  quadruped: [85, 90],
  prone: [90, 0],
  supine: [90, 60],
  'supine-on-roll': [90, 60],
  'side-lying': [90, 45],
}
const APART = 50
/** A movement of which nothing is known, and one done in another posture. */
const UNKNOWN = 0.5
const ELSEWHERE = 0.4

/**
 * How well the joints that a movement's figure moves go with the joints that moved in a recording, 0..1: the cosine between the two
 * lists of excursions (of one side or the other), less where the person rests in another posture than the figure's. A movement without a figure
 * is neither.
 */
export function likeness(movement: Movement, { signals }: Courses): number {
  const { figure } = movement
  if (figure === undefined) return UNKNOWN
  const way = (of: (posture: Posture) => number | undefined): number =>
    Math.abs((of(figure.end) ?? 0) - (of(figure.start) ?? 0))
  const trunkWays = TRUNK.map(([signal, of]) => [way(of), spread(signals.get(signal)?.value)] as const)
  const sides = (swapped: boolean): number =>
    cosine([
      ...trunkWays,
      ...LIMBS.flatMap(([signal, of]) =>
        (['L', 'R'] as const).map((side) => {
          const course = signals.get(signal)
          const seen = (side === 'L') === swapped ? course?.right : course?.left
          return [way((posture) => of(posture, side)), spread(seen)] as const
        }),
      ),
    ])
  const alike = Math.max(sides(false), sides(true))
  const [trunk, knee] = RESTING[figure.stance]
  const leans = Math.abs(resting(signals.get('trunk_inclination')?.value))
  const elsewhere =
    Math.abs(leans - trunk) > APART || Math.abs(resting(signals.get('knee_flexion')?.value) - knee) > APART
  return alike * (elsewhere ? ELSEWHERE : 1)
}

/** Cosine between what was asked and what was seen to move; what was not seen is left out. */
function cosine(ways: readonly (readonly [asked: number, moved: number])[]): number {
  const seen = ways.filter(([, moved]) => Number.isFinite(moved))
  const asked = Math.hypot(...seen.map(([a]) => a))
  const moved = Math.hypot(...seen.map(([, m]) => m))
  if (!(asked > 0 && moved > 0)) return UNKNOWN
  return seen.reduce((sum, [a, m]) => sum + a * m, 0) / (asked * moved)
}

/** From the 3rd to the 97th hundredth; NaN for a signal that was not seen. */
function spread(values: readonly number[] = []): number {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
  return at(0.97) - at(0.03)
}

/** Median of the first twentieth that was seen. */
function resting(values: readonly number[] = []): number {
  const seen = values.filter(Number.isFinite)
  const first = seen.slice(0, Math.max(1, Math.round(seen.length / 20))).toSorted((a, b) => a - b)
  return first[first.length >> 1] ?? Number.NaN
}
