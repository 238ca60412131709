import { type Body, can, middleY, px, py } from '../../body/body.ts'
import { clamp } from '../../geometry.ts'

/** How the arms are held, each 0..1; 0 where they are not seen. Lengths by `unit`, the pixels of a trunk length. */
export type Arms = {
  /** An elbow up towards shoulder height: it lifts its shoulder point. */
  raised: number
  /** Both arms up and reaching towards the camera: the shoulder points come forward and together. */
  reaching: number
  /** Both arms before the chest, however high. */
  forward: number
  /** One elbow far above the other: its shoulder point swings forward and up with it. */
  uneven: number
  /** 1 when the arms are crossed on the chest. */
  crossed: number
  /** 1 when both hang beside the trunk. */
  hanging: number
}

/** Breadth of a pair of points in the picture, pixels; negative where the own left lies to the left (seen from behind). */
export function breadthOf(body: Body, pair: 'shoulder' | 'hip'): number {
  const x = px(body, `${pair}L`) - px(body, `${pair}R`)
  return Math.sign(x) * Math.hypot(x, py(body, `${pair}L`) - py(body, `${pair}R`))
}

/** At the end of a turn the chest hides the far elbow, while both hands are still seen: what one elbow cannot tell the hands do. */
export function armsOf(body: Body, unit: number): Arms {
  const [left, right] = [can(body, 'elbowL'), can(body, 'elbowR')]
  const both = left && right
  if (!both && !((left || right) && can(body, 'wristL', 'wristR')))
    return { raised: 0, reaching: 0, forward: 0, uneven: 0, crossed: 0, hanging: 0 }
  const drops = [
    left ? dropOf(body, 'L') : dropOf(body, 'R'),
    right ? dropOf(body, 'R') : dropOf(body, 'L'),
  ] as const
  // The higher elbow: one raised arm lifts its shoulder point as well as two.
  const drop = Math.min(...drops) / unit
  const raised = clamp((0.38 - drop) / 0.2, 0, 1)
  // Arms out to the sides keep their ratio to the breadth of the shoulders while both turn (2.6); arms held forward have about 1.
  const shoulders = Math.max(Math.abs(breadthOf(body, 'shoulder')), 1e-9)
  const pair = both ? 'elbow' : 'wrist'
  const spread = Math.abs(px(body, `${pair}L`) - px(body, `${pair}R`)) / shoulders
  return {
    raised,
    reaching: raised * clamp((1.5 - spread) / 0.3, 0, 1),
    forward: clamp((2.1 - spread) / 0.4, 0, 1),
    uneven: clamp(Math.abs(drops[0] - drops[1]) / unit / 0.6, 0, 1),
    crossed: crossed(body, unit),
    hanging: drop > 0.38 && handsLow(body, unit) ? 1 : 0,
  }
}

const dropOf = (body: Body, side: 'L' | 'R'): number => py(body, `elbow${side}`) - py(body, `shoulder${side}`)

/** Both wrists at the height of the hips. */
const handsLow = (body: Body, unit: number): boolean =>
  can(body, 'wristL', 'wristR') &&
  Math.min(py(body, 'wristL'), py(body, 'wristR')) - middleY(body, 'shoulder') > 0.8 * unit

/** Each wrist on the other side of the body, between the shoulders and the hips. By the trunk, because a turn narrows the shoulders. */
function crossed(body: Body, unit: number): number {
  if (!can(body, 'wristL', 'wristR')) return 0
  const apart = (Math.sign(breadthOf(body, 'shoulder')) * (px(body, 'wristL') - px(body, 'wristR'))) / unit
  const drop = (middleY(body, 'wrist') - middleY(body, 'shoulder')) / unit
  return drop > -0.1 && drop < 0.75 ? clamp((0.2 - apart) / 0.1, 0, 1) : 0
}
