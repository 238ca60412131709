import type { Joint, Skeleton } from '@dorsal/motion'
import { add, distance, minus, times, unit, type Vec } from './vector.ts'
import { type Shown, sided } from './loop.ts'
import type { Bone } from './bones.ts'

/**
 * What may be seen to move: a joint, the joint it hangs on, the part of the body against which its own movement is judged (null: the
 * room), and how far beyond it its path is drawn, metres.
 */
type Mark = { joint: Joint; root: Joint; against: 'chest' | 'pelvis' | null; beyond: number }
const MARKS: readonly Mark[] = [
  ...(['L', 'R'] as const).flatMap((side): Mark[] => [
    { joint: `wrist${side}`, root: `elbow${side}`, against: 'chest', beyond: 0.22 },
    { joint: `elbow${side}`, root: `shoulder${side}`, against: 'chest', beyond: 0.1 },
    { joint: `shoulder${side}`, root: 'collar', against: 'pelvis', beyond: 0.12 },
    { joint: `knee${side}`, root: `hip${side}`, against: 'pelvis', beyond: 0.12 },
    { joint: `ankle${side}`, root: `knee${side}`, against: 'pelvis', beyond: 0.16 },
  ]),
  { joint: 'nose', root: 'head', against: 'chest', beyond: 0.08 },
  { joint: 'pelvis', root: 'collar', against: null, beyond: 0.2 },
]

/** The way of one mark: from the start to the end of the range. */
export type Path = { joint: Joint; points: readonly Vec[] }

const STEPS = 24
/** Less than this is not seen as a way: what hardly moves has no arc, metres. */
const LEAST = 0.03
/** Both sides have an arc where the other goes at least this share of the further one. */
const BOTH = 0.6
/** Arms that a turning trunk carries are its pointer where they go this much further than the shoulders. */
const POINTER = 1.8

const otherSide = (name: string): string => name.replace(/[LR]$/, (side) => (side === 'L' ? 'R' : 'L'))

const lengthOf = (points: readonly Vec[]): number =>
  points.reduce((sum, point, i) => sum + distance(point, points[i - 1] ?? point), 0)

/** A point in the axes of the chest or pelvis. */
function within({ joints, chest, pelvis }: Skeleton, joint: Joint, part: 'chest' | 'pelvis'): Vec {
  const [m, o] = part === 'chest' ? [chest, joints.collar] : [pelvis, joints.pelvis]
  const [x, y, z] = minus(joints[joint], o)
  return [m[0] * x + m[3] * y + m[6] * z, m[1] * x + m[4] * y + m[7] * z, m[2] * x + m[5] * y + m[8] * z]
}

/**
 * The joints that show the movement best, and the ways they go: those whose own movement is the furthest, so that the hips and not the
 * hands show a squat; on both sides where both go far.
 */
export function pathsOf(shown: Shown): Path[] {
  const bodies = Array.from({ length: STEPS + 1 }, (_, i) => sided(shown, (shown.share * i) / STEPS))
  const { shows } = shown.figure
  if (shows !== undefined) {
    const own = (point: string): string => (shown.side === 'right' ? otherSide(point) : point)
    const names = new Set(shows.map((point) => own(point === 'head' ? 'nose' : point)))
    return MARKS.filter(({ joint }) => names.has(joint)).map((mark) => ({
      joint: mark.joint,
      points: bodies.map((body) => beyond(body, mark)),
    }))
  }
  const ways = MARKS.map((mark) => {
    const { against } = mark
    const whole = lengthOf(bodies.map(({ joints }) => joints[mark.joint]))
    const own = against === null ? whole : lengthOf(bodies.map((body) => within(body, mark.joint, against)))
    return { mark, whole, own: Math.min(whole, own) }
  })
  const furthest = (rows: typeof ways): (typeof ways)[number] | undefined =>
    rows.toSorted((a, b) => b.own - a.own)[0]
  let best = furthest(ways)
  if (best === undefined || best.own < LEAST) return []
  if (best.mark.joint.startsWith('shoulder')) {
    const { whole } = best
    const hand = ways.find(({ mark, whole: far }) => mark.joint.startsWith('wrist') && far > POINTER * whole)
    if (hand !== undefined) best = hand
  }
  const name = best.mark.joint.replace(/[LR]$/, '')
  const least = BOTH * best.whole
  return ways
    .filter(({ mark, whole }) => mark.joint.replace(/[LR]$/, '') === name && whole >= least)
    .map(({ mark }) => ({ joint: mark.joint, points: bodies.map((body) => beyond(body, mark)) }))
}

function beyond({ joints, pelvis }: Skeleton, mark: Mark): Vec {
  // The hips are marked behind, of somebody who lies on the back in front.
  const back: Vec = [-pelvis[2], -pelvis[5], -pelvis[8]]
  const hips = back[1] < -0.5 ? times(back, -1) : back
  const out = mark.against === null ? hips : (unit(minus(joints[mark.joint], joints[mark.root])) ?? [0, 1, 0])
  const [x, y, z] = add(joints[mark.joint], times(out, mark.beyond))
  return [x, Math.max(y, 0.03), z]
}

/** Each bone and the joints at its ends. */
const ENDS: readonly (readonly [Bone, Joint, Joint])[] = [
  ['pelvis', 'pelvis', 'sacrum'],
  ['lumbar', 'sacrum', 'waist'],
  ['waist', 'lumbar', 'ribs'],
  ['ribs', 'waist', 'chest'],
  ['chest', 'shoulderL', 'shoulderR'],
  ['neck', 'neck', 'head'],
  ['head', 'earL', 'nose'],
  ...(['L', 'R'] as const).flatMap((side) => [
    [`upper${side}`, `shoulder${side}`, `elbow${side}`] as const,
    [`fore${side}`, `elbow${side}`, `wrist${side}`] as const,
    [`hand${side}`, `wrist${side}`, `index${side}`] as const,
    [`fingers${side}`, `wrist${side}`, `index${side}`] as const,
    [`thigh${side}`, `hip${side}`, `knee${side}`] as const,
    [`shank${side}`, `knee${side}`, `ankle${side}`] as const,
    [`foot${side}`, `heel${side}`, `foot${side}`] as const,
  ]),
]

/** The bones that move: either end goes at least this share of the furthest way of any. */
const MOVES = 0.18

/** What moves in an exercise, to be shown stronger than what stays still. All of it where hardly anything does. */
export function movingBones(shown: Shown): Set<Bone> {
  const bodies = [0, 0.5, 1].map((out) => sided(shown, out * shown.share))
  const reach = ({ joints: a }: Skeleton, { joints: b }: Skeleton, joint: Joint): number =>
    distance(a[joint], b[joint])
  const [start, half, end] = bodies
  if (start === undefined || half === undefined || end === undefined) return new Set()
  const ways = ENDS.map(([bone, from, to]) => {
    const way = Math.max(...[from, to].map((joint) => reach(start, half, joint) + reach(half, end, joint)))
    return { bone, way }
  })
  const most = Math.max(...ways.map(({ way }) => way))
  const moving = ways.filter(({ way }) => most < LEAST || way >= MOVES * most)
  return new Set(moving.map(({ bone }) => bone))
}
