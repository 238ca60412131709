import * as z from 'zod/mini'
import type { BodyPart, Signal } from './movement.ts'
import { Side, type View } from './pose.ts'

/** Ids of the one plain sentence that the framing help says; the words live with the interface. */
export type FramingHelp =
  | 'in-view'
  | 'nobody'
  | 'too-dark'
  | 'two-people'
  | 'too-near'
  | 'too-far'
  | 'step-left'
  | 'step-right'
  | 'head-cut-off'
  | 'feet-cut-off'
  | 'part-hidden'
  | 'turn-to-side'
  | 'face-camera'

export type Framing = { help: FramingHelp; view: View | null; missing: BodyPart[]; usable: boolean }

/** A measured range: the value, its unit and the error that is always shown with it. */
export const MeasuredRange = z.object({
  signal: z.string(),
  unit: z.string(),
  left: z.nullable(z.number()),
  right: z.nullable(z.number()),
  best: z.nullable(z.number()),
  error: z.number(),
})
export type MeasuredRange = z.infer<typeof MeasuredRange>

/** One repetition. `start`, `end`, `peak`: seconds. `partial`: out and back, short of the person's own range. */
export const Repetition = z.object({
  side: Side,
  start: z.number(),
  end: z.number(),
  peak: z.number(),
  holdSeconds: z.number(),
  partial: z.boolean(),
})
export type Repetition = z.infer<typeof Repetition>

/**
 * What the tracker tells the session, in order of happening. `rep` comes within one frame of the peak being left.
 * `range` is null whenever the engine abstains. Nothing but `framing`, `lost` and `found` is sent below the quality gate.
 */
export type TrackerEvent =
  | { type: 'framing'; t: number; framing: Framing }
  | { type: 'lost'; t: number }
  | { type: 'found'; t: number }
  | { type: 'rep'; t: number; count: number; repetition: Repetition }
  | { type: 'hold'; t: number; seconds: number; inside: boolean }
  | { type: 'range'; t: number; signal: Signal; value: number | null; share: number | null }
  | { type: 'fault'; t: number; fault: string; cue: string; magnitude: number; confidence: number }

/** What one set came to, as it is stored and shown. `seenShare`: share of the time in which the camera could judge, 0..1. */
export const SetSummary = z.object({
  reps: z.object({ total: z.number(), left: z.number(), right: z.number(), partial: z.number() }),
  repetitions: z.array(Repetition),
  holdSeconds: z.number(),
  range: z.nullable(MeasuredRange),
  tempoSeconds: z.nullable(z.number()),
  faults: z.array(z.object({ id: z.string(), count: z.number() })),
  seenShare: z.number(),
})
export type SetSummary = z.infer<typeof SetSummary>
