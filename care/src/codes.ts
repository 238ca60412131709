import * as z from 'zod/mini'
import { SignOff } from './ids.ts'

/**
 * A code of another system. `state`: `verified` seen in that system or a public list of it; `secondary` seen in a second-hand source;
 * `remembered` not looked up: confirm before use; `refused` must not be used for this (a known mistake), `use` says why. CPT descriptors
 * are the AMA's: `display` is a paraphrase of ours, never the descriptor.
 */
export const Code = z.object({
  id: z.string(),
  version: z.number(),
  system: z.enum(['icd-10-cm', 'snomed-ct', 'loinc', 'cpt', 'hcpcs', 'local']),
  code: z.string(),
  display: z.string(),
  use: z.string(),
  topic: z.enum(['diagnosis', 'finding', 'measure', 'visit', 'treatment', 'monitoring']),
  state: z.enum(['verified', 'secondary', 'remembered', 'refused']),
  url: z.nullable(z.string()),
})
export type Code = z.infer<typeof Code>

/** A rule of billing in words, for whoever builds and checks the ledger. Not legal advice. */
export const BillingRule = z.object({
  id: z.string(),
  about: z.enum(['monitoring', 'timed', 'medicare']),
  text: z.string(),
  numbers: z.record(z.string(), z.number()),
  state: z.enum(['verified', 'secondary', 'remembered']),
  url: z.nullable(z.string()),
})
export type BillingRule = z.infer<typeof BillingRule>

/** All codes and rules of billing, dated: they change every year. */
export const CodeTable = z.object({
  version: z.number(),
  validFor: z.string(),
  warning: z.string(),
  codes: z.array(Code),
  rules: z.array(BillingRule),
  signOff: SignOff,
})
export type CodeTable = z.infer<typeof CodeTable>
