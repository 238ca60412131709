import type { Figure, Skeleton, Stance, View } from '@dorsal/motion'
import { add, type Vec } from './vector.ts'

/**
 * From where a figure is looked at. `yaw`: degrees, 0 from ahead, -90 from its own left; `pitch`: down by so many degrees; `fov`: of
 * the height of the picture.
 */
export type Lens = { target: Vec; yaw: number; pitch: number; distance: number; fov: number; aspect: number }

/** A little askew of the camera's own view: a body seen squarely from the side or the front looks flat. */
const ASKEW = 14
const YAW: Readonly<Record<View, number>> = {
  front: ASKEW,
  oblique: 35,
  side: -90 + ASKEW,
  back: 180 - ASKEW,
}
const PITCH = 9
/** Who lies is seen from higher where they are not seen from the side. */
const STEEP = 24
/** And a little higher from the side, so that both arms are seen. */
const OVER = 15
const FOV = 26

/** Of what has no camera view: from where its stance is seen best. */
const BY_STANCE: Readonly<Record<Stance, View>> = {
  standing: 'side',
  seated: 'side',
  'half-kneeling': 'side',
  kneeling: 'side',
  'heel-sitting': 'side',
  quadruped: 'side',
  prone: 'side',
  supine: 'side',
  'supine-on-roll': 'side',
  'side-lying': 'front',
}

/** The other view of who lies: not from the feet; of who kneels: past what they kneel before. */
const SECOND: Readonly<Partial<Record<Stance, View>>> = {
  prone: 'oblique',
  supine: 'oblique',
  'supine-on-roll': 'oblique',
  'side-lying': 'back',
  kneeling: 'oblique',
}

/** The view that the camera of the exercise needs, and one other. */
export function viewsOf(figure: Figure, view: View | null): readonly [View, View] {
  const first = view ?? BY_STANCE[figure.stance]
  const second = SECOND[figure.stance] ?? (first === 'side' ? 'front' : 'side')
  return [first, second === first ? 'side' : second]
}

const LONG = new Set<Stance>(['quadruped', 'prone', 'supine', 'supine-on-roll', 'side-lying', 'heel-sitting'])

/** Breadth of the picture of a figure against its height: who lies or goes on all fours is longer than high. */
export const aspectOf = ({ stance }: Figure): number => (LONG.has(stance) ? 1.5 : 1)

/** Along the axes of the lens: metres to the right, up and away from it. */
export function inLens(lens: Lens, point: Vec): Vec {
  const [yaw, pitch] = [(lens.yaw * Math.PI) / 180, (lens.pitch * Math.PI) / 180]
  const [x, y, z] = [point[0] - lens.target[0], point[1] - lens.target[1], point[2] - lens.target[2]]
  const right = Math.cos(yaw) * x + Math.sin(yaw) * z
  const near = -Math.sin(yaw) * x + Math.cos(yaw) * z
  const [c, s] = [Math.cos(pitch), Math.sin(pitch)]
  return [right, c * y - s * near, lens.distance - (c * near + s * y)]
}

/** Where the lens itself stands. */
export function eyeOf({ target, yaw, pitch, distance }: Lens): Vec {
  const [a, b] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180]
  const level = distance * Math.cos(b)
  return add(target, [-Math.sin(a) * level, distance * Math.sin(b), Math.cos(a) * level])
}

/** Where in the picture a point is: -1..1 of half its height, to the right (times the aspect) and up, and metres away. */
export function project(lens: Lens, point: Vec): { x: number; y: number; away: number; scale: number } {
  const [right, up, away] = inLens(lens, point)
  const scale = 1 / (Math.max(away, 0.1) * Math.tan((lens.fov * Math.PI) / 360))
  return { x: right * scale, y: up * scale, away, scale }
}

/** Flesh about the outermost joints, metres. */
const ROUND = 0.12

/** The same view from the side on which no wall stands between: askew the other way, or from behind. `walls`: which way each faces. */
function clearOf(yaw: number, walls: readonly Vec[]): number {
  const sees = (from: number): boolean =>
    walls.every(([x, , z]) => {
      const turn = (from * Math.PI) / 180
      return -Math.sin(turn) * x + Math.cos(turn) * z > 0.05
    })
  const nearest = Math.round(yaw / 90) * 90
  return [yaw, 2 * nearest - yaw, yaw + 180].find(sees) ?? yaw
}

/** A lens that has all bodies and other points in its picture. */
export function lensFor(
  view: View,
  bodies: readonly Skeleton[],
  others: readonly Vec[],
  aspect: number,
  { walls = [], low = false }: { walls?: readonly Vec[]; low?: boolean } = {},
): Lens {
  const points: Vec[] = [...bodies.flatMap(({ joints }) => Object.values(joints)), ...others]
  let lens: Lens = {
    target: [0, 0, 0],
    yaw: clearOf(YAW[view], walls),
    pitch: low ? (view === 'side' ? OVER : STEEP) : PITCH,
    distance: 5,
    fov: FOV,
    aspect,
  }
  const mids = ([0, 1, 2] as const).map((axis) => {
    const along = points.map((point) => point[axis])
    return (Math.min(...along) + Math.max(...along)) / 2
  })
  lens = { ...lens, target: [mids[0] ?? 0, mids[1] ?? 0, mids[2] ?? 0] }
  for (let i = 0; i < 12; i++) {
    const seen = points.map((point) => project(lens, point))
    const [left, right] = [
      Math.min(...seen.map((p) => p.x - ROUND * p.scale)),
      Math.max(...seen.map((p) => p.x + ROUND * p.scale)),
    ]
    const [low, high] = [
      Math.min(...seen.map((p) => p.y - 0.7 * ROUND * p.scale)),
      Math.max(...seen.map((p) => p.y + ROUND * p.scale)),
    ]
    const fill = Math.max((right - left) / (2 * aspect), (high - low) / 2)
    const metre = 1 / (lens.distance * Math.tan((lens.fov * Math.PI) / 360))
    const yaw = (lens.yaw * Math.PI) / 180
    const aside = (left + right) / 2 / metre
    const up = (low + high) / 2 / metre
    lens = {
      ...lens,
      target: add(lens.target, [Math.cos(yaw) * aside, up, Math.sin(yaw) * aside]),
      distance: lens.distance * fill * 1.02,
    }
  }
  return lens
}
