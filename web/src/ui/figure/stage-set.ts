import {
  carried,
  type Figure,
  mirroredBody,
  mirroredProp,
  type PlacedProp,
  type Prop,
  type Skeleton,
  standing,
  type View,
} from '@dorsal/motion'
import { type Lens, lensFor } from './lens.ts'
import { type Shown, sided } from './loop.ts'
import type { Path } from './movers.ts'
import { extentOf, solidsOf } from './solids.ts'
import type { Vec } from './vector.ts'

/** What stands about what is shown, the bodies of its way, and a lens that has them all in the picture. */
export type StageSet = { standing: readonly PlacedProp[]; bodies: readonly Skeleton[]; lens: Lens }

const otherSide = <T extends string>(name: T): T =>
  name.replace(/[LR]$/, (side) => (side === 'L' ? 'R' : 'L')) as T

/** The figure whose hands hold on the other side what this one's hold: for a body that is mirrored already. */
export function handedOver(figure: Figure): Figure {
  const props = figure.props?.map((prop): Prop => {
    if (prop.how === 'held') return { ...prop, hands: prop.hands.map(otherSide) }
    if (prop.how === 'tied') {
      const to =
        typeof prop.to === 'string'
          ? otherSide(prop.to)
          : ([-prop.to[0], prop.to[1], prop.to[2]] as typeof prop.to)
      return { ...prop, hands: prop.hands.map(otherSide), to }
    }
    if (prop.how === 'along') return { ...prop, points: prop.points.map(otherSide) }
    if (prop.how !== 'between') return prop
    const [from, to] = prop.points
    return { ...prop, points: [otherSide(from), otherSide(to)] }
  })
  return props === undefined ? figure : { ...figure, props }
}

/** What the body has with it. `mirrored`: it does the other side now. */
export const carriedBy = (figure: Figure, body: Skeleton, mirrored: boolean): PlacedProp[] =>
  carried(mirrored ? handedOver(figure) : figure, body)

/** How far the floor is drawn beyond the body, metres. */
export const RIM = 0.3

export function framing(shown: Shown, view: View, aspect: number, paths: readonly Path[]): StageSet {
  const { figure, side, alternating } = shown
  const placed = standing(figure).map((prop) => (side === 'right' ? mirroredProp(prop) : prop))
  const own = [0, 0.25, 0.5, 0.75, 1].map((out) => sided(shown, out * shown.share))
  const bodies = alternating ? [...own, ...own.map(mirroredBody)] : own
  const things = [...placed, ...own.flatMap((body) => carriedBy(figure, body, side === 'right'))]
  const points = things.flatMap((prop) => solidsOf(prop).flatMap(extentOf))
  const ways = paths.flatMap((path) => path.points)
  const ground = bodies.flatMap(({ joints }) => Object.values(joints))
  const ends = (axis: 0 | 2): [number, number] => {
    const along = ground.map((point) => point[axis])
    return [Math.min(...along), Math.max(...along)]
  }
  const [x, z] = [ends(0), ends(2)]
  const [mx, mz] = [(x[0] + x[1]) / 2, (z[0] + z[1]) / 2]
  // The flesh about the outermost joints is most of the rim already.
  const rim = RIM - 0.12
  const floor: Vec[] = [
    [x[0] - rim, 0, mz],
    [x[1] + rim, 0, mz],
    [mx, 0, z[0] - rim],
    [mx, 0, z[1] + rim],
  ]
  const walls = placed.flatMap((prop) => (prop.form === 'upright' && prop.kind === 'wall' ? [prop.out] : []))
  const lens = lensFor(view, bodies, [...points, ...ways, ...floor], aspect, { walls, low: aspect > 1 })
  return { standing: placed, bodies, lens }
}
