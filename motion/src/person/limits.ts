import type { Figure, Posture, Stance } from './figure.ts'
import { clearance } from './floor.ts'
import { addPostures, angleOf, postureAt } from './posture.ts'
import { skeletonOf } from './skeleton.ts'
import { STANCES } from './stance.ts'

/** The furthest that a joint of a supple grown person goes, lowest and highest. */
type Limit = readonly [part: string, angle: string, low: number, high: number]

/**
 * Human joint limits, degrees (centimetres for shift of the shoulder girdle and head). Norms of the American Academy of
 * Orthopaedic Surgeons as given by Norkin and White (Measurement of Joint Motion, 5th ed.), with room for supple people. Trunk
 * flexion is the lean of the line from hips to shoulders, about 0.6 of what all joints of the spine bend together (85 flexion, 35
 * extension). Knees on the heels and feet with the toes pointed go further than a goniometer measures.
 */
const LIMITS: readonly Limit[] = [
  ['trunk', 'flexion', -22, 50],
  ['trunk', 'bend', -50, 50],
  ['trunk', 'turn', -60, 60],
  ['thorax', 'flexion', -20, 25],
  ['thorax', 'bend', -15, 15],
  ['thorax', 'turn', -15, 15],
  ['head', 'nod', -60, 50],
  ['head', 'bend', -45, 45],
  ['head', 'turn', -80, 80],
  ['head', 'forward', -4, 6],
  ['arm', 'flexion', -60, 180],
  ['arm', 'abduction', -60, 180],
  ['arm', 'rotation', -80, 90],
  ['arm', 'elbow', 0, 150],
  ['arm', 'shrug', -3, 8],
  ['arm', 'reach', -5, 6],
  ['leg', 'abduction', -30, 45],
  ['leg', 'rotation', -40, 45],
  ['leg', 'knee', 0, 160],
  ['leg', 'ankle', -80, 30],
  ['hip', 'flexion', -30, 130],
]
/** Metres by which a part may sink into the floor: what skin and a mat give way. */
const GIVES = 0.03

/** Every joint of a posture that goes further than a human's, in words. The hip is the thigh against the pelvis. */
export function beyondLimits(stance: Stance, posture: Posture): string[] {
  const whole = addPostures(STANCES[stance].base, posture)
  return LIMITS.flatMap(([part, angle, low, high]) => {
    const sides = ['arm', 'leg', 'hip'].includes(part) ? (['L', 'R'] as const) : ([''] as const)
    return sides.flatMap((side) => {
      const value =
        part === 'hip'
          ? angleOf(whole, side === 'R' ? 'legR' : 'legL', angle) + angleOf(whole, 'pelvis', 'tilt')
          : angleOf(whole, `${part}${side}` as Parameters<typeof angleOf>[1], angle)
      return value < low - 1e-9 || value > high + 1e-9
        ? [`${part}${side} ${angle} ${Math.round(value)} is not within ${low}..${high}`]
        : []
    })
  })
}

/** What is wrong with a figure on its whole way: joints that no human has, parts that sink into the floor. Empty when it can be done. */
export function impossible(figure: Figure): string[] {
  const said = [0, 0.25, 0.5, 0.75, 1].flatMap((out) => {
    const posture = postureAt(figure, out)
    const low = clearance(skeletonOf(figure.stance, posture))
    const sinks = low < -GIVES ? ['a part of the body sinks into the floor'] : []
    return [...beyondLimits(figure.stance, posture), ...sinks]
  })
  return [...new Set(said)]
}
