import * as z from 'zod/mini'

const degrees = z.optional(z.number())
const centimetres = z.optional(z.number())

const Arm = z.object({
  /** Raised forward (+) or back (-), and sideways; of the upper arm against the chest. */
  flexion: degrees,
  abduction: degrees,
  /** Turn of the upper arm about its own axis, outward +. */
  rotation: degrees,
  elbow: degrees,
  /** Shoulder girdle: drawn up +, and reached forward + or drawn back -. */
  shrug: centimetres,
  reach: centimetres,
})

const Leg = z.object({
  flexion: degrees,
  abduction: degrees,
  rotation: degrees,
  knee: degrees,
  ankle: degrees,
})

/**
 * The joint angles of a body against its stance: degrees (shoulder girdle and head shift in centimetres), everything left out is
 * as the stance has it. Flexion is forward, bend and turn are positive to the own left. Trunk angles are the whole trunk's and
 * are shared out over the spine: bend and turn are those of the shoulders against the pelvis, flexion is the lean of the line from hips
 * to shoulders (the chest tilts further). `thorax` adds to the upper half alone. Leg angles are of the thigh against the stance, not the
 * pelvis: feet on the floor bear the pelvis, which tilts, drops and turns over them. `head` is against the upper trunk.
 */
export const Posture = z.object({
  pelvis: z.optional(z.object({ tilt: degrees, list: degrees, turn: degrees })),
  trunk: z.optional(z.object({ flexion: degrees, bend: degrees, turn: degrees })),
  thorax: z.optional(z.object({ flexion: degrees, bend: degrees, turn: degrees })),
  head: z.optional(z.object({ nod: degrees, bend: degrees, turn: degrees, forward: centimetres })),
  armL: z.optional(Arm),
  armR: z.optional(Arm),
  legL: z.optional(Leg),
  legR: z.optional(Leg),
})
export type Posture = z.infer<typeof Posture>

/** What the body rests on and how: the joint angles that a posture starts from. */
export const Stance = z.enum([
  'standing',
  'seated',
  'half-kneeling',
  'kneeling',
  'heel-sitting',
  'quadruped',
  'prone',
  'supine',
  'side-lying',
])
export type Stance = z.infer<typeof Stance>

/**
 * How a body does an exercise: from `start` to `end` (the end of range) and back. Alternating and one-sided exercises are written
 * for the own left and mirrored for the right. `via`: a posture on the way, where the straight way between the joint angles would
 * not look like the exercise.
 */
export const Figure = z.object({
  stance: Stance,
  start: Posture,
  via: z.optional(Posture),
  end: Posture,
})
export type Figure = z.infer<typeof Figure>
