import { type Body, can, middleX, middleY, px, py } from '../../body/body.ts'
import { clamp } from '../../geometry.ts'
import type { Neutral } from '../../calibration/neutral.ts'

/** Shoulder to wrist in trunk lengths when the own arm is unknown (segment tables of Drillis and Contini), and its error by either way. */
const ARM = 1.1
const ARM_ERROR = 0.12
const OWN_ARM_ERROR = 0.05
/** Sideways play of held hands against the trunk, in sines. */
const PLAY = 0.04
/** Focal length of ordinary webcams in widths of the picture: 58 degrees across, from 50 to 70 on those in use. */
const FOCAL = 0.9

/** What the hands held forward say of the turn of the shoulders: its sine, with standard error; null when they are not held so. */
export type Swing = { sine: number; error: number; trust: number }

/**
 * Arms held forward at chest height swing with the trunk like a pointer: hands aside of the shoulders, over the own arm length. The
 * hands are nearer to the camera than the shoulders and look larger; that is taken out by the distance that follows from the length
 * of the trunk in the picture. `trunk`: pixels of the trunk at the shoulders' distance. `trust` goes from 0 to 1 as the arms come up.
 */
export function swingOfHands(body: Body, neutral: Neutral | null, trunk: number): Swing | null {
  // One elbow is enough: at the end of a turn the chest hides the far one.
  if (!can(body, 'wristL', 'wristR') || !(can(body, 'elbowL') || can(body, 'elbowR'))) return null
  const apart =
    Math.hypot(px(body, 'wristL') - px(body, 'wristR'), py(body, 'wristL') - py(body, 'wristR')) / trunk
  const drop = (middleY(body, 'wrist') - middleY(body, 'shoulder')) / trunk
  const elbows = (middleY(body, 'elbow') - middleY(body, 'shoulder')) / trunk
  const trust = within(apart, 0.85, 1.05) * within(Math.abs(drop), 0.35, 0.5) * within(elbows, 0.22, 0.36)
  if (!(trust > 0)) return null
  const own = neutral !== null && neutral.arm > 0.7 && neutral.arm < 1.6
  const arm = own ? neutral.arm : ARM
  // Hands that meet in the middle reach less far forward than parallel arms, and raised or lowered ones, too.
  const inward = clamp(0.36 - apart / 2, 0, 0.36)
  const reach = Math.sqrt(Math.max(0.3, arm * arm - inward * inward - drop * drop))
  const away = (FOCAL * Math.max(body.width, body.height)) / trunk
  const aside = (middleX(body, 'wrist') - middleX(body, 'shoulder')) / trunk
  const sine = sineOf(aside / reach, reach / away)
  const error = Math.hypot(PLAY, (own ? OWN_ARM_ERROR : ARM_ERROR) * sine)
  return { sine, error, trust }
}

/**
 * The sine s of a pointer whose tip is seen `aside` (in pointer lengths) of its foot by a camera `1 / near` pointer lengths away:
 * aside = s / (1 - near × cos), because the tip comes nearer by its cosine.
 */
function sineOf(aside: number, near: number): number {
  let sine = clamp(aside, -1, 1)
  for (let i = 0; i < 4; i++)
    sine = clamp(aside * (1 - near * Math.sqrt(Math.max(0, 1 - sine * sine))), -1, 1)
  return sine
}

/** 1 up to `full`, 0 from `none` on, straight between. */
const within = (value: number, full: number, none: number): number =>
  clamp((none - value) / (none - full), 0, 1)
