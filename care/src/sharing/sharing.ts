import * as z from 'zod/mini'
import { Dosage, Exercise } from '../exercise/exercise.ts'
import { Instant, Uuid } from '../ids.ts'
import { Movement } from '@dorsal/motion'

/** For how long a link opens: until the person's midnight, seven days, thirty days. */
export const LASTS = ['today', 'week', 'month'] as const
/** One of the choices of how long a link opens. */
export const Lasts = z.enum(LASTS)
export type Lasts = z.infer<typeof Lasts>

/** What a link was made for: a code on paper, or somebody who helps. Both open the same. */
export const ShareKind = z.enum(['paper', 'helper'])
export type ShareKind = z.infer<typeof ShareKind>

/** So many links of one person open at once, at most. */
export const MOST_LINKS = 10

/** The secret of a link: 256 random bits in 43 letters, made on the device that makes the link. */
export const ShareToken = z.string().check(z.regex(/^[\w-]{43}$/))

/** How long a name may be that the person gives to whoever opens the link. */
export const SHOWN_NAME_LENGTH = 40

/**
 * A wish for a link, made on the device under its own id. `token`: of it only the hash is kept. `shownName`: what whoever opens it reads
 * as the person's name; null: none. `utcOffset`: minutes that the person's clock is ahead of UTC, for the end of their day.
 */
export const ShareWish = z.object({
  id: Uuid,
  kind: ShareKind,
  token: ShareToken,
  shownName: z.nullable(z.string().check(z.minLength(1), z.maxLength(SHOWN_NAME_LENGTH))),
  lasts: Lasts,
  utcOffset: z.int().check(z.gte(-840), z.lte(840)),
})
export type ShareWish = z.infer<typeof ShareWish>

/** A link that still opens, as its owner sees it. `opened`: how often somebody looked, and when last. */
export const ShareLink = z.object({
  id: Uuid,
  kind: ShareKind,
  shownName: z.nullable(z.string()),
  createdAt: Instant,
  expiresAt: Instant,
  opened: z.number(),
  openedAt: z.nullable(Instant),
})
export type ShareLink = z.infer<typeof ShareLink>

/** An exercise as a helper or a sheet of paper shows it: the words, the figure, the dose. `share`: of the person's own range, 0..1. */
export const SharedExercise = z.object({
  ...z.pick(Exercise, {
    id: true,
    version: true,
    name: true,
    laterality: true,
    steps: true,
    faults: true,
    lang: true,
    signOff: true,
  }).shape,
  movement: z.pick(Movement, { figure: true, cameraView: true, template: true }),
  dosage: Dosage,
  share: z.number(),
})
export type SharedExercise = z.infer<typeof SharedExercise>

/** What to stop for, in words: `emergency` calls for help, `end` ends the exercise, `before` says when not to begin. */
export const StopWords = z.object({
  emergency: z.array(z.string()),
  end: z.array(z.string()),
  before: z.array(z.string()),
  /** The emergency card: what to do then. */
  card: z.object({ title: z.string(), steps: z.array(z.string()) }),
})
export type StopWords = z.infer<typeof StopWords>

/**
 * All that a link opens: today's exercises and what to stop for. Nothing that was answered, done or found, and no name but the one chosen
 * for it. `day` null: there is nothing to show now, whatever the cause.
 */
export const SharedDay = z.object({
  shownName: z.nullable(z.string()),
  until: Instant,
  stop: StopWords,
  day: z.nullable(
    z.object({
      planVersion: z.number(),
      minutes: z.number(),
      unsigned: z.boolean(),
      exercises: z.array(SharedExercise),
    }),
  ),
})
export type SharedDay = z.infer<typeof SharedDay>
