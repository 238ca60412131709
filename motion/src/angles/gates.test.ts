import { describe, expect, test } from 'vitest'
import type { Signal } from '../movement.ts'
import type { Posture } from '../person/figure.ts'
import type { Landmark } from '../pose.ts'
import { LANDMARKS } from '../pose.ts'
import { readingIn, type Shot } from '../testing/readings.ts'
import { SIGNALS } from './angles.ts'

/*
 * Every gate of the table from both sides: just before it a reading, just beyond it none, or one that says that it is too unsure to be
 * shown.
 */

const both = (arm: NonNullable<Posture['armL']>): Posture => ({ armL: arm, armR: arm })
const hidden =
  (...names: Landmark[]): NonNullable<Shot['hide']> =>
  (frame) => ({
    ...frame,
    image: Array.from(frame.image ?? [], (value, i) =>
      i % 4 === 3 && names.includes(LANDMARKS[(i - 3) / 4] ?? 'nose') ? 0 : value,
    ),
  })
const sensor = { flaws: { depth: 'sensor' as const } }

type Gate = { signal: Signal; what: string; open: [Posture, Shot]; shut: [Posture, Shot] }
const side: Shot = { view: 'side' }
const front: Shot = { view: 'front' }

/** Shut: no reading at all. */
const SILENT: Gate[] = [
  {
    signal: 'shoulder_external_rotation',
    what: 'the elbow straighter than 60 degrees',
    open: [both({ flexion: -2, elbow: 70, rotation: 10 }), front],
    shut: [both({ flexion: -2, elbow: 40, rotation: 10 }), front],
  },
  {
    signal: 'shoulder_external_rotation',
    what: 'the elbow straighter than 30 degrees in space',
    open: [both({ flexion: -2, elbow: 35 }), { ...front, ...sensor }],
    shut: [both({ flexion: -2, elbow: 15 }), { ...front, ...sensor }],
  },
  {
    signal: 'shoulder_external_rotation',
    what: 'the elbow bent beyond 150 degrees in space',
    open: [both({ flexion: -2, elbow: 135 }), { ...front, ...sensor }],
    shut: [both({ flexion: -2, elbow: 150 }), { ...front, ...sensor }],
  },
  {
    signal: 'shoulder_external_rotation',
    what: 'the upper arm pointing at the camera',
    open: [both({ flexion: 20, elbow: 70 }), front],
    shut: [both({ flexion: 60, elbow: 80, abduction: -5 }), front],
  },
  {
    signal: 'arm_straight_press',
    what: 'the elbow bent by more than 25 degrees',
    open: [both({ flexion: 86, abduction: -5, elbow: 10 }), side],
    shut: [both({ flexion: 86, abduction: -5, elbow: 25 }), side],
  },
  {
    signal: 'arm_straight_press',
    what: 'the arm not held ahead',
    open: [both({ flexion: 65, abduction: -5, elbow: -5 }), side],
    shut: [both({ flexion: 50, abduction: -5, elbow: -5 }), side],
  },
  {
    signal: 'arm_straight_press',
    what: 'the arm above 120 degrees',
    open: [both({ flexion: 112, abduction: -5, elbow: -5 }), side],
    shut: [both({ flexion: 128, abduction: -5, elbow: -5 }), side],
  },
  {
    signal: 'thoracic_extension_proxy',
    what: 'the trunk leaning by more than 20 degrees',
    open: [{ trunk: { flexion: -16 } }, side],
    shut: [{ trunk: { flexion: 26 } }, side],
  },
  {
    signal: 'shrug_index',
    what: 'leaning to the camera by more than 20 degrees',
    open: [{ trunk: { flexion: 15 } }, front],
    shut: [{ trunk: { flexion: 32 } }, front],
  },
  {
    signal: 'shoulder_flexion',
    what: 'the arm out to the side, in space',
    open: [both({ abduction: 50, flexion: 40 }), { ...front, ...sensor }],
    shut: [both({ abduction: 86, flexion: -2 }), { ...front, ...sensor }],
  },
  {
    signal: 'neck_rotation',
    what: 'the face turned from the camera',
    open: [{ head: { turn: 20 } }, front],
    shut: [{ head: { turn: 20 } }, { view: 'back' }],
  },
  {
    signal: 'neck_lateral_flexion',
    what: 'the face turned from the camera',
    open: [{ head: { bend: 20 } }, front],
    shut: [{ head: { bend: 20 } }, { view: 'back' }],
  },
  {
    signal: 'rounded_shoulder_offset',
    what: 'seen from the front',
    open: [both({ reach: 3 }), side],
    shut: [both({ reach: 3 }), front],
  },
  {
    signal: 'quad_trunk_curve',
    what: 'not seen from the side',
    open: [{}, { ...side, stance: 'quadruped' }],
    shut: [{}, { ...front, stance: 'quadruped' }],
  },
  {
    signal: 'trunk_lateral_flexion',
    what: 'one hip hidden',
    open: [{ trunk: { bend: 10 } }, { ...front, hide: hidden('nose') }],
    shut: [{ trunk: { bend: 10 } }, { ...front, hide: hidden('hipL') }],
  },
  {
    signal: 'hip_abduction_sidelying',
    what: 'a knee hidden',
    open: [{}, { ...front, stance: 'side-lying', hide: hidden('ankleL') }],
    shut: [{}, { ...front, stance: 'side-lying', hide: hidden('kneeR') }],
  },
  {
    signal: 'limb_line',
    what: 'both feet hidden',
    open: [{}, { ...side, stance: 'quadruped', hide: hidden('kneeL', 'kneeR') }],
    shut: [{}, { ...side, stance: 'quadruped', hide: hidden('ankleL', 'ankleR') }],
  },
  {
    signal: 'limb_line',
    what: 'the far arm and leg hidden, and a near one off the floor',
    open: [{}, { ...side, stance: 'quadruped', hide: hidden('wristR', 'ankleR') }],
    shut: [{ armL: { flexion: 80 } }, { ...side, stance: 'quadruped', hide: hidden('wristR', 'ankleR') }],
  },
  {
    signal: 'shoulder_external_rotation',
    what: 'the upper arm out of the picture plane by more than 37 degrees',
    open: [both({ flexion: 34, elbow: 68, abduction: -5 }), front],
    shut: [both({ flexion: 42, elbow: 64, abduction: -5 }), front],
  },
  {
    signal: 'shoulder_external_rotation',
    what: 'the chest turned away',
    open: [{ ...both({ flexion: -2, elbow: 85 }), trunk: { turn: 15 } }, front],
    shut: [{ ...both({ flexion: -2, elbow: 85 }), trunk: { turn: 40 } }, front],
  },
  {
    signal: 'hand_separation_ratio',
    what: 'a hand hidden',
    open: [both({ flexion: 80 }), { ...front, hide: hidden('hipL') }],
    shut: [both({ flexion: 80 }), { ...front, hide: hidden('wristR') }],
  },
]

/** Shut: a reading that says an error larger than the table states, so that no number is shown. */
const UNSURE: Gate[] = [
  {
    signal: 'shoulder_abduction',
    what: 'the arm pointing out of the picture plane by more than 45 degrees',
    open: [both({ abduction: 75, flexion: -2 }), front],
    shut: [both({ flexion: 50, abduction: 10 }), front],
  },
  {
    signal: 'shoulder_abduction',
    what: 'the trunk leaning to the camera',
    open: [{ trunk: { flexion: 10 }, ...both({ abduction: 80 }) }, front],
    shut: [{ pelvis: { tilt: 60 }, ...both({ abduction: 80 }) }, front],
  },
  {
    signal: 'shoulder_abduction',
    what: 'bent over to the camera from the start',
    open: [both({ abduction: 80 }), front],
    shut: [
      { pelvis: { tilt: 60 }, ...both({ abduction: 80 }) },
      { ...front, rest: { pelvis: { tilt: 60 } } },
    ],
  },
  {
    signal: 'elbow_flexion',
    what: 'the forearm pointing at the camera, from the front',
    open: [both({ flexion: -2, abduction: 80, rotation: 90, elbow: 60 }), front],
    shut: [both({ flexion: -2, elbow: 85 }), front],
  },
  {
    signal: 'neck_rotation',
    what: 'the head turned beyond 60 degrees',
    open: [{ head: { turn: 52 } }, front],
    shut: [{ head: { turn: 66 } }, front],
  },
  {
    signal: 'neck_lateral_flexion',
    what: 'the head turned by more than 30 degrees',
    open: [{ head: { turn: 22, bend: 10 } }, front],
    shut: [{ head: { turn: 40, bend: 10 } }, front],
  },
  {
    signal: 'quad_arm_elevation',
    what: 'on the side, where only depth tells forward from backward',
    open: [{ armL: { flexion: -40, abduction: 30 } }, { ...front, stance: 'quadruped' }],
    shut: [{ armL: { flexion: -40, abduction: 40 } }, { ...front, stance: 'side-lying' }],
  },
]

const name = ({ signal, what }: Gate): string => `${signal}: ${what}`

describe('a gate', () => {
  test.each(SILENT.map((gate) => [name(gate), gate] as const))(
    '%s is silence, and before it is not',
    (_, gate) => {
      expect(readingIn(gate.signal, ...gate.open)).not.toBeNull()
      expect(readingIn(gate.signal, ...gate.shut)).toBeNull()
    },
  )

  test.each(UNSURE.map((gate) => [name(gate), gate] as const))('%s withholds the number', (_, gate) => {
    const view = gate.open[1].view ?? 'front'
    const stated = SIGNALS[gate.signal].error[view] ?? Number.NaN
    expect(readingIn(gate.signal, ...gate.open)?.error ?? 0).toBeLessThanOrEqual(stated)
    const shut = readingIn(gate.signal, ...gate.shut)
    expect(shut).not.toBeNull()
    expect(shut?.error).toBeGreaterThan(stated)
  })
})
