import type { Landmark } from '../pose.ts'
import { type Build, GROWN } from './build.ts'
import type { Posture, Stance } from './figure.ts'
import { settle } from './floor.ts'
import { armOf, footOf, type Leg, legOf, replant, SIDES } from './limbs.ts'
import { addPostures, angleOf } from './posture.ts'
import { spineOf } from './spine.ts'
import { STANCES } from './stance.ts'
import { aboutX, aboutY, aboutZ, after, NO_TURN, type Rotation, turned } from './rotation.ts'
import { add, minus, times, type Vector } from '../vector.ts'

/** Points of the body that no pose model names: down the middle from the pelvis to the head. */
const MIDDLE = ['pelvis', 'sacrum', 'lumbar', 'waist', 'ribs', 'chest', 'collar', 'neck', 'head'] as const
export type Joint = Landmark | (typeof MIDDLE)[number]

/**
 * A body in the room: every joint and landmark in metres (x to the own left of somebody standing, y up from the floor, z ahead),
 * and how pelvis, chest and head are turned. `girth`: thickness against the usual.
 */
export type Skeleton = {
  joints: Record<Joint, Vector>
  pelvis: Rotation
  chest: Rotation
  head: Rotation
  build: Build
}

/**
 * The body of a posture: forward kinematics from the pelvis, and the whole at rest on the floor as its stance bears it (feet,
 * knees or hands stay planted, a seat stays where it is, a lying body lies). All lengths in metres, angles in degrees; an angle
 * that is left out is as in the stance. Never throws: angles beyond human limits give a body that no human has.
 */
export function skeletonOf(stance: Stance, posture: Posture, build: Build = GROWN): Skeleton {
  const row = STANCES[stance]
  const whole = addPostures(row.base, posture)
  const upright = raw(whole, row.settle === 'drop' || row.settle === 'seat', build)
  return settle(upright, stance, whole, anchors(stance, build))
}

/** The body before it comes to rest: middle of the hips at the origin, stance not yet laid down. */
function raw(posture: Posture, planted: boolean, build: Build): Skeleton {
  const list = angleOf(posture, 'pelvis', 'list')
  const pelvis = after(
    aboutY(angleOf(posture, 'pelvis', 'turn')),
    after(aboutX(angleOf(posture, 'pelvis', 'tilt')), aboutZ(-list)),
  )
  const spine = spineOf(posture, build)
  const along = spine.points.map((point) => turned(pelvis, point))
  const chest = after(pelvis, spine.chest)
  const middle = along.at(-1) ?? [0, 0, 0]
  const joints = { pelvis: [0, 0, 0] as Vector } as Record<Joint, Vector>
  ;(['sacrum', 'lumbar', 'waist', 'ribs', 'chest', 'collar'] as const).forEach((name, i) => {
    joints[name] = along[i] ?? middle
  })
  const head = headOf(joints, posture, chest, middle, build)
  for (const [side, way] of SIDES) {
    const arm = armOf(posture, side, way, chest, middle, build)
    for (const part of ['shoulder', 'elbow', 'wrist', 'index', 'pinky', 'thumb'] as const)
      joints[`${part}${side}`] = arm[part]
  }
  legsOf(joints, posture, pelvis, planted, build)
  return { joints, pelvis, chest, head, build }
}

function legsOf(
  joints: Record<Joint, Vector>,
  posture: Posture,
  pelvis: Rotation,
  planted: boolean,
  build: Build,
): void {
  const legs = SIDES.map(([side, way]) => {
    const level = legOf(posture, side, way, [way * build.hip, 0, 0], build)
    return { side, level, hip: turned(pelvis, [way * build.hip, 0, 0]) }
  })
  const longest = build.thigh + build.shank - 1e-6
  // A pelvis that turns or drops over planted feet sinks until both legs reach.
  const sink = planted ? Math.max(0, ...legs.map(({ level, hip }) => overreach(level, hip, longest))) : 0
  for (const { side, level, hip } of legs) {
    const foot = add(level.ankle, [0, sink, 0])
    const leg: Leg = planted
      ? replant({ ...level, knee: add(level.knee, [0, sink, 0]), ankle: foot }, hip, build)
      : shifted(level, minus(hip, level.hip))
    joints[`hip${side}`] = leg.hip
    joints[`knee${side}`] = leg.knee
    joints[`ankle${side}`] = leg.ankle
    const sole = footOf(leg.ankle, leg.shank, angleOf(posture, `leg${side}`, 'ankle'), false, build)
    joints[`heel${side}`] = sole.heel
    joints[`foot${side}`] = sole.toes
  }
}

function overreach(leg: Leg, hip: Vector, longest: number): number {
  const aside = Math.hypot(leg.ankle[0] - hip[0], leg.ankle[2] - hip[2])
  return aside < longest ? hip[1] - leg.ankle[1] - Math.sqrt(longest ** 2 - aside ** 2) : 0
}

const shifted = (leg: Leg, by: Vector): Leg => ({
  hip: add(leg.hip, by),
  knee: add(leg.knee, by),
  ankle: add(leg.ankle, by),
  shank: leg.shank,
})

/** Neck and head with its landmarks; the neck takes half of nodding and bending, the head all of it. */
function headOf(
  joints: Record<Joint, Vector>,
  posture: Posture,
  chest: Rotation,
  middle: Vector,
  build: Build,
): Rotation {
  const angle = (name: string): number => angleOf(posture, 'head', name)
  const nod = angle('nod')
  const bend = angle('bend')
  const lean = after(chest, after(aboutX(nod / 2), aboutZ(-bend / 2)))
  const head = after(chest, after(aboutZ(-bend), after(aboutY(angle('turn')), aboutX(nod))))
  const base = add(middle, turned(chest, [0, 0.25 * build.neck, -0.01]))
  const ahead = turned(chest, [0, 0, angle('forward') / 100])
  const top = add(add(base, turned(lean, [0, 0.75 * build.neck, 0.03])), ahead)
  joints.neck = base
  joints.head = top
  const at = (x: number, y: number, z: number): Vector =>
    add(top, turned(head, times([x, y, z], build.head / 0.075)))
  joints.nose = at(0, -0.01, 0.11)
  for (const [side, way] of SIDES) {
    joints[`ear${side}`] = at(way * 0.075, 0, 0)
    joints[`eyeInner${side}`] = at(way * 0.017, 0.03, 0.088)
    joints[`eye${side}`] = at(way * 0.03, 0.03, 0.085)
    joints[`eyeOuter${side}`] = at(way * 0.043, 0.03, 0.078)
    joints[`mouth${side}`] = at(way * 0.025, -0.06, 0.09)
  }
  return head
}

const KEPT = new Map<Build, Map<Stance, Partial<Record<Joint, Vector>>>>()

/** Where the bearing landmarks of a stance are before anything moves: there they stay. */
function anchors(stance: Stance, build: Build): Partial<Record<Joint, Vector>> {
  const { base, bears, settle: how } = STANCES[stance]
  const known = KEPT.get(build) ?? new Map<Stance, Partial<Record<Joint, Vector>>>()
  KEPT.set(build, known)
  const found = known.get(stance)
  if (found !== undefined) return found
  const { joints } = raw(base, how === 'drop' || how === 'seat', build)
  const made: Partial<Record<Joint, Vector>> = {}
  for (const joint of bears) made[joint] = joints[joint]
  known.set(stance, made)
  return made
}

/** The same body elsewhere: turned by `yaw` degrees to the own left about the vertical, then shifted by `to` metres. */
export function placed(skeleton: Skeleton, yaw: number, to: Vector = [0, 0, 0]): Skeleton {
  if (yaw === 0 && to[0] === 0 && to[1] === 0 && to[2] === 0) return skeleton
  const turn = yaw === 0 ? NO_TURN : aboutY(yaw)
  const joints = {} as Record<Joint, Vector>
  for (const name of Object.keys(skeleton.joints) as Joint[])
    joints[name] = add(turned(turn, skeleton.joints[name]), to)
  return {
    joints,
    pelvis: after(turn, skeleton.pelvis),
    chest: after(turn, skeleton.chest),
    head: after(turn, skeleton.head),
    build: skeleton.build,
  }
}
