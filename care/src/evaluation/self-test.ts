import * as z from 'zod/mini'
import { Condition } from '../condition.ts'
import { SignOff } from '../ids.ts'

/**
 * Whether a test is worth somebody's time today. `when`: answers and first results that make it matter; `weight`: how much, among the others;
 * `minutes`: what it takes with reading.
 */
export const TestOffer = z.object({ when: Condition, weight: z.number(), minutes: z.number() })
export type TestOffer = z.infer<typeof TestOffer>

/**
 * A test that the person does alone and judges alone, for what no camera test shows: the length of a muscle, strength that lasts, ribs
 * that move with the breath, turning of the hips. `means` says when each answer is the right one; `stop` when to leave it; `position` and `needs` what
 * it takes; `skipTags` who leaves it out; `finding` what it speaks for. A worse answer on one side counts.
 * Its verdict is a person's own impression: it raises a finding with less confidence than a measurement and never decides alone.
 */
export const SelfTest = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  why: z.string(),
  steps: z.array(z.string()),
  sides: z.enum(['each', 'one']),
  means: z.object({ pass: z.string(), limited: z.string(), painful: z.string() }),
  stop: z.string(),
  position: z.enum(['seated', 'standing', 'back', 'side', 'front', 'kneeling']),
  needs: z.array(z.string()),
  skipTags: z.array(z.string()),
  finding: z.string(),
  offer: TestOffer,
  evidence: z.enum(['thoracic', 'borrowed', 'weak']),
  sources: z.array(z.string()),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type SelfTest = z.infer<typeof SelfTest>
