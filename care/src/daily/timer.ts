import { Figure, Movement } from '@dorsal/motion'
import * as z from 'zod/mini'
import { EvidenceGrade } from '../education/claim.ts'
import { Instant, SignOff, Uuid } from '../ids.ts'

/** What daily life has a timer for. */
export const DAILY_KINDS = ['micro-break', 'walk', 'breathing', 'heat', 'cold'] as const
export const DailyKind = z.enum(DAILY_KINDS)
export type DailyKind = z.infer<typeof DailyKind>

/** Seconds of one breath: in and out. Nothing is ever held. */
export const BreathPace = z.object({ in: z.number(), out: z.number() })
export type BreathPace = z.infer<typeof BreathPace>

/** One part of a timer: its words and seconds; `seconds` null: what the others leave. One part is so. */
export const TimerStep = z.object({ id: z.string(), text: z.string(), seconds: z.nullable(z.number()) })
export type TimerStep = z.infer<typeof TimerStep>

/**
 * A small timed thing for daily life as governed content. `exercises`: of the library; all of them must be
 * allowed for whom it is offered. `needsLine`: only for whom the plan names one of them. `minutes`: the lengths on offer, shortest first; `usual`: the one chosen at first. `before`: to
 * be read before the start; `confirm`: what must be said yes to each time, and what follows a no. `check`: what to look at again and again while
 * it runs, every so many seconds. `stop`: what to stop for. `moves`: gentle exercises of the person's own plan that fill the middle: how many
 * seconds each, up to which effort (0..10), in which positions and with which kit. `gentle`: for whom with which tag, and on a day of strong pain
 * or a flare-up (`onHardDays`; `offOnHardDays`: not at all then), it is shorter or slower, and what is said to them.
 */
export const DailyTimer = z.object({
  id: z.string(),
  version: z.number(),
  kind: DailyKind,
  title: z.string(),
  hook: z.string(),
  exercises: z.array(z.string()),
  needsLine: z.boolean(),
  minutes: z.array(z.number()),
  usual: z.number(),
  pace: z.nullable(BreathPace),
  before: z.array(z.string()),
  confirm: z.nullable(z.object({ question: z.string(), yes: z.string(), no: z.string(), stay: z.string() })),
  steps: z.array(TimerStep),
  check: z.nullable(z.object({ everySeconds: z.number(), text: z.string() })),
  stop: z.array(z.string()),
  after: z.string(),
  moves: z.nullable(
    z.object({
      seconds: z.number(),
      effortUpTo: z.number(),
      positions: z.array(z.string()),
      equipment: z.array(z.string()),
    }),
  ),
  gentle: z.nullable(
    z.object({
      tags: z.array(z.string()),
      onHardDays: z.boolean(),
      minutes: z.number(),
      pace: z.nullable(BreathPace),
      text: z.string(),
    }),
  ),
  offOnHardDays: z.boolean(),
  evidence: EvidenceGrade,
  sources: z.array(z.string()),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type DailyTimer = z.infer<typeof DailyTimer>

/** One gentle exercise of the person's plan, as a short break shows it: nothing is counted. */
export const DailyMove = z.object({
  planItemId: z.string(),
  id: z.string(),
  version: z.number(),
  name: z.string(),
  steps: z.array(z.string()),
  rangeShare: z.number(),
  tempo: z.nullable(z.string()),
  holdSeconds: z.number(),
  movement: z.object({
    figure: z.optional(Figure),
    cameraView: Movement.shape.cameraView,
    template: Movement.shape.template,
  }),
  lang: z.optional(z.string()),
})
export type DailyMove = z.infer<typeof DailyMove>

/**
 * A timer as it is offered to one person: with the lengths, pace and moves that fit them.
 * `gentle`: what is said to them because of a precaution or a hard day; null: nothing. `sources`: as they are printed. `planItemIds`: the lines of the plan that it stands beside.
 */
export const DailyOffer = z.object({
  ...z.omit(DailyTimer, { exercises: true, needsLine: true, moves: true, gentle: true, offOnHardDays: true })
    .shape,
  gentle: z.nullable(z.string()),
  sources: z.array(z.object({ id: z.string(), cite: z.string(), url: z.nullable(z.string()) })),
  moves: z.array(DailyMove),
  planItemIds: z.array(z.string()),
})
export type DailyOffer = z.infer<typeof DailyOffer>

/** Seconds far outside of what anybody does, so that sums of them stay numbers. */
const seconds = z.number().check(z.gte(0), z.lte(86_400))

/**
 * A timer as it went, made on the device under its own id and sent once. `minutes`: the length chosen; `seconds`: how long it ran. `ended`:
 * by itself, or by the person. `feel`: how it was, null where it was not said. `stop`: the stop rule behind "that hurts". Nothing in it
 * counts towards sessions or doses.
 */
export const DailyDone = z.object({
  id: Uuid,
  at: Instant,
  startedAt: Instant,
  timerId: z.string().check(z.minLength(1), z.maxLength(80)),
  kind: DailyKind,
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  minutes: z.number().check(z.gte(1), z.lte(240)),
  seconds,
  ended: z.enum(['done', 'stopped']),
  feel: z.nullable(z.enum(['better', 'same', 'worse'])),
  stop: z.nullable(z.object({ rule: z.string().check(z.minLength(1), z.maxLength(40)) })),
})
export type DailyDone = z.infer<typeof DailyDone>

/** What a record holds of daily life: what is offered now, and what was done in the last four weeks, oldest first. */
export type DailyLife = { offers: DailyOffer[]; done: DailyDone[] }
// By its name alone: spelled out, the contract would be longer than the compiler writes down.
export const DailyLife: z.ZodMiniType<DailyLife> = z.object({
  offers: z.array(DailyOffer),
  done: z.array(DailyDone),
})
