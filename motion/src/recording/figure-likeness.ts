import type { Movement, Signal } from '../movement.ts'
import type { Figure, Posture } from '../person/figure.ts'
import type { Courses } from './signals.ts'

/** The joints that a figure can move and the signals that show them, one row a joint; degrees on both sides. */
const JOINTS: readonly [Signal, (posture: Posture) => number | undefined][] = [
  ['knee_flexion', ({ legL, legR }) => most(legL?.knee, legR?.knee)],
  ['hip_flexion', ({ legL, legR, trunk }) => most(legL?.flexion, legR?.flexion, trunk?.flexion)],
  ['trunk_inclination', ({ trunk, pelvis }) => (trunk?.flexion ?? 0) + (pelvis?.tilt ?? 0)],
  ['trunk_lateral_flexion', ({ trunk, thorax }) => (trunk?.bend ?? 0) + (thorax?.bend ?? 0)],
  ['trunk_axial_rotation', ({ trunk, thorax }) => (trunk?.turn ?? 0) + (thorax?.turn ?? 0)],
  ['shoulder_flexion', ({ armL, armR }) => most(armL?.flexion, armR?.flexion)],
  ['shoulder_abduction', ({ armL, armR }) => most(armL?.abduction, armR?.abduction)],
  ['shoulder_external_rotation', ({ armL, armR }) => most(armL?.rotation, armR?.rotation)],
  ['elbow_flexion', ({ armL, armR }) => most(armL?.elbow, armR?.elbow)],
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
  'side-lying': [90, 45],
}
const APART = 50
/** A movement of which nothing is known, and one done in another posture. */
const UNKNOWN = 0.5
const ELSEWHERE = 0.4

/**
 * How well the joints that a movement's figure moves go with the joints that moved in a recording, 0..1: the cosine between the two
 * lists of excursions, less where the person rests in another posture than the figure's. A movement without a figure is neither.
 */
export function likeness(movement: Movement, { signals }: Courses): number {
  const { figure } = movement
  if (figure === undefined) return UNKNOWN
  let [asked, moved, both] = [0, 0, 0]
  for (const [signal, of] of JOINTS) {
    const course = signals.get(signal)
    const way = Math.abs((of(figure.end) ?? 0) - (of(figure.start) ?? 0))
    const went =
      course === undefined
        ? Number.NaN
        : Math.max(spread(course.value), spread(course.left), spread(course.right))
    if (Number.isNaN(went)) continue
    asked += way * way
    moved += went * went
    both += way * went
  }
  const alike = asked > 0 && moved > 0 ? both / Math.sqrt(asked * moved) : UNKNOWN
  const [trunk, knee] = RESTING[figure.stance]
  const leans = Math.abs(resting(signals.get('trunk_inclination')?.value))
  const elsewhere =
    Math.abs(leans - trunk) > APART || Math.abs(resting(signals.get('knee_flexion')?.value) - knee) > APART
  return alike * (elsewhere ? ELSEWHERE : 1)
}

function most(...values: (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0
    ? undefined
    : known.reduce((far, value) => (Math.abs(value) > Math.abs(far) ? value : far))
}

/** From the 3rd to the 97th hundredth; NaN for a signal that was not seen. */
function spread(values: readonly number[]): number {
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
