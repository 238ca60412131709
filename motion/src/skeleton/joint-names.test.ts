import { describe, expect, test } from 'vitest'
import { INDEX } from './landmarks.ts'
import type { Landmark } from '../pose.ts'
import { columnsOf } from './joint-names.ts'

const SETS: Record<string, string[]> = {
  'Kinect v2': [
    'SpineBase',
    'Head',
    'ShoulderLeft',
    'ElbowLeft',
    'WristLeft',
    'HandLeft',
    'HipLeft',
    'KneeLeft',
    'AnkleLeft',
  ],
  'the 22-joint Kinect set': [
    'Waist',
    'Head',
    'LeftCollar',
    'LeftUpperArm',
    'LeftForearm',
    'LeftHand',
    'LeftUpperLeg',
    'LeftLowerLeg',
    'LeftFoot',
    'LeftToes',
  ],
  'COCO-17': [
    'nose',
    'left_ear',
    'left_shoulder',
    'left_elbow',
    'left_wrist',
    'left_hip',
    'left_knee',
    'left_ankle',
  ],
  OpenPose: ['Head', 'mShoulder', 'lShoulder', 'lElbow', 'lWrist', 'lHip', 'lKnee', 'lAnkle', 'lEar'],
  'Plug-in Gait': ['LFHD', 'C7', 'LSHO', 'LELB', 'LWRA', 'LASI', 'LKNE', 'LANK', 'LHEE', 'LTOE'],
}

describe('skeletons by joint name', () => {
  test.each(Object.entries(SETS))('%s', (_name, joints) => {
    const columns = columnsOf(joints)
    const named = (landmark: Landmark) => joints[columns[INDEX[landmark]] ?? -1]
    for (const landmark of ['earL', 'shoulderL', 'elbowL', 'wristL', 'hipL', 'kneeL', 'ankleL'] as const)
      expect([landmark, named(landmark)]).not.toEqual([landmark, undefined])
    // The other side is not there, and is not made up from this one.
    expect(named('shoulderR')).toBeUndefined()
    expect(named('kneeR')).toBeUndefined()
  })

  test('the parts are not mixed up', () => {
    const joints = SETS['the 22-joint Kinect set'] ?? []
    const columns = columnsOf(joints)
    expect(joints[columns[INDEX.shoulderL] ?? -1]).toBe('LeftUpperArm')
    expect(joints[columns[INDEX.elbowL] ?? -1]).toBe('LeftForearm')
    expect(joints[columns[INDEX.kneeL] ?? -1]).toBe('LeftLowerLeg')
    expect(joints[columns[INDEX.ankleL] ?? -1]).toBe('LeftFoot')
    expect(joints[columns[INDEX.footL] ?? -1]).toBe('LeftToes')
  })

  test('no names, no landmarks', () => {
    expect(columnsOf([]).every((column) => column === -1)).toBe(true)
  })
})
