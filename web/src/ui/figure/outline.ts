import type { Joint, Skeleton } from '@dorsal/motion'
import type { Bone } from './bones.ts'
import { COLOURS } from './colours.ts'
import { type Lens, project } from './lens.ts'
import type { Palette } from './palette.ts'
import { cornersOf, type Solid } from './solids.ts'
import { add, mix, times, type Vec } from './vector.ts'

/** A flat shape of a still: the outline as an SVG path, how far away, and its colour. `plain`: without its line. */
export type Shape = { path: string; away: number; fill: string; faint?: boolean; plain?: boolean }

/** A round point of a body part: where, and how thick, metres. */
type Knob = readonly [at: Vec, radius: number]

const ROUND = 22
/** Units of the drawing from the middle to the edge. */
export const HALF = 100

/** The outline about round points, as it is seen: their convex hull. */
function outlined(lens: Lens, knobs: readonly Knob[], fill: string, nearer = 0): Shape {
  const points: [number, number][] = []
  let away = 0
  for (const [at, radius] of knobs) {
    const seen = project(lens, at)
    away += seen.away / knobs.length
    for (let k = 0; k < ROUND; k++) {
      const turn = (2 * Math.PI * k) / ROUND
      points.push([
        seen.x + radius * seen.scale * Math.cos(turn),
        -seen.y - radius * seen.scale * Math.sin(turn),
      ])
    }
  }
  return { path: pathOf(hullOf(points)), away: away - nearer, fill }
}

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${(x * HALF).toFixed(1)} ${(y * HALF).toFixed(1)}`).join('L')}Z`

/** Convex hull of points (Andrew's monotone chain). */
function hullOf(points: readonly [number, number][]): [number, number][] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (rows: readonly [number, number][]): [number, number][] => {
    const made: [number, number][] = []
    for (const point of rows) {
      for (;;) {
        const [a, b] = [made.at(-2), made.at(-1)]
        if (a === undefined || b === undefined) break
        if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break
        made.pop()
      }
      made.push(point)
    }
    return made.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

/** A part about joints, each with how thick it is and how far to both sides of the trunk; `one`: there is no line between parts of it. */
type Part = {
  bone: Bone
  of: readonly (readonly [Joint, thick: number, wide?: number])[]
  colour: string
  one?: 'shirt'
}
const { skin, shirt, trousers, shoe } = COLOURS
const PARTS: readonly Part[] = [
  {
    bone: 'neck',
    of: [
      ['collar', 0.06],
      ['head', 0.05],
    ],
    colour: skin,
  },
  {
    bone: 'chest',
    of: [
      ['shoulderL', 0.054],
      ['shoulderR', 0.054],
      ['collar', 0.075],
      ['chest', 0.105, 0.06],
      ['ribs', 0.105, 0.045],
    ],
    colour: shirt,
    one: 'shirt',
  },
  {
    bone: 'ribs',
    of: [
      ['chest', 0.105, 0.06],
      ['ribs', 0.105, 0.045],
      ['waist', 0.1, 0.04],
    ],
    colour: shirt,
    one: 'shirt',
  },
  {
    bone: 'waist',
    of: [
      ['waist', 0.1, 0.04],
      ['lumbar', 0.1, 0.045],
      ['sacrum', 0.1, 0.055],
    ],
    colour: shirt,
    one: 'shirt',
  },
  {
    bone: 'pelvis',
    of: [
      ['sacrum', 0.1, 0.055],
      ['hipL', 0.09],
      ['hipR', 0.09],
    ],
    colour: trousers,
  },
  ...(['L', 'R'] as const).flatMap((side): Part[] => [
    {
      bone: `thigh${side}`,
      of: [
        [`hip${side}`, 0.09],
        [`knee${side}`, 0.058],
      ],
      colour: trousers,
    },
    {
      bone: `shank${side}`,
      of: [
        [`knee${side}`, 0.058],
        [`ankle${side}`, 0.04],
      ],
      colour: trousers,
    },
    {
      bone: `foot${side}`,
      of: [
        [`ankle${side}`, 0.04],
        [`heel${side}`, 0.03],
        [`foot${side}`, 0.026],
      ],
      colour: shoe,
    },
    {
      bone: `upper${side}`,
      of: [
        [`shoulder${side}`, 0.06],
        [`elbow${side}`, 0.04],
      ],
      colour: shirt,
    },
    {
      bone: `fore${side}`,
      of: [
        [`elbow${side}`, 0.039],
        [`wrist${side}`, 0.026],
      ],
      colour: skin,
    },
    {
      bone: `hand${side}`,
      of: [
        [`wrist${side}`, 0.027],
        [`index${side}`, 0.03],
      ],
      colour: skin,
    },
  ]),
]

/** A colour with the strength taken out of it: of what stays still. */
function paled(colour: string, still: string): string {
  const parts = [1, 3, 5].map((i) => {
    const [a, b] = [colour, still].map((one) => Number.parseInt(one.slice(i, i + 2), 16))
    return Math.round((a ?? 0) * 0.6 + (b ?? 0) * 0.4)
  })
  return `rgb(${parts.join(' ')})`
}

const UPPER = new Set<Joint>(['collar', 'chest', 'ribs', 'waist'])

/** The round points of a part at a joint: one, or one to each side. */
function knobsOf({ joints, chest, pelvis }: Skeleton, joint: Joint, radius: number, wide = 0): Knob[] {
  if (wide === 0) return [[joints[joint], radius]]
  const turn = UPPER.has(joint) ? chest : pelvis
  return [wide, -wide].map((x) => [add(joints[joint], [turn[0] * x, turn[3] * x, turn[6] * x]), radius])
}

/** Parts that are one thing have their lines behind all of it. */
function joined(parts: readonly (Shape & { one: string | undefined })[]): Shape[] {
  const far = Math.max(...parts.filter(({ one }) => one !== undefined).map(({ away }) => away))
  return parts.flatMap(({ one, ...part }) =>
    one === undefined
      ? [part]
      : [
          { ...part, away: far + 1e-4 },
          { ...part, plain: true },
        ],
  )
}

/** The body as flat shapes; what moves in full colour. */
export function bodyShapes(body: Skeleton, lens: Lens, moves: ReadonlySet<Bone>, palette: Palette): Shape[] {
  const { joints, head } = body
  const colour = (one: string, bone: Bone): string => (moves.has(bone) ? one : paled(one, palette.still))
  const parts = joined(
    PARTS.map(({ bone, of, colour: own, one }) => ({
      one,
      ...outlined(
        lens,
        of.flatMap(([joint, radius, wide]) => knobsOf(body, joint, radius, wide)),
        colour(own, bone),
      ),
    })),
  )
  const at = (x: number, y: number, z: number): Vec =>
    add(joints.head, [
      head[0] * x + head[1] * y + head[2] * z,
      head[3] * x + head[4] * y + head[5] * z,
      head[6] * x + head[7] * y + head[8] * z,
    ])
  const skull: Knob[] = [
    [at(0, 0.03, 0), 0.088],
    [at(0, -0.05, 0.03), 0.056],
  ]
  const eyes = [1, -1].map((way) => ({
    ...outlined(lens, [[at(way * 0.027, 0.018, 0.08), 0.008]], COLOURS.face, 0.02),
    seen: project(lens, at(way * 0.027, 0.015, 0.1)).away < project(lens, at(0, 0.015, 0.02)).away,
  }))
  return [
    ...parts,
    // A face stays a face, also where the head is still.
    outlined(lens, skull, skin, 0.02),
    outlined(
      lens,
      [
        [at(0, -0.004, 0.086), 0.014],
        [at(0, -0.014, 0.106), 0.01],
      ],
      skin,
      0.03,
    ),
    outlined(
      lens,
      [
        [at(0, 0.055, -0.025), 0.083],
        [at(0, 0, -0.05), 0.06],
      ],
      COLOURS.hair,
      // Before the skull from the side and from behind, behind it from ahead.
      0.05,
    ),
    ...eyes.filter(({ seen }) => seen),
  ]
}

/** A thing as flat shapes. */
export function solidShapes(solid: Solid, lens: Lens, palette: Palette): Shape[] {
  const fill = palette[solid.tone]
  if (solid.shape === 'ball') return [outlined(lens, [[solid.at, solid.radius]], fill)]
  if (solid.shape === 'box') {
    const shape = outlined(
      lens,
      cornersOf(solid.at, solid.half, solid.facing).map((at): Knob => [at, 0.004]),
      fill,
    )
    return solid.faint === true ? [{ ...shape, away: shape.away + 3, faint: true }] : [shape]
  }
  return solid.points.slice(1).flatMap((point, i) => {
    const from = solid.points[i] ?? point
    return [0, 0.5].map((share) =>
      outlined(
        lens,
        [
          [mix(from, point, share), solid.radius],
          [mix(from, point, share + 0.5), solid.radius],
        ],
        fill,
      ),
    )
  })
}

/** The way of the movement as an open line. */
export function wayLine(points: readonly Vec[], lens: Lens): string {
  const seen = points.map((point) => project(lens, point))
  return `M${seen.map(({ x, y }) => `${(x * HALF).toFixed(1)} ${(-y * HALF).toFixed(1)}`).join('L')}`
}

/** A disc on the floor below the bodies. */
export function floorShape(bodies: readonly Skeleton[], lens: Lens, fill: string): Shape {
  const all = bodies.flatMap(({ joints }) => Object.values(joints))
  const ends = ([0, 2] as const).map((axis) => {
    const along = all.map((point) => point[axis])
    return [Math.min(...along), Math.max(...along)] as const
  })
  const [[x0, x1], [z0, z1]] = [ends[0] ?? [0, 0], ends[1] ?? [0, 0]]
  const middle: Vec = [(x0 + x1) / 2, 0, (z0 + z1) / 2]
  const rim = Array.from({ length: 36 }, (_, i): Knob => {
    const turn = (2 * Math.PI * i) / 36
    const out: Vec = [Math.cos(turn) * ((x1 - x0) / 2 + 0.3), 0, Math.sin(turn) * ((z1 - z0) / 2 + 0.3)]
    return [add(middle, times(out, 1)), 0.001]
  })
  return { ...outlined(lens, rim, fill), away: 99 }
}
