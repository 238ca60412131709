import type { Body } from '../body/body.ts'
import type { Signal } from '../movement.ts'
import { opening } from './floor.ts'
import { pair, type Reading, type SignalRow } from './row.ts'

/** Seconds for which an elbow that is hidden is taken to stay where it was. */
const OUT_OF_SIGHT = 3

/** Row of the angle table that counts and does not measure: one arm opens over the other, which bears the body or lies still. */
export const OPENING = {
  // When the chest turns over a hand that stays on the floor, the arm of that hand closes as the other one opens. Each by itself is a
  // movement out and back; only their difference tells which of them is the exercise, and errors of the chest drop out of it.
  arm_opening: {
    definition:
      'Opening of one arm with the chest over the other arm: opening of the arm that is further open, less that of the other',
    plane: 'transverse',
    views: ['front'],
    landmarks: ['shoulderL', 'shoulderR', 'elbowL', 'elbowR', 'hipL', 'hipR'],
    unit: 'deg',
    sign: '0 = the other arm is as far open or further, positive = this one is',
    kind: 'trend',
    paired: true,
    signed: false,
    rest: 0,
    parts: ['shoulders', 'arms'],
    error: {},
    change: 17,
    gate: 'on the side without depth; an elbow hidden for longer than three seconds',
    source:
      'two openings of 12 degrees of error each (see `quad_arm_elevation`); not validated against capture',
    read: (body) => difference(opening(body, 'L'), opening(body, 'R')),
    open: () => {
      const [left, right] = [new Lately(), new Lately()]
      return (body) => difference(left.next(opening(body, 'L'), body), right.next(opening(body, 'R'), body))
    },
    readSpace: (body): Reading | null => difference(opening(body, 'L'), opening(body, 'R')),
    spaceError: 11,
  },
} satisfies Partial<Record<Signal, SignalRow>>

const difference = (left: number, right: number): Reading | null =>
  pair(Math.max(0, left - right), Math.max(0, right - left))

/** A value, or the one before it while it is hidden for a moment. */
class Lately {
  private value = Number.NaN
  private at = Number.NaN

  next(value: number, { t }: Body): number {
    if (Number.isFinite(value)) {
      this.value = value
      this.at = t
    }
    return t - this.at < OUT_OF_SIGHT ? this.value : Number.NaN
  }
}
