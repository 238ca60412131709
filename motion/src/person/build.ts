/** Lengths of a body in metres. `hip`, `shoulder`, `head`: half the breadth; `girth` scales how thick the trunk and limbs are. */
export type Build = {
  hip: number
  pelvis: number
  /** Each of the five spine segments between pelvis and shoulder line. */
  vertebrae: number
  shoulder: number
  neck: number
  head: number
  upperArm: number
  foreArm: number
  hand: number
  thigh: number
  shank: number
  /** Height of the ankle over the sole, and how far heel and toes lie behind and ahead of it. */
  ankle: number
  heel: number
  toes: number
  girth: number
}

/** A grown person of 1.70 m (segment tables of Drillis and Contini, rounded; shoulder points as pose models set them). */
export const GROWN: Build = {
  hip: 0.1,
  pelvis: 0.09,
  vertebrae: 0.08,
  shoulder: 0.175,
  neck: 0.2,
  head: 0.075,
  upperArm: 0.29,
  foreArm: 0.26,
  hand: 0.09,
  thigh: 0.43,
  shank: 0.41,
  ankle: 0.08,
  heel: 0.05,
  toes: 0.15,
  girth: 1,
}

/** How somebody differs from a grown person of 1.70 m; everything left out is as theirs. */
export type Stature = {
  /** Metres. */
  height?: number
  /** Shares of the usual for that height: arms, legs, breadth of shoulders and of hips, thickness of the body. */
  arms?: number
  legs?: number
  shoulders?: number
  hips?: number
  girth?: number
}

/** The lengths of a body of this stature. */
export function buildOf(stature: Stature = {}): Build {
  const { height = 1.7, arms = 1, legs = 1, shoulders = 1, hips = 1, girth = 1 } = stature
  const scale = height / 1.7
  const of = (key: keyof Build, share = 1): number => GROWN[key] * scale * share
  return {
    hip: of('hip', hips),
    pelvis: of('pelvis'),
    vertebrae: of('vertebrae'),
    shoulder: of('shoulder', shoulders),
    neck: of('neck'),
    head: GROWN.head,
    upperArm: of('upperArm', arms),
    foreArm: of('foreArm', arms),
    hand: of('hand', arms),
    thigh: of('thigh', legs),
    shank: of('shank', legs),
    ankle: of('ankle'),
    heel: of('heel'),
    toes: of('toes'),
    girth,
  }
}

/**
 * People of different shape to measure on: the usual spread of height and proportion of grown women and men (5th to 95th
 * percentile of height; shoulders of men about 8 % broader and hips 4 % narrower than women's for their height), a larger body
 * and two of unusual proportion.
 */
export const PEOPLE: Readonly<Record<string, Stature>> = {
  average: {},
  'small woman': { height: 1.52, shoulders: 0.96, hips: 1.04 },
  'tall man': { height: 1.88, shoulders: 1.05, hips: 0.98 },
  'larger body': { height: 1.68, shoulders: 1.06, hips: 1.15, girth: 1.4 },
  'long arms': { height: 1.75, arms: 1.08, legs: 1.04 },
  'short arms': { height: 1.65, arms: 0.92, legs: 0.96 },
}
