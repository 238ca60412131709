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
  'supine-on-roll',
  'side-lying',
])
export type Stance = z.infer<typeof Stance>

/** Points of the body that things lie against or are held by. */
export const BodyPoint = z.enum([
  ...(['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle', 'heel', 'foot'] as const).flatMap(
    (joint) => [`${joint}L`, `${joint}R`] as const,
  ),
  ...(['pelvis', 'sacrum', 'lumbar', 'waist', 'ribs', 'chest', 'collar', 'neck', 'head'] as const),
])
export type BodyPoint = z.infer<typeof BodyPoint>
const points = z.array(BodyPoint)
const Hand = z.enum(['L', 'R'])

/**
 * A thing that an exercise needs, by how it belongs to the body. Metres, in the room of the body (x to the own left, y up, z ahead).
 *
 * - `under`: something with a level top, that bears `points` (highest where they are lowest) as the body is `at` a share of the way
 *   (0, the start, when left out). `faces`: degrees to the own left that it is turned against the body. `shift`: how far it stands
 *   ahead of the middle of the points. `over`: metres by which the points are higher than it, as a hand on the back of a chair.
 * - `against`: something upright that the `points` touch, on one side of the body, at their furthest on the whole way, or as they are
 *   `at` a share of it; `gap`:
 *   metres that are left between, for a ball.
 * - `held`: in the hands: between two hands, or in each of them. `beyond`: how far a stick goes on past the hands;
 *   `behind`: round this point of the back.
 * - `tied`: from the hands to a fixed point of the room, or to a point of the body.
 * - `along`: lies along points of the body, in their order, `off` metres behind them (ahead when negative), and goes on `beyond` the
 *   last of them.
 * - `between`: a roll that is held between two points of the body, `share` of the way from the first to the second (the middle when left
 *   out), lying ahead as the chest looks, or the
 *   pelvis where it is between the legs.
 */
export const Prop = z.discriminatedUnion('how', [
  z.object({
    how: z.literal('under'),
    kind: z.enum(['chair', 'counter', 'desk', 'step', 'shelf', 'box', 'pillow', 'towel', 'roller', 'pad']),
    points,
    at: z.optional(z.number()),
    faces: z.optional(z.number()),
    shift: z.optional(z.number()),
    over: z.optional(z.number()),
  }),
  z.object({
    how: z.literal('against'),
    kind: z.enum(['wall', 'doorway', 'ball']),
    side: z.enum(['front', 'back', 'left', 'right']),
    points,
    at: z.optional(z.number()),
    gap: z.optional(z.number()),
  }),
  z.object({
    how: z.literal('held'),
    kind: z.enum(['stick', 'band', 'towel', 'weight', 'box', 'bag', 'phone']),
    hands: z.array(Hand),
    beyond: z.optional(z.number()),
    behind: z.optional(BodyPoint),
  }),
  z.object({
    how: z.literal('tied'),
    kind: z.enum(['band', 'towel']),
    hands: z.array(Hand),
    to: z.union([z.tuple([z.number(), z.number(), z.number()]), BodyPoint]),
  }),
  z.object({
    how: z.literal('along'),
    kind: z.enum(['stick', 'band', 'towel', 'heat-pack', 'ice-pack', 'pads']),
    points,
    off: z.optional(z.number()),
    beyond: z.optional(z.number()),
  }),
  z.object({
    how: z.literal('between'),
    kind: z.literal('towel'),
    points: z.tuple([BodyPoint, BodyPoint]),
    share: z.optional(z.number()),
  }),
])
export type Prop = z.infer<typeof Prop>

/**
 * How a body does an exercise: from `start` to `end` (the end of range) and back. Alternating and one-sided exercises are written
 * for the own left and mirrored for the right. `via`: a posture on the way, where the straight way between the joint angles would
 * not look like the exercise. `props`: what is sat on, leant against and held. `shows`: the points whose way
 * is drawn, where those that go furthest do not show it best; none when empty. `pace`: seconds out, staying, back and still, at which it is
 * shown where the dosage has no tempo: steps, breaths, single movements of a long rest.
 */
export const Figure = z.object({
  stance: Stance,
  start: Posture,
  via: z.optional(Posture),
  end: Posture,
  props: z.optional(z.array(Prop)),
  shows: z.optional(z.array(BodyPoint)),
  pace: z.optional(z.object({ out: z.number(), stay: z.number(), back: z.number(), rest: z.number() })),
})
export type Figure = z.infer<typeof Figure>
