import * as z from 'zod/mini'
import { Condition } from '../condition.ts'
import { Because } from '../decision.ts'
import { SignOff } from '../ids.ts'

/** What a screen comes to, from nothing found to stop. Order is rank: the highest wins. */
export const DISPOSITIONS = [
  'none',
  'caution',
  'see_clinician_first',
  'same_day_urgent',
  'emergency_now',
] as const
export const Disposition = z.enum(DISPOSITIONS)
export type Disposition = z.infer<typeof Disposition>

/** Which card the person sees; self-harm and under 18 have their own. */
export const CardId = z.enum([
  'emergency',
  'self-harm',
  'same-day',
  'clinician-first',
  'caution',
  'under-18',
  'stop-session',
])
export type CardId = z.infer<typeof CardId>

export const AskAt = z.enum(['intake', 'pre-session', 'weekly', 'monthly', 'week6', 'message', 'if-phq2'])

/**
 * One screening item. `trigger` is the condition that raises it, `unsure` the disposition that "not sure" counts as (null: as
 * no). `gate`: null for the emergency items, which are always put, each answered on its own; a lower item may stand
 * behind a gate question and is asked when the gate is open.
 */
export const RedFlag = z.object({
  id: z.string(),
  version: z.number(),
  domain: z.string(),
  question: z.string(),
  help: z.nullable(z.string()),
  answerType: z.enum(['yes_no_unsure', 'yes_no_prefer_not', 'number_0_10', 'computed']),
  trigger: Condition,
  unsure: z.nullable(Disposition),
  disposition: Disposition,
  card: CardId,
  askAt: z.array(AskAt),
  gate: z.nullable(z.string()),
  precautionTags: z.array(z.string()),
  reasoning: z.string(),
  patientMessage: z.nullable(z.string()),
  sources: z.array(z.string()),
  signOff: SignOff,
})
export type RedFlag = z.infer<typeof RedFlag>

/** A question that opens several lower items at once; `impliedBy` opens it whatever was answered. */
export const RedFlagGate = z.object({
  id: z.string(),
  version: z.optional(z.number()),
  question: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string(), opens: z.array(z.string()) })),
  impliedBy: z.array(z.object({ when: Condition, opens: z.array(z.string()) })),
})
export type RedFlagGate = z.infer<typeof RedFlagGate>

/** Items that weigh more together than each for itself. */
export const CombinationRule = z.object({
  id: z.string(),
  version: z.optional(z.number()),
  when: Condition,
  disposition: Disposition,
  why: z.string(),
  sources: z.array(z.string()),
})
export type CombinationRule = z.infer<typeof CombinationRule>

/**
 * A danger in free text, what it comes to, and the items that ask about it. Either a `pattern` (a regular expression over the
 * evened text, of one language), or `all`: slots of concepts (`a|b`) that must stand close together, the last being what is felt;
 * `lang` is then `*`, for the concepts have words in every language. `within`: so many words may stand between them (default
 * 5; a comma counts as three). `reach`: `text` when they may stand anywhere in the message. `unless`: concepts which, in
 * the same sentence, take the match away. `subject`/`time` `any`: also counts of others, or of the past. `effort`: exercise explains it to a
 * question. `asked`: never more than a question.
 */
export const TextPattern = z.object({
  id: z.string(),
  lang: z.string(),
  domain: z.string(),
  disposition: Disposition,
  card: CardId,
  pattern: z.optional(z.string()),
  all: z.optional(z.array(z.string())),
  within: z.optional(z.number()),
  reach: z.optional(z.literal('text')),
  unless: z.optional(z.string()),
  subject: z.optional(z.literal('any')),
  time: z.optional(z.literal('any')),
  effort: z.optional(z.boolean()),
  asked: z.optional(z.boolean()),
  asks: z.array(z.string()),
})
export type TextPattern = z.infer<typeof TextPattern>

/**
 * The words for one concept in one language: phrases with commas between, without capitals and accents. `a|b` either word,
 * `stem*` any ending, `@name` the phrases of the entry of that name. `cue.…` entries tell how a danger word is meant.
 */
export const TextConcept = z.object({ id: z.string(), lang: z.string(), forms: z.string() })
export type TextConcept = z.infer<typeof TextConcept>

/** Weights as signed bytes (or half bytes) in base64, times `scale`. */
const Bytes = z.object({ scale: z.number(), weights: z.string() })

/**
 * What the text classifier learned, made by `scripts/train-screen.ts` from the corpus in `content/corpus/train`: a small network. Each of
 * 2^bits hashed features stands for `width` numbers (`embedding`, half bytes); a feature whose bit in `common` is not set is not heard. Their sum, where above zero, is weighed (`out`) for each of the `classes`
 * and, last, for an emergency. Classes in `asks` are groups of dangers with their check questions; the others are kinds of harmless texts.
 * From the chance `ask` of a danger on, `askEmergency` of an emergency or `askSelfHarm` of thoughts of self-harm, a text is a question;
 * from `level` of an emergency on it is one; what a concept rule found is a level from `sure` of a danger on, a rule of emergencies from `sureEmergency` on.
 */
export const TextModel = z.object({
  version: z.string(),
  bits: z.number(),
  width: z.number(),
  classes: z.array(z.string()),
  common: z.string(),
  embedding: Bytes,
  bias: z.array(z.number()),
  out: Bytes,
  outBias: z.array(z.number()),
  ask: z.number(),
  askEmergency: z.number(),
  askSelfHarm: z.number(),
  level: z.number(),
  sure: z.number(),
  sureEmergency: z.number(),
  asks: z.record(z.string(), z.array(z.string())),
})
export type TextModel = z.infer<typeof TextModel>

/**
 * One question before each session. `severe`: what a yes comes to when the pain right now is at least that strong; for the
 * pain question itself the disposition holds from `severe.pain` on.
 */
export const PreSessionItem = z.object({
  id: z.string(),
  version: z.optional(z.number()),
  question: z.string(),
  answerType: z.enum(['yes_no', 'number_0_10']),
  severe: z.nullable(z.object({ pain: z.number(), disposition: Disposition, card: CardId })),
  maps: z.array(z.string()),
  disposition: Disposition,
  card: CardId,
})
export type PreSessionItem = z.infer<typeof PreSessionItem>

/** What ends or changes a session while it runs. */
export const StopRule = z.object({
  id: z.string(),
  version: z.optional(z.number()),
  label: z.string(),
  detectedBy: z.string(),
  action: z.enum(['emergency', 'end-session', 'stop-exercise', 'pause', 'recovery-only', 'regress']),
  signOff: SignOff,
})
export type StopRule = z.infer<typeof StopRule>

/**
 * The fixed words of a card: what to do now. `steps` in their order, `after` what is said after them. Safety text: there in every language.
 * Numbers to call are not part of it; they are the clinic's.
 */
export const SafetyCard = z.object({
  id: CardId,
  version: z.optional(z.number()),
  title: z.string(),
  lead: z.nullable(z.string()),
  steps: z.array(z.string()),
  after: z.array(z.string()),
  signOff: SignOff,
})
export type SafetyCard = z.infer<typeof SafetyCard>

/** Everything that screens for danger, under one version. `safetyNet`: the words that stand under every plan. */
export const RedFlagTable = z.object({
  items: z.array(RedFlag),
  gates: z.array(RedFlagGate),
  combinations: z.array(CombinationRule),
  patterns: z.array(TextPattern),
  concepts: z.optional(z.array(TextConcept)),
  textModel: z.optional(TextModel),
  preSession: z.array(PreSessionItem),
  stopRules: z.array(StopRule),
  cards: z.array(SafetyCard),
  safetyNet: z.string(),
  /** Every choice that the intake itself offers: such an answer was chosen, not written, and its own rules judge it. */
  offered: z.optional(z.array(z.string())),
})
export type RedFlagTable = z.infer<typeof RedFlagTable>

/** The result of a screen over answers (and over the free texts among them). */
export const TriageResult = z.object({
  disposition: Disposition,
  card: z.nullable(CardId),
  rules: z.array(z.string()),
  because: z.array(Because),
  precautionTags: z.array(z.string()),
  contentVersion: z.string(),
})
export type TriageResult = z.infer<typeof TriageResult>

/** The result of a screen over one text. `spans`: [start, end) in the text as it was written. */
export const ScreenResult = z.object({
  disposition: Disposition,
  ask: z.boolean(),
  rules: z.array(z.string()),
  asks: z.array(z.string()),
  spans: z.array(z.object({ start: z.number(), end: z.number(), rule: z.string() })),
})
export type ScreenResult = z.infer<typeof ScreenResult>
