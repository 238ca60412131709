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

/** A measured range: the value, its unit and the error that is always shown with it; null for a side that went no further than that. */
export const MeasuredRange = z.object({
  signal: z.string(),
  unit: z.string(),
  left: z.nullable(z.number()),
  right: z.nullable(z.number()),
  best: z.nullable(z.number()),
  error: z.number(),
})
export type MeasuredRange = z.infer<typeof MeasuredRange>

/**
 * One repetition. `start`, `end`, `peak`: seconds. `partial`: out and back, short of the person's own range, or small but regular.
 * `outSeconds`, `holdSeconds`, `backSeconds`: on the way out, at the end of range, on the way back; `backSeconds` is null and `end` the
 * moment of telling until the person is back. Both are missing in records from before they were measured.
 */
export const Repetition = z.object({
  side: Side,
  start: z.number(),
  end: z.number(),
  peak: z.number(),
  holdSeconds: z.number(),
  partial: z.boolean(),
  outSeconds: z.optional(z.number()),
  backSeconds: z.optional(z.nullable(z.number())),
})
export type Repetition = z.infer<typeof Repetition>

/**
 * What the tracker tells the session, in order of happening. `rep` comes within one frame of the peak being left.
 * `range` is null whenever the engine abstains. Nothing but `framing`, `lost` and `found` is sent below the quality gate.
 *
 * `fault`: one correction to say now. `magnitude`: how far beyond its limit, as a share of the way from rest to the limit.
 * `seconds`: how long it has been there in this set; `share`: of the repetitions so far, those in which it was (null where nothing is
 * counted). `confidence`: 0..1, how well the parts are seen, how honest the view is, and how far beyond the signal's own error it is.
 * `fault-mended`: a fault that was said has stayed away for a whole repetition, or for some seconds of a hold.
 */
export type TrackerEvent =
  | { type: 'framing'; t: number; framing: Framing }
  | { type: 'lost'; t: number }
  | { type: 'found'; t: number }
  | { type: 'rep'; t: number; count: number; repetition: Repetition }
  | { type: 'hold'; t: number; seconds: number; inside: boolean }
  | { type: 'range'; t: number; signal: Signal; value: number | null; share: number | null }
  | {
      type: 'fault'
      t: number
      fault: string
      cue: string
      magnitude: number
      seconds: number
      share: number | null
      confidence: number
    }
  | { type: 'fault-mended'; t: number; fault: string; cue: string }

/**
 * How often a fault was there in a set: once a repetition at most, or once each time in a hold. `seconds`: in all; `share`: of the
 * repetitions, null where none are counted; `magnitude`: at its largest, as in the event. Missing in records from before.
 */
export const FaultCount = z.object({
  id: z.string(),
  count: z.number(),
  seconds: z.optional(z.number()),
  share: z.optional(z.nullable(z.number())),
  magnitude: z.optional(z.number()),
})
export type FaultCount = z.infer<typeof FaultCount>

/**
 * What one own side did in a set: repetitions, furthest and mean range of the signal that is shown (in its unit, error as in
 * `range`), and mean seconds out, held and back. null where nothing was seen or measured.
 */
export const SideSummary = z.object({
  reps: z.number(),
  partial: z.number(),
  best: z.nullable(z.number()),
  mean: z.nullable(z.number()),
  outSeconds: z.nullable(z.number()),
  holdSeconds: z.nullable(z.number()),
  backSeconds: z.nullable(z.number()),
})
export type SideSummary = z.infer<typeof SideSummary>

/**
 * What one set came to, as it is stored and shown. `seenShare`: share of the time in which the camera could judge, 0..1.
 * `sides`: the same by own side (`both` for what was done with both at once). `meanRange`: mean over the repetitions of what `range`
 * is the best of. `symmetry`: mean range of the side that went less far as a share of the other's, 0..1; null unless both were
 * measured. These three are missing in records from before they were measured.
 */
export const SetSummary = z.object({
  reps: z.object({ total: z.number(), left: z.number(), right: z.number(), partial: z.number() }),
  repetitions: z.array(Repetition),
  holdSeconds: z.number(),
  range: z.nullable(MeasuredRange),
  tempoSeconds: z.nullable(z.number()),
  faults: z.array(FaultCount),
  seenShare: z.number(),
  sides: z.optional(z.object({ left: SideSummary, right: SideSummary, both: SideSummary })),
  meanRange: z.optional(z.nullable(MeasuredRange)),
  symmetry: z.optional(z.nullable(z.number())),
})
export type SetSummary = z.infer<typeof SetSummary>
