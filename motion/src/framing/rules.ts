import type { FramingHelp } from '../events.ts'
import type { BodyPart } from '../movement.ts'
import type { Scene } from './scene.ts'

/**
 * One row of the framing help: while `when` holds for `wait` seconds, `help` is said, unless a row above it holds. The order is the
 * order in which a person can put things right: without light nothing else is known, and turning helps nobody who is half outside.
 */
export type FramingRule = { help: FramingHelp; wait: number; when: (scene: Scene) => boolean }

/** Seconds for which a new state of affairs must last before it is said; coming into view is said sooner. */
const USUAL = 0.8
const WELCOME = 0.4
/** A lamp that flickers or a hand before the lens passes. */
const SLOW = 1.5

/**
 * Brightness of the picture below which the model loses people whatever they do (rendered person through the full model: found at
 * 0.10, lost at 0.066), and below which dark is the likeliest reason when somebody is not seen well (landmarks off by up to 60 of
 * 640 pixels at 0.13). Each with the wider limit that ends it.
 */
const DARK = { below: 0.085, until: 0.12 }
const DIM = { below: 0.16, until: 0.2 }

/** Trunk length over picture: nearer than this nothing else fits, further than this the landmarks are too coarse; with what ends it. */
const NEAR = { above: 0.42, until: 0.4 }
const FAR = { below: 0.09, until: 0.1 }

const below = (value: number, limit: { below: number; until: number }, said: boolean): boolean =>
  value < (said ? limit.until : limit.below)

const any = (parts: readonly BodyPart[], ...of: BodyPart[]): boolean =>
  of.some((part) => parts.includes(part))

/** The right of the picture is the own left of somebody who faces the camera. */
const faces = (scene: Scene): boolean => scene.body.view !== 'back'
const aside = (scene: Scene): boolean => scene.out.left || scene.out.right
const bothEnds = ({ out }: Scene): boolean => (out.top && out.bottom) || (out.left && out.right)
/** Counted from nowhere that the person stands now. */
const turnedAway = ({ body, views }: Scene): boolean =>
  body.view !== null && views.length > 0 && !views.includes(body.view)
const sideAsked = ({ views, asked }: Scene): boolean => views.includes('side') && asked !== 'front'

export const FRAMING_RULES: readonly FramingRule[] = [
  {
    help: 'too-dark',
    wait: SLOW,
    when: ({ light, said, body, missing }) =>
      below(light, DARK, said === 'too-dark') ||
      ((!body.seen || missing.length > 0) && below(light, DIM, said === 'too-dark')),
  },
  { help: 'two-people', wait: WELCOME, when: ({ crowded, body }) => crowded && (body.seen || body.jumped) },
  // The landmarks are where the person cannot be: the model has taken up somebody else, whoever has looked or not.
  { help: 'two-people', wait: USUAL, when: ({ body }) => body.jumped },
  { help: 'nobody', wait: USUAL, when: ({ body }) => !body.seen },
  {
    help: 'too-near',
    wait: USUAL,
    when: (scene) =>
      scene.cut.length > 0 &&
      (scene.size > (scene.said === 'too-near' ? NEAR.until : NEAR.above) || bothEnds(scene)),
  },
  // A lying body is cut at its ends, whichever edge that is: going sideways means nothing there.
  {
    help: 'head-cut-off',
    wait: USUAL,
    when: ({ level, cut }) => level && any(cut, 'head') && !any(cut, 'knees', 'feet'),
  },
  { help: 'feet-cut-off', wait: USUAL, when: ({ level, cut }) => level && any(cut, 'knees', 'feet') },
  { help: 'too-near', wait: USUAL, when: ({ level, cut }) => level && cut.length > 0 },
  {
    help: 'step-left',
    wait: USUAL,
    when: (scene) => aside(scene) && (faces(scene) ? scene.out.left : scene.out.right),
  },
  { help: 'step-right', wait: USUAL, when: aside },
  { help: 'feet-cut-off', wait: USUAL, when: ({ out }) => out.bottom },
  { help: 'head-cut-off', wait: USUAL, when: ({ out }) => out.top },
  { help: 'too-far', wait: USUAL, when: ({ size, said }) => below(size, FAR, said === 'too-far') },
  { help: 'part-hidden', wait: USUAL, when: ({ missing }) => missing.length > 0 },
  { help: 'turn-to-side', wait: USUAL, when: (scene) => turnedAway(scene) && sideAsked(scene) },
  { help: 'face-camera', wait: USUAL, when: turnedAway },
  { help: 'in-view', wait: WELCOME, when: () => true },
]
