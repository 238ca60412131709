import { type Body } from '../body/body.ts'
import type { Framing, FramingHelp } from '../events.ts'
import { INDEX, PART_LANDMARKS } from '../skeleton/landmarks.ts'
import type { BodyPart, Movement } from '../movement.ts'
import { missingParts } from './parts.ts'
import type { View } from '../pose.ts'

/** Seconds for which a new state of affairs must last before it is said; coming into view is said sooner. */
const SAY_AFTER = 0.8
const WELCOME_AFTER = 0.4
/** Trunk length over picture height: nearer than this nothing else fits, further than this the landmarks are too coarse. */
const NEAR = 0.42
const FAR = 0.09

/**
 * Watches whether the person stands where the exercise can be judged and says one thing at a time. A new sentence is said
 * only when its reason has lasted, so that the help never flickers.
 */
export class FramingReader {
  private readonly movement: Movement
  private said: FramingHelp | null = null
  private candidate: FramingHelp | null = null
  private since = Number.NaN

  constructor(movement: Movement) {
    this.movement = movement
  }

  /** The framing to announce after this frame, or null when nothing new is to be said. */
  read(body: Body): Framing | null {
    const missing = missingParts(body, this.movement.needs)
    const help = helpFor(body, missing, this.movement)
    if (help !== this.candidate) {
      this.candidate = help
      this.since = body.t
    }
    const wait = help === 'in-view' || this.said === null ? WELCOME_AFTER : SAY_AFTER
    if (help === this.said || body.t - this.since < wait) return null
    this.said = help
    return { help, view: body.view, missing, usable: help === 'in-view' }
  }
}

/** The most useful single help for this frame. */
export function helpFor(body: Body, missing: readonly BodyPart[], movement: Movement): FramingHelp {
  if (!body.seen) return 'nobody'
  const cut = missing.filter((part) => isCutOff(body, part))
  const size = body.trunk / body.height
  if (size > NEAR && cut.length > 0) return 'too-near'
  if (cut.length > 0) return cutHelp(body, cut)
  if (size < FAR) return 'too-far'
  if (missing.length > 0) return 'part-hidden'
  return turnHelp(body.view, movement)
}

function turnHelp(view: View | null, movement: Movement): FramingHelp {
  const views = movement.count?.views ?? movement.hold?.views ?? []
  if (view === null || views.length === 0 || views.includes(view)) return 'in-view'
  return views.includes('side') && movement.cameraView !== 'front' ? 'turn-to-side' : 'face-camera'
}

const landmarks = (part: BodyPart): number[] =>
  [...PART_LANDMARKS[part].left, ...PART_LANDMARKS[part].right].map((name) => INDEX[name])

const isCutOff = (body: Body, part: BodyPart): boolean => landmarks(part).some((i) => body.inside[i] === 0)

/** Which way to move: by the edge of the picture over which the missing parts lie. */
function cutHelp(body: Body, cut: readonly BodyPart[]): FramingHelp {
  const out = { top: false, bottom: false, left: false, right: false }
  for (const i of cut.flatMap(landmarks)) {
    if (body.inside[i] === 1) continue
    const x = (body.x[i] ?? 0) / body.width
    const y = (body.y[i] ?? 0) / body.height
    out.top ||= y < 0
    out.bottom ||= y > 1
    out.left ||= x < 0
    out.right ||= x > 1
  }
  if (out.top && out.bottom) return 'too-near'
  if (out.left && out.right) return 'too-near'
  // The right of the picture is the own left of somebody who faces the camera.
  const away = body.view === 'back'
  if (out.left) return away ? 'step-right' : 'step-left'
  if (out.right) return away ? 'step-left' : 'step-right'
  if (out.bottom) return 'feet-cut-off'
  return out.top ? 'head-cut-off' : 'part-hidden'
}
