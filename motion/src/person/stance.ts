import type { Posture, Stance } from './figure.ts'
import { aboutX, aboutZ, NO_TURN, type Rotation } from './rotation.ts'

/**
 * What a stance is: the joint angles that a posture is added to, how the whole body lies in the room, and what bears it.
 *
 * - `root`: turn of the whole body (supine: face up, head away from the camera in front; side-lying: on the own right side).
 * - `bears`: the landmarks that stay where they are on the floor while the rest of the body moves over them.
 * - `settle`: how the body comes to rest. `drop`: falls until its lowest part touches. `seat`: hips at chair height, whatever the
 *   legs do. `hands`: the trunk hinges at the hips until hands or elbows touch the floor as well as the knees. `lie`: the whole
 *   body rocks until upper and lower part both touch.
 * - `raised`: parts that lie on a roll and not on the floor, and how high it is, metres.
 */
export type StanceRow = {
  base: Posture
  root: Rotation
  bears: readonly ('ankleL' | 'ankleR' | 'kneeL' | 'kneeR')[]
  settle: 'drop' | 'seat' | 'hands' | 'lie'
  raised?: Readonly<Partial<Record<'chest' | 'ribs', number>>>
}

/** Arms hanging by the side: a hand's width from the body, elbows not quite straight. */
const ARM = { flexion: 2, abduction: 5, elbow: 5 }
const ON_TOES = { flexion: 0, abduction: 1, knee: 90, ankle: -75 }

const FEET = ['ankleL', 'ankleR'] as const
const KNEES = ['kneeL', 'kneeR'] as const

const ON_BACK: StanceRow = {
  base: {
    armL: { flexion: -8, abduction: 20, elbow: 5 },
    armR: { flexion: -8, abduction: 20, elbow: 5 },
    legL: { abduction: 4, ankle: -25 },
    legR: { abduction: 4, ankle: -25 },
  },
  root: aboutX(-90),
  bears: [],
  settle: 'lie',
}

export const STANCES: Readonly<Record<Stance, StanceRow>> = {
  standing: {
    base: {
      armL: ARM,
      armR: ARM,
      legL: { flexion: 1, abduction: 1, knee: 2 },
      legR: { flexion: 1, abduction: 1, knee: 2 },
    },
    root: NO_TURN,
    bears: FEET,
    settle: 'drop',
  },
  seated: {
    base: {
      armL: ARM,
      armR: ARM,
      legL: { flexion: 90, abduction: 4, knee: 90 },
      legR: { flexion: 90, abduction: 4, knee: 90 },
    },
    root: NO_TURN,
    bears: [],
    settle: 'seat',
  },
  'half-kneeling': {
    base: { armL: ARM, armR: ARM, legL: { flexion: 90, abduction: 2, knee: 90 }, legR: ON_TOES },
    root: NO_TURN,
    bears: ['ankleL', 'kneeR'],
    settle: 'drop',
  },
  kneeling: {
    base: { armL: ARM, armR: ARM, legL: ON_TOES, legR: ON_TOES },
    root: NO_TURN,
    bears: KNEES,
    settle: 'drop',
  },
  'heel-sitting': {
    base: {
      armL: ARM,
      armR: ARM,
      legL: { flexion: 68, abduction: 2, knee: 156, ankle: -75 },
      legR: { flexion: 68, abduction: 2, knee: 156, ankle: -75 },
    },
    root: NO_TURN,
    bears: KNEES,
    settle: 'drop',
  },
  quadruped: {
    base: {
      pelvis: { tilt: 84 },
      armL: { flexion: 84, elbow: 4 },
      armR: { flexion: 84, elbow: 4 },
      head: { nod: -8 },
      legL: ON_TOES,
      legR: ON_TOES,
    },
    root: NO_TURN,
    bears: KNEES,
    settle: 'hands',
  },
  prone: {
    base: {
      armL: { abduction: 12, elbow: 5 },
      armR: { abduction: 12, elbow: 5 },
      legL: { abduction: 3, ankle: -65 },
      legR: { abduction: 3, ankle: -65 },
    },
    root: aboutX(90),
    bears: [],
    settle: 'lie',
  },
  supine: ON_BACK,
  'supine-on-roll': { ...ON_BACK, raised: { chest: 0.1 } },
  'side-lying': {
    base: {
      armL: { flexion: 90, elbow: 5 },
      armR: { flexion: 90, elbow: 5 },
      legL: { flexion: 45, knee: 90, ankle: -15 },
      legR: { flexion: 45, knee: 90, ankle: -15 },
    },
    root: aboutZ(90),
    bears: [],
    settle: 'lie',
  },
}
