import type { Landmark } from '../pose.ts'

/** A landmark of the table: `@` stands for either side. */
export type LandmarkPattern =
  | 'nose'
  | `${'eye' | 'eyeInner' | 'eyeOuter' | 'ear' | 'mouth' | 'shoulder' | 'elbow' | 'wrist' | 'pinky' | 'index' | 'thumb' | 'hip' | 'knee' | 'ankle' | 'heel' | 'foot'}@`

/**
 * Where a landmark lies by the joints of a skeleton: a weighted mean of joints (weights add up to 1; a negative one goes beyond)
 * and, for markers on the skin, a way from there to the joint's centre: `share` of the distance between the two `length` joints,
 * along the line from the mean of `from` to the mean of `to`. `@` is the own side of the landmark, `~` the other one. `turns`: that
 * way turns outward, away from the middle of the `length` joints, by `share` of the angle at which the limb from here to `limb` hangs.
 */
export type Place = {
  mean: Readonly<Record<string, number>>
  shift?: {
    share: number
    length: readonly [string, string]
    from: readonly string[]
    to: readonly string[]
    turns?: { limb: string; share: number }
  }
}

/** One row a skeleton. */
export type SkeletonRow = {
  id: string
  title: string
  /** Where joints and places come from. */
  source: string
  /** What it does not show; the signals that need it abstain. */
  lacks: string
  /** Joints that tell this skeleton from others although no landmark is read from them. */
  besides?: readonly string[]
  /** Confidence of a 2-D sensor at which its authors and users begin to believe a joint. */
  believed: number
  /** For each landmark the places that give it, best first; the next is taken in frames where a joint of the first is missing. */
  joints: Partial<Record<LandmarkPattern, readonly (string | Place)[]>>
}

/** Joints that most skeletons name alike. */
const LIMBS = {
  'shoulder@': ['@shoulder'],
  'elbow@': ['@elbow'],
  'wrist@': ['@wrist'],
  'hip@': ['@hip'],
  'knee@': ['@knee'],
  'ankle@': ['@ankle'],
} as const satisfies SkeletonRow['joints']

const FACE = { nose: ['nose'], 'eye@': ['@eye'], 'ear@': ['@ear'] } as const satisfies SkeletonRow['joints']

/** The long axis of the thorax in Plug-in Gait, downwards. */
const THORAX_DOWN = { from: ['c7', 'clav'], to: ['t10', 'strn'] } as const
/** The shoulder blade, which bears both the marker and the joint, turns up by one degree of every three of the arm (Inman 1944). */
const BLADE = { limb: '@elb', share: 1 / 3 } as const

/**
 * Every skeleton that is known, one row each; the names of a record say which it is (`recognise`). The first that fits best is
 * taken, so the particular stand before the general.
 */
export const SKELETONS: readonly SkeletonRow[] = [
  {
    id: 'blazepose33',
    title: 'BlazePose, 33 points',
    source: 'Bazarevsky 2020; names of MediaPipe Pose and of tfjs-models',
    lacks: 'nothing',
    believed: 0.65,
    joints: {
      ...FACE,
      ...LIMBS,
      'eyeInner@': ['@eyeinner'],
      'eyeOuter@': ['@eyeouter'],
      'mouth@': ['mouth@'],
      'pinky@': ['@pinky'],
      'index@': ['@index'],
      'thumb@': ['@thumb'],
      'heel@': ['@heel'],
      'foot@': ['@footindex'],
    },
  },
  {
    id: 'coco17',
    title: 'COCO, 17 points',
    source: 'Lin 2014; MoveNet, HRNet, YOLO and others',
    lacks: 'hands and feet',
    believed: 0.3,
    joints: { ...FACE, ...LIMBS },
  },
  {
    id: 'openpose18',
    title: 'OpenPose, 18 points',
    source: 'Cao 2019: COCO and the neck',
    lacks: 'hands and feet',
    believed: 0.2,
    besides: ['neck', 'mshoulder'],
    joints: { ...FACE, nose: ['nose', 'head'], ...LIMBS },
  },
  {
    id: 'body25',
    title: 'OpenPose BODY-25',
    source: 'Cao 2019: with feet',
    lacks: 'hands',
    believed: 0.2,
    besides: ['neck', 'midhip'],
    joints: { ...FACE, ...LIMBS, 'heel@': ['@heel'], 'foot@': ['@bigtoe'] },
  },
  {
    id: 'kinect25',
    title: 'Kinect v2, 25 joints',
    source: 'Microsoft Kinect for Windows SDK 2.0, JointType; Azure Kinect names its joints alike',
    lacks: 'face: the head is one point, so turning and tilting it cannot be told',
    believed: 0.3,
    besides: ['spinebase', 'spinemid', 'spineshoulder', 'neck', 'hand@'],
    joints: {
      ...LIMBS,
      'ear@': ['@ear', 'head'],
      'index@': ['@handtip'],
      'thumb@': ['@thumb'],
      'foot@': ['@foot'],
    },
  },
  {
    id: 'kinect22',
    title: 'Kinect v2 in 22 segments, as in UI-PRMD',
    source: 'Vakanski 2018: each joint is the upper end of the segment it is named after',
    lacks: 'face: the head is a line, so turning it cannot be told',
    believed: 0.3,
    joints: {
      'ear@': [{ mean: { head: 0.5, headtip: 0.5 } }, 'head'],
      'shoulder@': ['@upperarm'],
      'elbow@': ['@forearm'],
      'wrist@': ['@hand'],
      'hip@': ['@upperleg'],
      'knee@': ['@lowerleg'],
      'ankle@': ['@foot'],
      'foot@': ['@toes'],
    },
  },
  {
    id: 'plug-in-gait',
    title: 'Plug-in Gait markers',
    source:
      'Shoulder centre 17 % of the distance between the acromia below the marker (Rab 2002), turning with the shoulder blade by a third of what the arm is raised (Inman 1944); hip centre by the pelvis (Harrington 2007, for a pelvis of 240 mm). A marker on top of the shoulder lies some 6 cm above the joint: without this a level arm would read 11 degrees too low, without the turning one overhead some 8. Elbow and knee stay at their lateral markers.',
    lacks: 'face',
    believed: 0,
    joints: {
      'ear@': [{ mean: { '@fhd': 0.5, '@bhd': 0.5 } }],
      'shoulder@': [
        {
          mean: { '@sho': 1 },
          shift: { share: 0.17, length: ['lsho', 'rsho'], ...THORAX_DOWN, turns: BLADE },
        },
        { mean: { '@sho': 1 }, shift: { share: 0.17, length: ['lsho', 'rsho'], ...THORAX_DOWN } },
        '@sho',
      ],
      'elbow@': ['@elb'],
      'wrist@': [{ mean: { '@wra': 0.5, '@wrb': 0.5 } }, '@wra', '@wrb'],
      'index@': ['@fin'],
      'hip@': [
        {
          mean: { '@asi': 0.71, '~asi': -0.01, '@psi': 0.15, '~psi': 0.15 },
          shift: { share: 0.345, length: ['lasi', 'rasi'], ...THORAX_DOWN },
        },
        '@asi',
      ],
      'knee@': ['@kne'],
      'ankle@': ['@ank'],
      'heel@': ['@hee'],
      'foot@': ['@toe'],
    },
  },
  {
    id: 'bvh',
    title: 'Animation skeleton (BVH: Motive, Mixamo, CMU)',
    source: 'Each joint is the upper end of the bone it is named after; "shoulder" is the collar bone',
    lacks: 'face',
    believed: 0,
    joints: {
      'ear@': [{ mean: { head: 0.5, headend: 0.5 } }, 'head'],
      'shoulder@': ['@arm'],
      'elbow@': ['@forearm'],
      'wrist@': ['@hand'],
      'hip@': ['@upleg'],
      'knee@': ['@leg'],
      'ankle@': ['@foot'],
      'foot@': ['@toebase', '@toe'],
    },
  },
  {
    id: 'human36m',
    title: 'Human3.6M, 17 joints',
    source: 'Ionescu 2014; "foot" is the ankle',
    lacks: 'face, hands and feet',
    believed: 0,
    joints: { ...LIMBS, 'ear@': ['head'], 'ankle@': ['@foot'] },
  },
  {
    id: 'segment-targets',
    title: 'One rigid target on the middle of each segment',
    source:
      'Joints lie half-way between neighbouring targets; hips beside the pelvis target (KERAAL, Devanne 2018)',
    lacks: 'face; limb angles are coarse',
    believed: 0,
    joints: {
      'ear@': ['head'],
      'shoulder@': ['@shoulder'],
      'elbow@': [{ mean: { '@arm': 0.5, '@forearm': 0.5 } }],
      'wrist@': ['@hand'],
      'hip@': [{ mean: { hips: 1, '@thigh': 0.25, '~thigh': -0.25 } }],
      'knee@': [{ mean: { '@thigh': 0.5, '@tibia': 0.5 } }],
      'ankle@': ['@foot'],
    },
  },
  {
    id: 'by-name',
    title: 'Joints by their usual names',
    source: 'For skeletons that no row above fits',
    lacks: 'whatever the record does not name',
    believed: 0.3,
    joints: {
      nose: ['nose'],
      'eye@': ['@eye'],
      'ear@': ['@ear', 'head', 'headtop'],
      'shoulder@': ['@shoulder', '@upperarm', '@sho', '@shoulderjoint'],
      'elbow@': ['@elbow', '@forearm', '@lowerarm', '@elb', '@elbowjoint'],
      'wrist@': ['@wrist', '@hand', '@wra'],
      'hip@': ['@hip', '@upperleg', '@thigh', '@upleg', '@asi', '@hipjoint'],
      'knee@': ['@knee', '@lowerleg', '@shank', '@calf', '@kne', '@kneejoint'],
      'ankle@': ['@ankle', '@foot', '@ank', '@anklejoint'],
      'heel@': ['@heel', '@hee'],
      'foot@': ['@footindex', '@toes', '@bigtoe', '@toe', '@toebase'],
    },
  },
]

/** The landmarks of a pattern with the side each is on. */
export function landmarksOf(pattern: string): [Landmark, 'L' | 'R' | null][] {
  if (!pattern.endsWith('@')) return [[pattern as Landmark, null]]
  return (['L', 'R'] as const).map((side) => [pattern.replace('@', side) as Landmark, side])
}
