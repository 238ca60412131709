import * as z from 'zod/mini'
import { byId, done, endpoint } from '../contract/endpoint.ts'
import { CoverageEntry, CoverageKind, CoverageWish, CoverageWords, MOST_FOUND } from './coverage.ts'

/** What everybody may know of an entry that was found. */
export const CoverageFound = z.pick(CoverageEntry, {
  kind: true,
  name: true,
  state: true,
  note: true,
  pays: true,
})
export type CoverageFound = z.infer<typeof CoverageFound>

/**
 * The answer to a search. Something that is only like what was typed is named and no more is said of it, until it is asked for by its name.
 */
export const CoverageReply = z.object({
  listed: z.array(CoverageFound).check(z.maxLength(MOST_FOUND)),
  perhaps: z
    .array(z.object({ kind: CoverageKind, name: z.string(), called: z.string() }))
    .check(z.maxLength(MOST_FOUND)),
})
export type CoverageReply = z.infer<typeof CoverageReply>

/** A line of a pasted list that cannot be taken, or what it would do. */
export const PastedReply = z.object({
  lines: z.array(
    z.object({
      at: z.number(),
      fault: z.nullable(z.string()),
      does: z.nullable(z.enum(['add', 'change', 'nothing'])),
      name: z.string(),
    }),
  ),
  /** Whether it was done: with a fault in it nothing is. */
  kept: z.boolean(),
})
export type PastedReply = z.infer<typeof PastedReply>

/** The rows of the API for what the clinic accepts. What somebody searches for travels in the body and is kept nowhere. */
export const coverageRows = {
  coverage: endpoint({
    method: 'GET',
    path: '/api/coverage',
    action: 'public.read',
    summary:
      'Whether the clinic keeps a list of employers and health plans, what a visit costs and what is free',
    params: null,
    body: null,
    reply: z.extend(CoverageWords, { kept: z.boolean() }),
    perMinute: null,
  }),
  searchCoverage: endpoint({
    method: 'POST',
    path: '/api/coverage/search',
    action: 'public.read',
    summary: 'Whether an employer or health plan is accepted; nothing of it is kept, and it is about nobody',
    params: null,
    body: z.object({ typed: z.string().check(z.minLength(1), z.maxLength(120)) }),
    reply: CoverageReply,
    perMinute: 60,
  }),
  coverageEntries: endpoint({
    method: 'GET',
    path: '/api/coverage/entries',
    action: 'clinic.coverage',
    summary: 'The whole list of employers and health plans',
    params: null,
    body: null,
    reply: z.object({ entries: z.array(CoverageEntry), words: CoverageWords }),
    perMinute: null,
  }),
  putCoverage: endpoint({
    method: 'PUT',
    path: '/api/coverage/entries/:id',
    action: 'clinic.coverage',
    summary: 'Add or change an employer or health plan',
    params: byId,
    body: CoverageWish,
    reply: done,
    perMinute: 120,
  }),
  dropCoverage: endpoint({
    method: 'DELETE',
    path: '/api/coverage/entries/:id',
    action: 'clinic.coverage',
    summary: 'Take an entry off the list that should never have been on it',
    params: byId,
    body: null,
    reply: done,
    perMinute: 120,
  }),
  pasteCoverage: endpoint({
    method: 'POST',
    path: '/api/coverage/import',
    action: 'clinic.coverage',
    summary: 'Read a pasted list; it is kept only when it was confirmed and has no fault',
    params: null,
    body: z.object({
      text: z.string().check(z.minLength(1), z.maxLength(200_000)),
      usual: CoverageKind,
      confirmed: z.boolean(),
    }),
    reply: PastedReply,
    perMinute: 30,
  }),
  setCoverageWords: endpoint({
    method: 'PUT',
    path: '/api/coverage/words',
    action: 'clinic.coverage',
    summary: 'Say what a visit costs whoever pays it themselves, and what is free',
    params: null,
    body: CoverageWords,
    reply: done,
    perMinute: 30,
  }),
} as const
