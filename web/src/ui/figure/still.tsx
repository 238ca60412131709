import type { View } from '@dorsal/motion'
import { useMemo } from 'react'
import { HALF, bodyShapes, floorShape, type Shape, solidShapes, wayLine } from './outline.ts'
import { aspectOf } from './lens.ts'
import { type Shown, sided } from './loop.ts'
import { movingBones, pathsOf } from './movers.ts'
import { paletteOf } from './palette.ts'
import { solidsOf } from './solids.ts'
import { carriedBy, framing } from './stage-set.ts'

/** A key pose as flat shapes, from the farthest to the nearest, and the ways of the movement with their ends. */
export function stillOf(
  shown: Shown,
  view: View,
  out: number,
): { shapes: Shape[]; ways: string[]; ends: string[] } {
  const palette = paletteOf(false)
  const paths = pathsOf(shown)
  const { lens, standing, bodies } = framing(shown, view, aspectOf(shown.figure), paths)
  const body = sided(shown, out * shown.share)
  const things = [...standing, ...carriedBy(shown.figure, body, shown.side === 'right')]
  const shapes = [
    floorShape(bodies, lens, palette.floor),
    ...things.flatMap((prop) => solidsOf(prop).flatMap((solid) => solidShapes(solid, lens, palette))),
    ...bodyShapes(body, lens, movingBones(shown), palette),
  ].sort((a, b) => b.away - a.away)
  const ways = paths.map(({ points }) => wayLine(points, lens))
  const ends = paths.map(({ points }) => wayLine(points.slice(-1), lens))
  return { shapes, ways, ends }
}

/** One key pose, drawn flat from the same skeleton: for paper, for reduced motion, and where nothing can be drawn in space. */
export function Still({ shown, view, out }: { shown: Shown; view: View; out: number }) {
  const { shapes, ways, ends } = useMemo(() => stillOf(shown, view, out), [shown, view, out])
  const palette = paletteOf(false)
  const wide = HALF * aspectOf(shown.figure)
  return (
    <svg viewBox={`${-wide} ${-HALF} ${2 * wide} ${2 * HALF}`} aria-hidden="true">
      {shapes.map(({ path, fill, faint, away, plain }) => (
        <path
          key={`${path}${plain === true ? ' plain' : ''}`}
          d={path}
          fill={fill}
          fillOpacity={faint === true ? 0.4 : 1}
          stroke={away > 90 || plain === true ? 'none' : palette.edge}
          strokeOpacity={0.55}
          strokeWidth={0.7}
          strokeLinejoin="round"
        />
      ))}
      {ways.map((way) => (
        <path key={way} d={way} fill="none" stroke={palette.way} strokeWidth={1.8} strokeLinecap="round" />
      ))}
      {ends.map((end) => {
        const [x = '0', y = '0'] = end.slice(1).split(' ')
        return <circle key={end} cx={x} cy={y} r={4} fill="none" stroke={palette.way} strokeWidth={1.8} />
      })}
    </svg>
  )
}
