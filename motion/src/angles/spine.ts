import type { Signal } from '../movement.ts'
import { hipShift } from './hip-shift.ts'
import { inclination } from './inclination.ts'
import { atRest } from './resting.ts'
import { type SignalRow, single } from './row.ts'
import { spineCurve, upperExtension } from './spine-lines.ts'

/** Shift of the hips in trunk lengths up to which they count as still: 3 % of the specification, and as much trembling of the landmarks. */
const STILL = 0.06

/** Lean of the whole trunk in degrees from which it is a movement of the hips and not of the upper back. */
const LEANING = 20

/** Rows of the angle table: bend of the spine itself. Both are stand-ins, because no landmark lies between shoulders and hips. */
export const SPINE = {
  // Between shoulders and hips a pose model has no point, so that a hump and a lean are the same to it. Over still hips a lean to the
  // back is mostly extension; the opening at the shoulders adds what the head shows. Only change is told, never degrees.
  thoracic_extension_proxy: {
    definition:
      'Extension of the upper trunk: backward lean of the trunk over still hips, and half of the opening between ear, shoulder and hip, from rest',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['earL', 'earR', 'shoulderL', 'shoulderR', 'hipL', 'hipR'],
    unit: 'deg',
    sign: 'positive = extension',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['head', 'shoulders', 'hips'],
    error: {},
    change: 4,
    gate: 'hips shifted by more than 6 % of the trunk from rest; trunk leaning forward by more than 20 degrees (further back no more is added); no rest seen from the side',
    source: 'stand-in: no landmark between shoulder and hip; 2.6 degrees of lean and half of 5 of the head',
    read: (body, neutral) => {
      if (hipShift(body, neutral) > STILL) return null
      const lean = inclination(body) - atRest(body, neutral, 'trunk_inclination')
      if (lean > LEANING) return null
      // Who leans back further than a chest can leans from the hips: that much of it is no extension.
      const hips = Math.max(0, -lean - LEANING)
      return single(upperExtension(body) - atRest(body, neutral, 'thoracic_extension_proxy') - hips)
    },
  },
  // Rounding brings shoulders and hips nearer together and lets the head hang, hollowing does the opposite. Read together, because
  // each alone is also had by bending the arms or nodding.
  quad_trunk_curve: {
    definition:
      'Hollowing and rounding of the spine on all fours: length of the trunk line and height of the ears over it',
    plane: 'sagittal',
    views: ['side'],
    landmarks: ['earL', 'earR', 'shoulderL', 'shoulderR', 'hipL', 'hipR'],
    unit: 'ratio',
    sign: 'positive = hollow, negative = round',
    kind: 'trend',
    paired: false,
    signed: false,
    rest: 0,
    parts: ['head', 'shoulders', 'hips'],
    error: {},
    change: 0.06,
    gate: 'no rest seen from the side',
    source:
      'stand-in: no landmark between shoulder and hip; 2 cm of landmark error on a trunk of 49 cm, twice',
    read: (body, neutral) => single(spineCurve(body) - atRest(body, neutral, 'quad_trunk_curve')),
  },
} satisfies Partial<Record<Signal, SignalRow>>
