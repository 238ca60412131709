import type { PlacedProp } from '@dorsal/motion'
import { add, distance, minus, mix, times, unit, type Vec, yawed } from './vector.ts'

export type Tone = 'wood' | 'dark' | 'cloth' | 'wall' | 'band' | 'metal' | 'ball' | 'ice'

/** What props are drawn of. Metres; `half`: half the breadth, height and depth; `facing`: degrees to the own left. */
export type Solid =
  | { shape: 'box'; tone: Tone; at: Vec; half: Vec; facing: number; round?: number; faint?: boolean }
  | { shape: 'tube'; tone: Tone; points: readonly Vec[]; radius: number }
  | { shape: 'ball'; tone: Tone; at: Vec; radius: number; flat?: number }

type Top = Extract<PlacedProp, { form: 'top' }>
type Upright = Extract<PlacedProp, { form: 'upright' }>
type Line = Extract<PlacedProp, { form: 'line' }>
type Lump = Extract<PlacedProp, { form: 'lump' }>

/** A box of a prop that stands at `at`: its middle and half sizes in the axes of the prop. */
const boxAt =
  ({ at, facing }: Top) =>
  (middle: Vec, half: Vec, tone: Tone, round = 0.01): Solid => ({
    shape: 'box',
    tone,
    at: add(at, yawed(middle, facing)),
    half,
    facing,
    round,
  })

const legs = (prop: Top, xs: readonly number[], zs: readonly number[], thick = 0.018): Solid[] =>
  xs.flatMap((x) =>
    zs.map((z) => boxAt(prop)([x, -prop.at[1] / 2 - 0.02, z], [thick, prop.at[1] / 2 - 0.02, thick], 'wood')),
  )

function chair(prop: Top): Solid[] {
  const box = boxAt(prop)
  return [
    box([0, -0.02, 0.05], [0.22, 0.02, 0.22], 'wood', 0.02),
    ...legs(prop, [-0.2, 0.2], [-0.15, 0.25]),
    ...[-0.2, 0.2].map((x) => box([x, 0.22, -0.16], [0.017, 0.22, 0.017], 'wood')),
    box([0, 0.36, -0.16], [0.2, 0.075, 0.015], 'wood', 0.015),
    box([0, 0.18, -0.16], [0.2, 0.03, 0.012], 'wood', 0.012),
  ]
}

const table =
  (deep: number, wide: number, lip: number) =>
  (prop: Top): Solid[] => {
    const box = boxAt(prop)
    return [
      box([0, -0.02, deep - lip], [wide, 0.02, deep], 'wood', 0.012),
      ...legs(prop, [0.05 - wide, wide - 0.05], [0.05 - lip, 2 * deep - lip - 0.05], 0.022),
    ]
  }

function shelf(prop: Top): Solid[] {
  const box = boxAt(prop)
  return [
    box([0, -0.015, 0.05], [0.3, 0.015, 0.14], 'wood', 0.008),
    ...[-0.26, 0.26].map((x) => box([x, -0.07, 0.16], [0.012, 0.06, 0.02], 'wood')),
  ]
}

/** A cushion that gives way by as much as the body lies in it. */
const cushion =
  (half: Vec, tone: Tone, sinks: number) =>
  (prop: Top): Solid[] => [
    boxAt(prop)(
      [0, half[1] - prop.at[1] - sinks, 0],
      [half[0], half[1], half[2]],
      tone,
      Math.min(half[1], 0.06),
    ),
  ]

/** A roll across the body, on the floor. */
const roll =
  (radius: number, half: number, tone: Tone) =>
  ({ at, facing }: Top): Solid[] => {
    const across = yawed([half, 0, 0], facing)
    const middle: Vec = [at[0], radius, at[2]]
    return [{ shape: 'tube', tone, radius, points: [minus(middle, across), add(middle, across)] }]
  }

/** A towel with less than this under it is folded, not rolled, metres. */
const FOLDED = 0.075
const ROLLED = roll(0.045, 0.22, 'cloth')

const towel = (prop: Top): Solid[] => {
  if (prop.at[1] > FOLDED) return ROLLED(prop)
  const half = Math.max(0.012, prop.at[1] / 2)
  return [boxAt(prop)([0, half - prop.at[1], 0], [0.14, half, 0.1], 'cloth', half)]
}

const TOPS: Readonly<Record<string, (prop: Top) => Solid[]>> = {
  chair,
  counter: table(0.28, 0.55, 0.07),
  desk: table(0.36, 0.6, 0.07),
  step: (prop) => [boxAt(prop)([0, -prop.at[1] / 2, 0], [0.3, prop.at[1] / 2, 0.18], 'wood')],
  box: (prop) => [boxAt(prop)([0, -0.14, 0], [0.19, 0.14, 0.15], 'wood')],
  shelf,
  pillow: cushion([0.22, 0.05, 0.16], 'cloth', 0.01),
  towel,
  roller: roll(0.075, 0.24, 'band'),
  pad: cushion([0.2, 0.025, 0.2], 'cloth', 0),
}

const TALL = 1.05

function wall({ at, out }: Upright): Solid[] {
  const facing = (Math.atan2(out[0], out[2]) * 180) / Math.PI
  const half: Vec = [0.75, TALL, 0.03]
  const middle: Vec = [Math.abs(out[0]) * at[0], TALL, Math.abs(out[2]) * at[2]]
  return [{ shape: 'box', tone: 'wall', at: minus(middle, times(out, 0.03)), half, facing, faint: true }]
}

/** Two posts and a beam, where the arms lean. */
function doorway({ at, out, touching }: Upright): Solid[] {
  const facing = (Math.atan2(out[0], out[2]) * 180) / Math.PI
  const xs = touching.map(([x]) => x)
  const middle = times(add([Math.min(...xs), 0, 0], [Math.max(...xs), 0, 0]), 0.5)
  const half = (Math.max(...xs) - Math.min(...xs)) / 2
  const z = at[2] - 0.05 * out[2]
  const post = (x: number): Solid => ({
    shape: 'box',
    tone: 'wood',
    faint: true,
    at: [middle[0] + x, TALL, z],
    half: [0.06, TALL, 0.05],
    facing,
    round: 0.01,
  })
  return [
    post(-half),
    post(half),
    {
      shape: 'box',
      tone: 'wood',
      faint: true,
      at: [middle[0], 2 * TALL, z],
      half: [half + 0.06, 0.05, 0.05],
      facing,
    },
  ]
}

const UPRIGHTS: Readonly<Record<string, (prop: Upright) => Solid[]>> = {
  wall,
  doorway,
  ball: ({ at }) => [{ shape: 'ball', tone: 'ball', at, radius: 0.045 }],
}

/** A curve through points, rounder than straight lines between them. */
export function curve(points: readonly Vec[], sag = 0): Vec[] {
  const made: Vec[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i], points[i + 1]]
    if (a === undefined || b === undefined) continue
    const before = points[i - 1] ?? a
    const after = points[i + 2] ?? b
    for (let k = 0; k < 8; k++) {
      const t = k / 8
      const way = [0, 1, 2].map((axis) => {
        const [p, q, r, s] = [before[axis] ?? 0, a[axis] ?? 0, b[axis] ?? 0, after[axis] ?? 0]
        return (
          0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t ** 3)
        )
      })
      made.push([way[0] ?? 0, (way[1] ?? 0) - sag * 4 * t * (1 - t), way[2] ?? 0])
    }
  }
  return [...made, ...points.slice(-1)]
}

const line =
  (radius: number, tone: Tone, curved = true) =>
  ({ points }: Line): Solid[] => [
    { shape: 'tube', tone, radius, points: curved && points.length > 2 ? curve(points) : points },
  ]

const patches =
  (half: Vec, tone: Tone) =>
  ({ points }: Line): Solid[] =>
    points.map((at) => ({ shape: 'box', tone, at, half, facing: 0, round: 0.02 }))

const LINES: Readonly<Record<string, (prop: Line) => Solid[]>> = {
  stick: line(0.014, 'wood', false),
  band: line(0.011, 'band'),
  towel: line(0.026, 'cloth'),
  'heat-pack': patches([0.13, 0.1, 0.03], 'band'),
  'ice-pack': patches([0.13, 0.1, 0.03], 'ice'),
  pads: patches([0.035, 0.045, 0.012], 'dark'),
}

function dumbbell({ at, along }: Lump): Solid[] {
  const on = times(unit(along) ?? [0, 0, 1], 0.085)
  const [a, b] = [minus(at, on), add(at, on)]
  return [
    { shape: 'tube', tone: 'metal', radius: 0.013, points: [a, b] },
    ...[a, b].map((end): Solid => {
      const inner = mix(end, at, 0.35)
      return { shape: 'tube', tone: 'dark', radius: 0.038, points: [inner, end] }
    }),
  ]
}

const LUMPS: Readonly<Record<string, (prop: Lump) => Solid[]>> = {
  weight: dumbbell,
  box: ({ at, along }) => {
    const half = Math.max(0.12, distance([0, 0, 0], along) / 2 - 0.01)
    const facing = (Math.atan2(-along[2], along[0]) * 180) / Math.PI
    // The holes to hold it by are in the upper half of its sides.
    const middle = add(at, [0, -0.05, 0])
    return [{ shape: 'box', tone: 'wood', at: middle, half: [half, 0.11, 0.13], facing, round: 0.01 }]
  },
  bag: ({ at }) => [
    { shape: 'tube', tone: 'dark', radius: 0.012, points: [at, add(at, [0, -0.1, 0])] },
    {
      shape: 'box',
      tone: 'dark',
      at: add(at, [0, -0.22, 0]),
      half: [0.05, 0.12, 0.15],
      facing: 0,
      round: 0.04,
    },
  ],
  phone: ({ at, along }) => {
    const on = times(unit(along) ?? [0, 1, 0], 0.06)
    const up = add(at, [0, 0.03, 0])
    return [{ shape: 'tube', tone: 'dark', radius: 0.02, points: [minus(up, on), add(up, on)] }]
  },
}

/** What a placed prop is drawn of. */
export function solidsOf(prop: PlacedProp): Solid[] {
  if (prop.form === 'top') return TOPS[prop.kind]?.(prop) ?? []
  if (prop.form === 'upright') return UPRIGHTS[prop.kind]?.(prop) ?? []
  if (prop.form === 'line') return LINES[prop.kind]?.(prop) ?? []
  return LUMPS[prop.kind]?.(prop) ?? []
}

/** Corners by which a solid is taken into the picture. A wall is a background: only its foot and its middle are. */
export function extentOf(solid: Solid): Vec[] {
  if (solid.shape === 'tube') return [...solid.points]
  if (solid.shape === 'ball') return [solid.at]
  const { at, half, facing } = solid
  if (solid.faint === true) return [[at[0], 0, at[2]]]
  return cornersOf(at, half, facing)
}

export function cornersOf(at: Vec, half: Vec, facing: number): Vec[] {
  const signs = [-1, 1]
  return signs.flatMap((x) =>
    signs.flatMap((y) => signs.map((z) => add(at, yawed([x * half[0], y * half[1], z * half[2]], facing)))),
  )
}
