import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import { CheckAnswers } from '../message/message.ts'
import { CardId } from '../triage/red-flag.ts'

/** What a document can be. `other` is what no row names; its title says it. */
export const DOCUMENT_KINDS = ['referral', 'imaging', 'insurance', 'photograph', 'other'] as const
export const DocumentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof DocumentKind>

/** What a document is by its content, and how it is served. What is no row here is not taken. */
export const DOCUMENT_TYPES = {
  pdf: { media: 'application/pdf', ending: 'pdf' },
  jpeg: { media: 'image/jpeg', ending: 'jpg' },
} as const
export const DocumentType = z.enum(['pdf', 'jpeg'])
export type DocumentType = z.infer<typeof DocumentType>

/**
 * What a document may be at most. `bytes`: of the file; `title`: letters; `perDay`, `perPerson`: how many of one person in a day of 24
 * hours and in all, so that nobody fills the clinic's disk.
 */
export const DOCUMENT_LIMITS = {
  bytes: 5_000_000,
  title: 120,
  name: 200,
  perDay: 10,
  perPerson: 100,
} as const

/** Bytes of a request with one document: four letters for three bytes, and the rest. */
export const DOCUMENT_REQUEST = Math.ceil((DOCUMENT_LIMITS.bytes * 4) / 3) + 4000

const given = {
  id: Uuid,
  kind: DocumentKind,
  title: z.string().check(z.trim(), z.maxLength(DOCUMENT_LIMITS.title)),
  name: z.string().check(z.maxLength(DOCUMENT_LIMITS.name)),
  data: z.base64().check(z.minLength(4), z.maxLength(Math.ceil(DOCUMENT_LIMITS.bytes / 3) * 4)),
}

/** A document from somebody of the clinic, under an id that the page made. `name`: as the file was called; `data`: the file in base64. */
export const DocumentFromClinic = z.object(given)
export type DocumentFromClinic = z.infer<typeof DocumentFromClinic>

/**
 * A document from the person. `title`: what they wrote about it, screened for warning signs like a message; `answers`: to the check
 * questions that its words called for. What was asked and not answered counts as yes.
 */
export const DocumentSent = z.object({
  ...given,
  lang: z.string().check(z.minLength(2), z.maxLength(20)),
  answers: CheckAnswers,
})
export type DocumentSent = z.infer<typeof DocumentSent>

/** Why a document is not taken, as a code of `ERRORS`. */
export const DocumentRefusal = z.enum([
  'document-unknown',
  'document-locked',
  'document-active',
  'document-holds-files',
  'documents-full',
])
export type DocumentRefusal = z.infer<typeof DocumentRefusal>

/** What a person's document came to. `refused`: the file was not taken, and the words that named a danger were kept all the same. */
export const DocumentReply = z.object({ refused: z.nullable(DocumentRefusal), card: z.nullable(CardId) })
export type DocumentReply = z.infer<typeof DocumentReply>

/** A document as it is listed. `by`: the name of whoever of the clinic gave it, null for the person's own; `mine`: the reader gave it. */
export const DocumentRow = z.object({
  id: Uuid,
  kind: DocumentKind,
  type: DocumentType,
  title: z.string(),
  name: z.string(),
  bytes: z.int(),
  from: z.enum(['patient', 'clinic']),
  by: z.nullable(z.string()),
  mine: z.boolean(),
  at: Instant,
})
export type DocumentRow = z.infer<typeof DocumentRow>

/** A whole document as it leaves: its name, what it is, and the file in base64. The server sends the file itself. */
export const DocumentFile = z.object({ name: z.string(), media: z.string(), data: z.string() })
export type DocumentFile = z.infer<typeof DocumentFile>
