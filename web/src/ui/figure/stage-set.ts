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
    return prop.how === 'along' ? { ...prop, points: prop.points.map(otherSide) } : prop
  })
  return props === undefined ? figure : { ...figure, props }
}

/** What the body has with it. `mirrored`: it does the other side now. */
export const carriedBy = (figure: Figure, body: Skeleton, mirrored: boolean): PlacedProp[] =>
  carried(mirrored ? handedOver(figure) : figure, body)

export function framing(shown: Shown, view: View, aspect: number, paths: readonly Path[]): StageSet {
  const { figure, side, alternating } = shown
  const placed = standing(figure).map((prop) => (side === 'right' ? mirroredProp(prop) : prop))
  const own = [0, 0.25, 0.5, 0.75, 1].map((out) => sided(shown, out * shown.share))
  const bodies = alternating ? [...own, ...own.map(mirroredBody)] : own
  const things = [...placed, ...own.flatMap((body) => carriedBy(figure, body, side === 'right'))]
  const points = things.flatMap((prop) => solidsOf(prop).flatMap(extentOf))
  const ways = paths.flatMap((path) => path.points)
  const walls = placed.flatMap((prop) => (prop.form === 'upright' && prop.kind === 'wall' ? [prop.out] : []))
  const lens = lensFor(view, bodies, [...points, ...ways], aspect, { walls, low: aspect > 1 })
  return { standing: placed, bodies, lens }
}
