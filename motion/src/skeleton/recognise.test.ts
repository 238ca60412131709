import { describe, expect, test } from 'vitest'
import { INDEX } from './landmarks.ts'
import type { Landmark } from '../pose.ts'
import { recognise } from './recognise.ts'
import { SKELETONS } from './skeletons.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)
const sides = (base: string): string[] => [`left_${base}`, `right_${base}`]

const BLAZEPOSE = [
  'nose',
  ...[
    'eye_inner',
    'eye',
    'eye_outer',
    'ear',
    'shoulder',
    'elbow',
    'wrist',
    'pinky',
    'index',
    'thumb',
  ].flatMap(sides),
  'mouth_left',
  'mouth_right',
  ...['hip', 'knee', 'ankle', 'heel', 'foot_index'].flatMap(sides),
]
const COCO = ['nose', ...['eye', 'ear', 'shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'].flatMap(sides)]
const OPENPOSE = words(
  'Nose Neck RShoulder RElbow RWrist LShoulder LElbow LWrist RHip RKnee RAnkle LHip LKnee LAnkle REye LEye REar LEar',
)
const BODY_25 = [...OPENPOSE, ...words('MidHip LBigToe LSmallToe LHeel RBigToe RSmallToe RHeel')]
const KINECT_25 =
  words(`SpineBase SpineMid Neck Head ShoulderLeft ElbowLeft WristLeft HandLeft ShoulderRight ElbowRight WristRight
  HandRight HipLeft KneeLeft AnkleLeft FootLeft HipRight KneeRight AnkleRight FootRight SpineShoulder HandTipLeft ThumbLeft HandTipRight ThumbRight`)
const KINECT_22 =
  words(`Waist Spine Chest Neck Head HeadTip LeftCollar LeftUpperArm LeftForearm LeftHand RightCollar RightUpperArm
  RightForearm RightHand LeftUpperLeg LeftLowerLeg LeftFoot LeftToes RightUpperLeg RightLowerLeg RightFoot RightToes`)
const PLUG_IN_GAIT =
  words(`LFHD RFHD LBHD RBHD C7 T10 CLAV STRN RBAK LSHO LUPA LELB LFRM LWRA LWRB LFIN RSHO RUPA RELB RFRM RWRA RWRB
  RFIN LASI RASI LPSI RPSI LTHI LKNE LTIB LANK LHEE LTOE RTHI RKNE RTIB RANK RHEE RTOE`)
const BVH =
  words(`Hips Spine Spine1 Neck Head Head_end LeftShoulder LeftArm LeftForeArm LeftHand RightShoulder RightArm RightForeArm
  RightHand LeftUpLeg LeftLeg LeftFoot LeftToeBase RightUpLeg RightLeg RightFoot RightToeBase`)
const HUMAN = words(
  `Hip RHip RKnee RFoot LHip LKnee LFoot Spine Thorax Nose Head LShoulder LElbow LWrist RShoulder RElbow RWrist`,
)

const SETS: readonly [string, string[]][] = [
  ['blazepose33', BLAZEPOSE],
  ['coco17', COCO],
  ['openpose18', OPENPOSE],
  ['body25', BODY_25],
  ['kinect25', KINECT_25],
  ['kinect22', KINECT_22],
  ['plug-in-gait', PLUG_IN_GAIT],
  ['bvh', BVH],
  ['human36m', HUMAN],
]

/** The joint that a landmark is first read from. */
const named = (joints: readonly string[], landmark: Landmark): string | undefined =>
  joints[recognise(joints)?.places[INDEX[landmark]]?.[0]?.mean[0]?.[0] ?? -1]

describe('skeletons by joint name', () => {
  test.each(SETS)('%s', (id, joints) => {
    expect(recognise(joints)?.row.id).toBe(id)
    for (const part of ['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'] as const)
      for (const [side, letter] of [
        ['L', 'l'],
        ['R', 'r'],
      ] as const)
        expect(named(joints, `${part}${side}`)?.toLowerCase()).toContain(letter)
  })

  test.each(SETS)('%s in any case, spelling and order, with joints that nobody knows', (id, joints) => {
    const shuffled = joints.map((_, i) => joints[(i * 7 + 3) % joints.length] ?? '')
    const all = new Set(shuffled).size === joints.length ? shuffled : joints.toReversed()
    for (const write of [
      (name: string) => name.toUpperCase(),
      (name: string) => name.toLowerCase().replaceAll('_', ' '),
      (name: string) => `Subject 1:${name.replaceAll('_', '.')}`,
    ])
      expect(recognise(['tail', ...all.map(write), 'antenna_left'])?.row.id).toBe(id)
  })

  test('every row is the best for some record, but the general one', () => {
    expect(SKELETONS.map((row) => row.id)).toEqual([...SETS.map(([id]) => id), 'segment-targets', 'by-name'])
  })

  test('the weights of every place add up to one', () => {
    for (const row of SKELETONS)
      for (const way of Object.values(row.joints).flat()) {
        if (typeof way === 'string') continue
        const sum = Object.values(way.mean).reduce((all, weight) => all + weight, 0)
        expect([row.id, sum]).toEqual([row.id, expect.closeTo(1, 9)])
      }
  })

  test('the segments of the Kinect set are its joints', () => {
    expect(named(KINECT_22, 'shoulderL')).toBe('LeftUpperArm')
    expect(named(KINECT_22, 'elbowR')).toBe('RightForearm')
    expect(named(KINECT_22, 'kneeL')).toBe('LeftLowerLeg')
    expect(named(KINECT_22, 'ankleL')).toBe('LeftFoot')
    expect(named(KINECT_22, 'footL')).toBe('LeftToes')
  })

  test('one side alone is not made up from the other', () => {
    const left = KINECT_25.filter((name) => !name.endsWith('Right'))
    expect(named(left, 'shoulderL')).toBe('ShoulderLeft')
    expect(named(left, 'shoulderR')).toBeUndefined()
    expect(named(left, 'kneeR')).toBeUndefined()
  })

  test('mixed names of several skeletons are still read', () => {
    const mixed = words('LShoulder RShoulder LeftForearm RightForearm LHand RHand L_Hip R_Hip')
    expect(recognise(mixed)?.row.id).toBe('by-name')
    expect(named(mixed, 'elbowL')).toBe('LeftForearm')
  })

  test.each([
    ['nothing', []],
    ['a face', ['nose', 'left_eye', 'right_eye']],
    ['two shoulders', ['LeftShoulder', 'RightShoulder']],
    ['words', ['one', 'two', 'three']],
  ])('%s is no body', (_what, joints) => {
    expect(recognise(joints)).toBeNull()
  })
})
