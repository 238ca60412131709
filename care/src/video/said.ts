import * as z from 'zod/mini'

const words = z.string().check(z.minLength(1), z.maxLength(1000))

/** How a figure is shown: moving, or held at a moment of the movement. */
export const FIGURE_MOMENTS = ['moving', 'start', 'half', 'end'] as const
export const FigureMoment = z.enum(FIGURE_MOMENTS)
export type FigureMoment = z.infer<typeof FigureMoment>

/** Where in the movement a held figure stands: 0 at its start, 1 at its end. */
export const MOMENT_SHARE: Readonly<Record<Exclude<FigureMoment, 'moving'>, number>> = {
  start: 0,
  half: 0.5,
  end: 1,
}

/**
 * What the two pages of a video visit say to each other directly; our server never sees it and nobody keeps it. `chat`: a line of text;
 * `warn`: the sender's device found words of a warning sign in it. `caption`: what the sender just spoke, understood on the sender's device.
 * `captions`: asks for those; `captions-are`: whether they come. `figure`: which exercise is shown to both, null for none. `lines`: whether
 * the clinician asks for the lines over the body; `lines-are`: whether the person lets them. `media`: what the sender has switched on.
 * `ended`: the clinician has ended the visit.
 */
export const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chat'), words, warn: z._default(z.boolean(), false) }),
  z.object({ kind: z.literal('caption'), words }),
  z.object({ kind: z.literal('captions'), on: z.boolean() }),
  z.object({ kind: z.literal('captions-are'), are: z.enum(['on', 'off', 'not-here']) }),
  z.object({
    kind: z.literal('figure'),
    shown: z.nullable(
      z.object({ exerciseId: z.string().check(z.minLength(1), z.maxLength(80)), moment: FigureMoment }),
    ),
  }),
  z.object({ kind: z.literal('lines'), on: z.boolean() }),
  z.object({ kind: z.literal('lines-are'), are: z.enum(['on', 'off', 'refused', 'not-here']) }),
  z.object({ kind: z.literal('media'), camera: z.boolean(), microphone: z.boolean() }),
  z.object({ kind: z.literal('ended') }),
])
export type Said = z.infer<typeof Said>
