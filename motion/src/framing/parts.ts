import { type Body, can } from '../body/body.ts'
import { PART_LANDMARKS } from '../skeleton/landmarks.ts'
import type { BodyPart } from '../movement.ts'

/** The parts of `needs` that the camera does not show now. From the side one of each pair is enough. */
export function missingParts(body: Body, needs: readonly BodyPart[]): BodyPart[] {
  if (!body.seen) return [...needs]
  return needs.filter((part) => !hasPart(body, part))
}

/** True when the part may be judged: both sides from front and back, one side otherwise; one ear is enough for the head. */
export function hasPart(body: Body, part: BodyPart): boolean {
  const { left, right } = PART_LANDMARKS[part]
  const l = can(body, ...left)
  const r = can(body, ...right)
  const oneIsEnough = part === 'head' || body.view === 'side' || body.view === 'oblique'
  return oneIsEnough ? l || r : l && r
}
