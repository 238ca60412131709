import type { PlacedProp } from './place.ts'
import type { Rotation } from './rotation.ts'
import type { Joint, Skeleton } from './skeleton.ts'
import type { Vector } from '../vector.ts'

const flip = ([x, y, z]: Vector): Vector => [-x, y, z]
const flipTurn = ([a, b, c, d, e, f, g, h, i]: Rotation): Rotation => [a, -b, -c, -d, e, f, -g, h, i]
const other = (name: string): Joint => name.replace(/[LR]$/, (side) => (side === 'L' ? 'R' : 'L')) as Joint

/** The body in a mirror: own left and right change places, whatever the stance. Twice gives it back. */
export function mirroredBody(body: Skeleton): Skeleton {
  const joints = {} as Record<Joint, Vector>
  for (const name of Object.keys(body.joints) as Joint[]) joints[other(name)] = flip(body.joints[name])
  return {
    joints,
    pelvis: flipTurn(body.pelvis),
    chest: flipTurn(body.chest),
    head: flipTurn(body.head),
    build: body.build,
  }
}

/** A prop in a mirror. */
export function mirroredProp(prop: PlacedProp): PlacedProp {
  if (prop.form === 'top') return { ...prop, at: flip(prop.at), facing: -prop.facing }
  if (prop.form === 'upright')
    return { ...prop, at: flip(prop.at), out: flip(prop.out), touching: prop.touching.map(flip) }
  if (prop.form === 'line') return { ...prop, points: prop.points.map(flip) }
  return { ...prop, at: flip(prop.at), along: flip(prop.along) }
}
