import type { Figure, Posture } from './figure.ts'

/** The parts of a posture, each with its joint angles. */
const PARTS = ['pelvis', 'trunk', 'thorax', 'head', 'armL', 'armR', 'legL', 'legR'] as const
type Part = (typeof PARTS)[number]
type Angles = Record<string, number | undefined>

/** Angles whose sign tells own left from own right, and so change it in the mirror. */
const SIDED = new Set(['list', 'turn', 'bend'])
const OTHER: Readonly<Record<Part, Part>> = {
  pelvis: 'pelvis',
  trunk: 'trunk',
  thorax: 'thorax',
  head: 'head',
  armL: 'armR',
  armR: 'armL',
  legL: 'legR',
  legR: 'legL',
}

/** One joint angle of a posture; 0 where it is left out. */
export const angleOf = (posture: Posture, part: Part, angle: string): number =>
  (posture[part] as Angles | undefined)?.[angle] ?? 0

/** Every angle of several postures at once, `how` applied to the values of each. */
function each(postures: readonly Posture[], how: (values: readonly number[]) => number): Posture {
  const made: Partial<Record<Part, Angles>> = {}
  for (const part of PARTS) {
    const names = new Set(postures.flatMap((one) => Object.keys((one[part] ?? {}) as Angles)))
    if (names.size === 0) continue
    made[part] = Object.fromEntries(
      [...names].map((name) => [name, how(postures.map((one) => angleOf(one, part, name)))]),
    )
  }
  return made
}

/** Both postures together: the angles add up. Written out, because it is asked twice a frame. */
export function addPostures(...postures: readonly Posture[]): Posture {
  const made: Partial<Record<Part, Record<string, number>>> = {}
  for (const part of PARTS)
    for (const posture of postures) {
      const angles = posture[part] as Angles | undefined
      if (angles === undefined) continue
      made[part] ??= {}
      for (const name in angles) made[part][name] = (made[part][name] ?? 0) + (angles[name] ?? 0)
    }
  return made
}

/** A share of a posture: 0 nothing of it, 1 all of it. */
export const shareOf = (posture: Posture, share: number): Posture =>
  each([posture], ([value = 0]) => value * share)

/** The posture a share of the way from one to another. */
export const blend = (from: Posture, to: Posture, share: number): Posture =>
  each([from, to], ([a = 0, b = 0]) => a + (b - a) * share)

/** The same posture of the other side: limbs change sides, bends and turns their sign. Twice gives it back. */
export function mirrorPosture(posture: Posture): Posture {
  const made: Partial<Record<Part, Angles>> = {}
  for (const part of PARTS) {
    const angles = posture[part] as Angles | undefined
    if (angles === undefined) continue
    made[OTHER[part]] = Object.fromEntries(
      Object.entries(angles).map(([name, value]) => [
        name,
        SIDED.has(name) && value !== undefined ? -value : value,
      ]),
    )
  }
  return made
}

/**
 * How far a smooth reach has come after a share `time` of its duration: 0..1, at rest at both ends. The minimum-jerk profile by
 * which people move a limb from rest to rest (Flash and Hogan 1985).
 */
export function minimumJerk(time: number): number {
  const t = Math.min(1, Math.max(0, time))
  return t * t * t * (10 + t * (6 * t - 15))
}

/**
 * The posture of a figure `out` of the way from start (0) to end (1); beyond 1 and below 0 it goes on in the same way. With a
 * posture on the way the path bends through it: at half way, smooth (a parabola through the three).
 */
export function postureAt(figure: Figure, out: number): Posture {
  const { start, via, end } = figure
  if (via === undefined) return blend(start, end, out)
  const weights = [(1 - out) * (1 - 2 * out), 4 * out * (1 - out), out * (2 * out - 1)]
  return each([start, via, end], (values) =>
    values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0),
  )
}
