import { describe, expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { mirroredBody, mirroredProp } from './mirror.ts'
import { carried, gripOf, standing } from './place.ts'
import { mirrorPosture, postureAt } from './posture.ts'
import { skeletonOf } from './skeleton.ts'

const at = (figure: Figure, out: number) => skeletonOf(figure.stance, postureAt(figure, out))

describe('where things are', () => {
  test('the seat is under the hips, at the height of the shanks, and looks ahead', () => {
    const [chair] = standing({
      stance: 'seated',
      start: {},
      end: {},
      props: [{ how: 'under', kind: 'chair', points: ['hipL', 'hipR'] }],
    })
    if (chair?.form !== 'top') throw new Error('no chair')
    expect(chair.at[1]).toBeCloseTo(0.4, 2)
    expect(Math.abs(chair.facing)).toBeLessThan(1)
  })

  test('the wall is where the hands reach furthest, and faces the person', () => {
    const figure: Figure = {
      stance: 'standing',
      start: { armL: { flexion: 40 } },
      end: { armL: { flexion: 88 } },
      props: [{ how: 'against', kind: 'wall', side: 'front', points: ['wristL'] }],
    }
    const [wall] = standing(figure)
    if (wall?.form !== 'upright') throw new Error('no wall')
    expect(wall.out).toEqual([0, 0, -1])
    expect(wall.at[2]).toBeCloseTo(at(figure, 1).joints.wristL[2] + 0.03, 6)
  })

  test('a band goes from hand to hand, a dumbbell lies in each', () => {
    const figure: Figure = {
      stance: 'standing',
      start: {},
      end: { armL: { abduction: 60 }, armR: { abduction: 60 } },
      props: [
        { how: 'held', kind: 'band', hands: ['L', 'R'] },
        { how: 'held', kind: 'weight', hands: ['R'] },
        { how: 'tied', kind: 'band', hands: ['L'], to: 'footR' },
      ],
    }
    for (const out of [0, 1]) {
      const body = at(figure, out)
      const [band, weight, tied] = carried(figure, body)
      expect(band).toMatchObject({ form: 'line', points: [gripOf(body, 'L'), gripOf(body, 'R')] })
      expect(weight).toMatchObject({ form: 'lump', at: gripOf(body, 'R') })
      expect(tied).toMatchObject({ points: [gripOf(body, 'L'), body.joints.footR] })
    }
  })
})

describe('the other side', () => {
  test('a mirrored body is that of the mirrored posture where the stance is even, and has its front foot changed where not', () => {
    const posture = { trunk: { turn: 20 }, armL: { flexion: 60 }, head: { bend: 10 } }
    const one = mirroredBody(skeletonOf('standing', posture))
    const other = skeletonOf('standing', mirrorPosture(posture))
    for (const joint of ['wristL', 'elbowR', 'nose', 'kneeL'] as const) {
      one.joints[joint].forEach((value, i) => expect(value).toBeCloseTo(other.joints[joint][i] ?? 0, 6))
    }
    one.chest.forEach((value, i) => expect(value).toBeCloseTo(other.chest[i] ?? 0, 6))
    const kneeling = skeletonOf('half-kneeling', {})
    expect(kneeling.joints.kneeL[1]).toBeGreaterThan(0.3)
    expect(mirroredBody(kneeling).joints.kneeR[1]).toBeCloseTo(kneeling.joints.kneeL[1], 9)
    expect(mirroredBody(mirroredBody(kneeling))).toEqual(kneeling)
  })

  test('a prop in the mirror twice is the prop', () => {
    const [wall] = standing({
      stance: 'standing',
      start: {},
      end: {},
      props: [{ how: 'against', kind: 'wall', side: 'left', points: ['shoulderL'] }],
    })
    if (wall?.form !== 'upright') throw new Error('no wall')
    const other = mirroredProp(wall)
    expect(other).toMatchObject({ at: [-wall.at[0], wall.at[1], wall.at[2]] })
    expect(mirroredProp(other)).toEqual(wall)
  })
})
