import { describe, expect, test } from 'vitest'
import { LANDMARKS } from '../pose.ts'
import { buildOf, GROWN, PEOPLE } from './build.ts'
import { type Posture, Stance } from './figure.ts'
import { clearance } from './floor.ts'
import { mirrorPosture } from './posture.ts'
import { random } from './random.ts'
import { type Joint, placed, type Skeleton, skeletonOf } from './skeleton.ts'
import { between, distance, mid, minus } from '../vector.ts'

/** A posture of arbitrary but human joint angles. */
function anyPosture(next: () => number): Posture {
  const from = (low: number, high: number): number => low + (high - low) * next()
  const arm = () => ({
    flexion: from(-30, 160),
    abduction: from(-20, 120),
    rotation: from(-60, 80),
    elbow: from(0, 140),
    shrug: from(-2, 5),
    reach: from(-3, 4),
  })
  const leg = () => ({ flexion: from(-10, 40), abduction: from(0, 20), knee: from(0, 60) })
  return {
    pelvis: { tilt: from(-10, 30), list: from(-6, 6), turn: from(-15, 15) },
    trunk: { flexion: from(-15, 40), bend: from(-25, 25), turn: from(-40, 40) },
    thorax: { flexion: from(-8, 10), bend: from(-5, 5), turn: from(-8, 8) },
    head: { nod: from(-30, 30), bend: from(-25, 25), turn: from(-60, 60), forward: from(-1, 4) },
    armL: arm(),
    armR: arm(),
    legL: leg(),
    legR: leg(),
  }
}

const BONES: readonly (readonly [Joint, Joint])[] = [
  ['shoulder', 'elbow'],
  ['elbow', 'wrist'],
  ['wrist', 'index'],
  ['hip', 'knee'],
  ['knee', 'ankle'],
  ['heel', 'foot'],
].flatMap(([a, b]) => (['L', 'R'] as const).map((side) => [`${a}${side}`, `${b}${side}`] as [Joint, Joint]))
BONES satisfies readonly (readonly [Joint, Joint])[]
const MIDDLE: readonly (readonly [Joint, Joint])[] = [
  ['hipL', 'hipR'],
  ['pelvis', 'sacrum'],
  ['sacrum', 'lumbar'],
  ['lumbar', 'waist'],
  ['chest', 'collar'],
  ['earL', 'earR'],
  ['head', 'nose'],
]

describe('a body keeps its bones', () => {
  test.each(Stance.options)('%s: every length is the same in any posture', (stance) => {
    const next = random(3)
    for (const stature of Object.values(PEOPLE)) {
      const build = buildOf(stature)
      const still = skeletonOf(stance, {}, build).joints
      for (let i = 0; i < 6; i++) {
        const { joints } = skeletonOf(stance, anyPosture(next), build)
        for (const [a, b] of [...BONES, ...MIDDLE])
          expect(distance(joints[a], joints[b]), `${a}-${b}`).toBeCloseTo(distance(still[a], still[b]), 5)
      }
    }
  })

  test('a taller body is longer in every bone, longer arms in the arms alone', () => {
    const [usual, tall] = [
      skeletonOf('standing', {}).joints,
      skeletonOf('standing', {}, buildOf({ height: 1.87 })).joints,
    ]
    for (const [a, b] of BONES)
      expect(distance(tall[a], tall[b]) / distance(usual[a], usual[b])).toBeCloseTo(1.1, 5)
    const { joints } = skeletonOf('standing', {}, buildOf({ arms: 1.1 }))
    expect(distance(joints.shoulderL, joints.elbowL)).toBeCloseTo(GROWN.upperArm * 1.1, 6)
    expect(distance(joints.hipL, joints.kneeL)).toBeCloseTo(GROWN.thigh, 6)
  })
})

describe('mirror', () => {
  const flipped = (body: Skeleton, name: Joint): readonly [number, number, number] => {
    const [x, y, z] = body.joints[name.replace(/[LR]$/, (side) => (side === 'L' ? 'R' : 'L')) as Joint]
    return [-x, y, z]
  }

  test.each(['standing', 'seated', 'kneeling', 'quadruped', 'supine', 'prone'] as const)(
    '%s: the mirrored posture is the body in a mirror',
    (stance) => {
      const next = random(5)
      for (let i = 0; i < 5; i++) {
        const posture = anyPosture(next)
        const [one, other] = [skeletonOf(stance, posture), skeletonOf(stance, mirrorPosture(posture))]
        for (const name of LANDMARKS)
          flipped(other, name).forEach((value, k) => {
            expect(value, name).toBeCloseTo(one.joints[name][k] ?? Number.NaN, 6)
          })
      }
    },
  )

  test('mirrored twice is the same posture', () => {
    const posture = anyPosture(random(7))
    expect(mirrorPosture(mirrorPosture(posture))).toEqual(posture)
    expect(mirrorPosture(posture)).not.toEqual(posture)
  })
})

describe('joint angles read back from space', () => {
  const axis = ({ joints }: Skeleton) =>
    minus(mid(joints.hipL, joints.hipR), mid(joints.shoulderL, joints.shoulderR))
  const heading = (a: readonly number[], b: readonly number[]): number =>
    (Math.atan2(-((a[2] ?? 0) - (b[2] ?? 0)), (a[0] ?? 0) - (b[0] ?? 0)) * 180) / Math.PI
  const GIRDLE = { reach: 0, shrug: 0 }

  test.each([20, 60, 90])('arm forward and sideways by %d', (degrees) => {
    for (const raise of ['flexion', 'abduction'] as const) {
      // Against the stance, whose arms hang 5 degrees away from the body.
      const arm = { flexion: -2, abduction: -5, [raise]: degrees - (raise === 'flexion' ? 2 : 5), ...GIRDLE }
      const body = skeletonOf('standing', { armL: arm, armR: arm })
      const upper = minus(body.joints.elbowL, body.joints.shoulderL)
      expect(Math.abs(between(upper, axis(body)) - degrees), raise).toBeLessThan(0.5)
    }
  })

  test.each([15, 45, 100])('elbow and knee bent by %d', (degrees) => {
    const { joints } = skeletonOf('standing', {
      armR: { elbow: degrees - 5 },
      legL: { knee: degrees - 2 },
      legR: { knee: degrees - 2 },
    })
    const elbow = between(minus(joints.elbowR, joints.shoulderR), minus(joints.wristR, joints.elbowR))
    const knee = between(minus(joints.kneeL, joints.hipL), minus(joints.ankleL, joints.kneeL))
    expect(elbow).toBeCloseTo(degrees, 1)
    expect(knee).toBeCloseTo(degrees, 1)
  })

  test.each([-40, -10, 15, 50])('trunk and head turned by %d', (degrees) => {
    const { joints } = skeletonOf('seated', { trunk: { turn: degrees } })
    const shoulders = heading(joints.shoulderL, joints.shoulderR)
    expect(shoulders - heading(joints.hipL, joints.hipR)).toBeCloseTo(degrees, 1)
    const head = skeletonOf('seated', { head: { turn: degrees } }).joints
    expect(heading(head.earL, head.earR)).toBeCloseTo(degrees, 1)
  })

  test.each([-20, 8, 30])('trunk leant forward, and shoulders tilted, by %d', (degrees) => {
    const ahead = axis(skeletonOf('seated', { trunk: { flexion: degrees } }))
    expect((Math.atan2(-ahead[2], -ahead[1]) * 180) / Math.PI).toBeCloseTo(degrees, 1)
    const { joints } = skeletonOf('standing', { trunk: { bend: degrees } })
    const [left, right] = [joints.shoulderL, joints.shoulderR]
    expect((Math.atan2(right[1] - left[1], left[0] - right[0]) * 180) / Math.PI).toBeCloseTo(degrees, 1)
    // The spine is a curve: the line from hips to shoulders leans less than the shoulders tilt, and to the same side.
    const line = axis(skeletonOf('standing', { trunk: { bend: degrees } }))
    const lean = (Math.atan2(-line[0], -line[1]) * 180) / Math.PI
    expect(lean / degrees).toBeGreaterThan(0.5)
    expect(lean / degrees).toBeLessThan(0.7)
  })
})

describe('the floor', () => {
  test.each(Stance.options)('%s: the lowest part touches it, whatever the posture', (stance) => {
    const next = random(9)
    for (let i = 0; i < 10; i++) {
      const low = clearance(skeletonOf(stance, anyPosture(next)))
      // A chair holds a seated body; a foot may be lifted or hang there.
      if (stance !== 'seated') expect(Math.abs(low)).toBeLessThan(0.003)
    }
  })

  test('both feet stay where they are while somebody squats, hinges and turns the pelvis', () => {
    const still = skeletonOf('standing', {}).joints
    for (const posture of [
      { pelvis: { tilt: 30 }, legL: { flexion: 80, knee: 105 }, legR: { flexion: 80, knee: 105 } },
      { pelvis: { tilt: 70 }, legL: { flexion: 8, knee: 18 }, legR: { flexion: 8, knee: 18 } },
      { pelvis: { turn: 20, list: 5 } },
      { trunk: { bend: 25, turn: 30 } },
    ] satisfies Posture[]) {
      const { joints } = skeletonOf('standing', posture)
      for (const foot of ['ankleL', 'ankleR', 'footL', 'footR'] as const)
        expect(distance(joints[foot], still[foot]), foot).toBeLessThan(0.012)
    }
  })

  test('the standing foot stays while the other is lifted', () => {
    const still = skeletonOf('standing', {}).joints
    const { joints } = skeletonOf('standing', { legL: { flexion: 80, knee: 85 } })
    expect(distance(joints.ankleR, still.ankleR)).toBeLessThan(0.003)
    expect(joints.ankleL[1]).toBeGreaterThan(0.3)
  })

  test('hands and knees both stay on the floor while the spine rounds and hollows', () => {
    for (const flexion of [-15, 0, 25]) {
      const { joints } = skeletonOf('quadruped', { trunk: { flexion }, pelvis: { tilt: -flexion } })
      expect(joints.wristL[1]).toBeCloseTo(0.03, 2)
      expect(joints.kneeL[1]).toBeCloseTo(0.05, 2)
    }
  })

  test('a bridge rests on shoulders and feet', () => {
    const leg = { flexion: 50, knee: 95 }
    const body = skeletonOf('supine', { legL: leg, legR: leg, pelvis: { tilt: -12 } })
    expect(body.joints.footL[1]).toBeLessThan(0.05)
    expect(body.joints.chest[1]).toBeLessThan(0.2)
  })

  test('somebody placed elsewhere is the same body', () => {
    const body = skeletonOf('standing', { armL: { flexion: 90 } })
    const there = placed(body, 90, [1, 0, -2])
    for (const [a, b] of BONES)
      expect(distance(there.joints[a], there.joints[b])).toBeCloseTo(
        distance(body.joints[a], body.joints[b]),
        6,
      )
    // Turned to the own left: what was ahead is now to the side of the own left.
    expect(there.joints.wristL[0]).toBeGreaterThan(there.joints.shoulderL[0] + 0.3)
  })
})
