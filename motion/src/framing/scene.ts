import type { Body } from '../body/body.ts'
import { trunkNow } from '../body/body.ts'
import type { FramingHelp } from '../events.ts'
import type { BodyPart, Movement } from '../movement.ts'
import type { Frame, View } from '../pose.ts'
import { INDEX, PART_LANDMARKS } from '../skeleton/landmarks.ts'
import { missingParts } from './parts.ts'

/** Over which edges of the picture a needed part lies. */
export type Edges = { top: boolean; bottom: boolean; left: boolean; right: boolean }

/** What one frame says about where the person is, as the rules of the framing help ask for it. */
export type Scene = {
  body: Body
  /** Needed parts that cannot be judged, and those of them that lie outside the picture. */
  missing: readonly BodyPart[]
  cut: readonly BodyPart[]
  out: Edges
  /** Trunk length as a share of the picture along the trunk: across a picture more fits than upright. NaN while it is unknown. */
  size: number
  /** True for a trunk nearer to level than to upright: lying, on all fours, far bent over. */
  level: boolean
  /** Views from which the movement is counted or held; empty where any will do. */
  views: readonly View[]
  /** View that the exercise asks for, to say which way to turn. */
  asked: View | null
  /** Mean brightness of the picture, 0..1; NaN where nobody measured it. */
  light: number
  /** More than one person who could be mistaken for the other, at the last look not long ago. */
  crowded: boolean
  /** The sentence that stands now: limits are wider for what has been said, so that it does not flicker at the limit. */
  said: FramingHelp | null
}

/** Puts the facts of a frame together. `crowded` and `said` are what the reader remembers. */
export function sceneOf(
  body: Body,
  movement: Movement,
  frame: Pick<Frame, 'light'>,
  memory: Pick<Scene, 'crowded' | 'said'>,
): Scene {
  const missing = missingParts(body, movement.needs)
  const cut = body.seen ? missing.filter((part) => isCutOff(body, part)) : []
  const across = Math.abs(middle(body.x, 'shoulder') - middle(body.x, 'hip'))
  const down = Math.abs(middle(body.y, 'shoulder') - middle(body.y, 'hip'))
  const level = across > down
  const trunk = Number.isFinite(body.trunk) ? body.trunk : trunkNow(body)
  return {
    body,
    missing,
    cut,
    out: edgesOf(body, cut),
    size: trunk / (level ? Math.max(body.width, body.height) : body.height),
    level,
    views: movement.count?.views ?? movement.hold?.views ?? [],
    asked: movement.cameraView,
    light: frame.light ?? Number.NaN,
    ...memory,
  }
}

const landmarks = (part: BodyPart): number[] =>
  [...PART_LANDMARKS[part].left, ...PART_LANDMARKS[part].right].map((name) => INDEX[name])

const isCutOff = (body: Body, part: BodyPart): boolean => landmarks(part).some((i) => body.inside[i] === 0)

/** From both sides' raw places, seen or guessed: which way a body lies is asked before its parts are visible. */
function middle(axis: Float64Array, pair: 'shoulder' | 'hip'): number {
  return ((axis[INDEX[`${pair}L`]] ?? Number.NaN) + (axis[INDEX[`${pair}R`]] ?? Number.NaN)) / 2
}

function edgesOf(body: Body, cut: readonly BodyPart[]): Edges {
  const out = { top: false, bottom: false, left: false, right: false }
  for (const i of cut.flatMap(landmarks)) {
    if (body.inside[i] === 1) continue
    const x = (body.x[i] ?? Number.NaN) / body.width
    const y = (body.y[i] ?? Number.NaN) / body.height
    out.top ||= y < 0
    out.bottom ||= y > 1
    out.left ||= x < 0
    out.right ||= x > 1
  }
  return out
}
