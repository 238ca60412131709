import type { Figure, Stance } from './figure.ts'
import { clearance } from './floor.ts'
import { CLOSE, type PlacedProp, carried, gripOf, standing, thickness } from './place.ts'
import { postureAt } from './posture.ts'
import type { Rotation } from './rotation.ts'
import { type Joint, type Skeleton, skeletonOf } from './skeleton.ts'
import { STANCES } from './stance.ts'
import { add, distance, dot, minus, size, times, type Vector } from '../vector.ts'

/** Shares of the way at which a figure is looked at. */
const WAY = [0, 0.25, 0.5, 0.75, 1] as const
/** Metres by which skin, clothes and cushions give way, and by which a hand may miss what it leans on. */
const GIVES = 0.035
const MISSES = 0.06
/** Metres a body may float over the floor, a foot that stands or a hand that leans among them. */
const FLOATS = 0.045
/** Metres by which the hands on a stick may come nearer or go apart: sticks do not stretch. */
const SLIDES = 0.05

/** Heights of furniture that people have, metres. */
const HEIGHTS: Readonly<Record<string, readonly [number, number]>> = {
  chair: [0.36, 0.58],
  counter: [0.7, 1.05],
  desk: [0.6, 0.82],
  shelf: [1.2, 2.1],
}

/** Half the breadth and depth of the trunk inside which no arm can be, and of the head, metres. */
const TRUNK = [0.15, 0.095] as const
const HEAD = 0.075

const axes = (m: Rotation, [x, y, z]: Vector): Vector => [
  m[0] * x + m[3] * y + m[6] * z,
  m[1] * x + m[4] * y + m[7] * z,
  m[2] * x + m[5] * y + m[8] * z,
]

/** Whether a point is inside the trunk or the head. */
function within(body: Skeleton, point: Vector): boolean {
  const { joints, chest, pelvis, head } = body
  const flat = ([x, , z]: Vector): boolean => Math.hypot(x / TRUNK[0], z / TRUNK[1]) < 1
  const upper = axes(chest, minus(point, joints.collar))
  const lower = axes(pelvis, minus(point, joints.pelvis))
  const skull = axes(head, minus(point, joints.head))
  return (
    (upper[1] < -0.04 && upper[1] > -0.3 && flat(upper)) ||
    (lower[1] < 0.18 && lower[1] > -0.04 && flat(lower)) ||
    size([skull[0], skull[1] - 0.02, skull[2]]) < HEAD
  )
}

/** Arms that go through the own body. */
function armsThrough(body: Skeleton): string[] {
  return (['L', 'R'] as const).flatMap((side) => {
    const [elbow, wrist] = [body.joints[`elbow${side}`], body.joints[`wrist${side}`]]
    const along = [0, 0.25, 0.5, 0.75, 1].map((share) => add(times(elbow, 1 - share), times(wrist, share)))
    return along.some((point) => within(body, point)) ? [`the arm ${side} goes through the body`] : []
  })
}

/** What bears each stance at its start: these are on the floor. */
const BEARING: Readonly<Partial<Record<Stance, readonly Joint[]>>> = {
  quadruped: ['kneeL', 'kneeR'],
  kneeling: ['kneeL', 'kneeR'],
  'heel-sitting': ['kneeL', 'kneeR'],
  prone: ['hipL', 'hipR'],
  supine: ['hipL', 'hipR'],
  'supine-on-roll': ['hipL', 'hipR', 'footL', 'footR'],
  'side-lying': ['hipR', 'kneeR'],
}

function floats(figure: Figure, body: Skeleton, share: number): string[] {
  const over = clearance(body)
  const seat = STANCES[figure.stance].settle === 'seat'
  const said = !seat && over > FLOATS ? ['the body floats over the floor'] : []
  // Later on a leg may be lifted.
  for (const joint of share === 0 ? (BEARING[figure.stance] ?? []) : [])
    if (body.joints[joint][1] - thickness(joint) > FLOATS) said.push(`${joint} floats over the floor`)
  return said
}

function offProp(figure: Figure, body: Skeleton, room: readonly PlacedProp[], share: number): string[] {
  const rows = (figure.props ?? []).filter((prop) => prop.how === 'under' || prop.how === 'against')
  return rows.flatMap((prop, i) => {
    const placed = room[i]
    if (placed === undefined || (prop.at !== undefined && prop.at !== share)) return []
    if (placed.form === 'upright' && prop.how === 'against' && prop.kind === 'wall') {
      const gap = (joint: Joint): number =>
        dot(minus(body.joints[joint], placed.at), placed.out) - (thickOf(joint) ?? 0)
      // Fingers lie along a wall that the wrist is at.
      const inside = (Object.keys(body.joints) as Joint[]).filter(
        (joint) => !/^(?:index|pinky|thumb)/.test(joint) && gap(joint) < -GIVES,
      )
      const away = prop.points.filter((joint) => gap(joint) - (prop.gap ?? 0) > MISSES)
      return [
        ...inside.map((joint) => `${joint} is in the ${prop.kind}`),
        ...away.map((joint) => `${joint} is not at the ${prop.kind}`),
      ]
    }
    if (placed.form !== 'top' || prop.how !== 'under') return []
    // What leans on something stays on it; what sits may stand up.
    const leans = prop.points.filter((joint) => /^(?:wrist|elbow)/.test(joint))
    return leans
      .filter(
        (joint) =>
          Math.abs(body.joints[joint][1] - thickness(joint) - (prop.over ?? 0) - placed.at[1]) > MISSES,
      )
      .map((joint) => `${joint} is not on the ${prop.kind}`)
  })
}

const THIN = new Set<Joint>([
  'wristL',
  'wristR',
  'elbowL',
  'elbowR',
  'kneeL',
  'kneeR',
  'head',
  'chest',
  'hipL',
  'hipR',
])
const thickOf = (joint: Joint): number | null => (THIN.has(joint) ? thickness(joint) : null)

/** Furniture of heights that nobody has. */
function oddHeights(room: readonly PlacedProp[]): string[] {
  return room.flatMap((prop) => {
    const [low, high] = HEIGHTS[prop.kind] ?? [0, 9]
    if (prop.form !== 'top' || (prop.at[1] >= low && prop.at[1] <= high)) return []
    return [`a ${prop.kind} is ${prop.at[1].toFixed(2)} m high`]
  })
}

/** Sticks and boxes that would have to stretch between the hands. */
function stretched(figure: Figure, bodies: readonly Skeleton[]): string[] {
  return (figure.props ?? []).flatMap((prop) => {
    if (prop.how !== 'held' || prop.hands.length < 2 || !['stick', 'box'].includes(prop.kind)) return []
    const apart = bodies.map((body) => distance(gripOf(body, 'L'), gripOf(body, 'R')))
    // A club is held with both hands by its end.
    if (Math.max(...apart) < CLOSE) return []
    return Math.max(...apart) - Math.min(...apart) > SLIDES ? [`the hands slide on the ${prop.kind}`] : []
  })
}

/** Things that hands carry into the floor. */
function sunk(figure: Figure, body: Skeleton): string[] {
  return carried(figure, body).flatMap((prop) => {
    const points = prop.form === 'line' ? prop.points : [prop.at]
    return points.some(([, y]) => y < -0.06) ? [`the ${prop.kind} is in the floor`] : []
  })
}

/**
 * What is wrong with a figure among its things, on its whole way, in words: parts that should bear it and float, a body in the wall, hands
 * off what they lean on, arms through the body, sticks that stretch, furniture of no known height. Empty when a therapist would show it
 * so. For joints beyond human limits see `impossible`.
 */
export function misplaced(figure: Figure): string[] {
  const room = standing(figure)
  const bodies = WAY.map((share) => skeletonOf(figure.stance, postureAt(figure, share)))
  const said = bodies.flatMap((body, i) => [
    ...floats(figure, body, WAY[i] ?? 0),
    ...armsThrough(body),
    ...offProp(figure, body, room, WAY[i] ?? 0),
    ...sunk(figure, body),
  ])
  return [...new Set([...said, ...oddHeights(room), ...stretched(figure, bodies)])]
}
