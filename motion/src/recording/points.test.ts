import { expect, test } from 'vitest'
import { INDEX } from '../skeleton/landmarks.ts'
import { recognise } from '../skeleton/recognise.ts'
import type { Vector } from '../vector.ts'
import { meaningOf, pointsOf } from './points.ts'

/** Markers of somebody who stands upright, millimetres, z up, own left to the left of x; elbows where they are put. */
const MARKERS: Readonly<Record<string, Vector>> = {
  C7: [0, -60, 1450],
  CLAV: [0, 60, 1450],
  T10: [0, -60, 1200],
  STRN: [0, 60, 1200],
  LSHO: [-200, 0, 1450],
  RSHO: [200, 0, 1450],
  LASI: [-120, 80, 1000],
  RASI: [120, 80, 1000],
  LPSI: [-50, -80, 1000],
  RPSI: [50, -80, 1000],
}
/** The joint below its marker: 17 % of 400 mm. */
const BELOW = 68

function shoulders(elbows: Readonly<Record<string, Vector>>): [Vector | null, Vector | null] {
  const all = { ...MARKERS, ...elbows }
  const record = {
    joints: Object.keys(all),
    units: 'mm',
    frames: [Object.values(all).map((one) => [...one])],
  }
  const skeleton = recognise(record.joints)
  if (skeleton === null) throw new Error('no skeleton')
  const [frame] = pointsOf(record, skeleton, meaningOf(record)).points
  return [frame?.[INDEX.shoulderL] ?? null, frame?.[INDEX.shoulderR] ?? null]
}

const near = (found: Vector | null, wanted: Vector): void =>
  wanted.forEach((value, i) => expect(found?.[i]).toBeCloseTo(value, 6))

test('below hanging arms the shoulder joint lies straight below its marker', () => {
  const [left, right] = shoulders({ LELB: [-200, 0, 1150], RELB: [200, 0, 1150] })
  near(left, [-200, 0, 1450 - BELOW])
  near(right, [200, 0, 1450 - BELOW])
})

test('with a level arm it has gone outward by a third of the right angle, on its own side only', () => {
  const [left, right] = shoulders({ LELB: [-500, 0, 1450], RELB: [200, 0, 1150] })
  near(left, [-200 - BELOW * Math.sin(Math.PI / 6), 0, 1450 - BELOW * Math.cos(Math.PI / 6)])
  near(right, [200, 0, 1450 - BELOW])
})

test('raised forward as high, the shoulder blade turns up as far', () => {
  const [, right] = shoulders({ LELB: [-200, 0, 1150], RELB: [200, 300, 1450] })
  near(right, [200 + BELOW * Math.sin(Math.PI / 6), 0, 1450 - BELOW * Math.cos(Math.PI / 6)])
})

test('an arm that was not caught in this frame leaves the joint straight below', () => {
  const [left] = shoulders({ LELB: [0, 0, 0], RELB: [200, 0, 1150] })
  near(left, [-200, 0, 1450 - BELOW])
})
