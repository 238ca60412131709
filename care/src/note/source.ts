import * as z from 'zod/mini'
import { Instant } from '../ids.ts'
import type { PatientRecord } from '../panel/panel.ts'
import type { Treatment } from './treatment.ts'

/**
 * Where a sentence comes from. `note`: the note before this one, by its moment; `content`: the rules
 * and tests themselves (`id` names the item); `author`: whoever writes the note, no
 * record says it.
 */
export const NoteSource = z.object({
  kind: z.enum([
    'intake',
    'triage',
    'evaluation',
    'plan',
    'session',
    'check-in',
    'day',
    'decision',
    'proposal',
    'course',
    'treatment',
    'note',
    'content',
    'author',
  ]),
  /** Of the session, check-in, day, proposal or item of content; of a decision its moment; null where there is one only. */
  id: z.nullable(z.string().check(z.maxLength(120))),
  at: z.nullable(Instant),
  /** The way to the value inside of that record, key by key. */
  part: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(8)),
})
export type NoteSource = z.infer<typeof NoteSource>

/** What a note is drafted from: the record of one person. */
export type NoteRecord = Pick<
  PatientRecord,
  | 'createdAt'
  | 'intake'
  | 'triage'
  | 'plan'
  | 'decisions'
  | 'reports'
  | 'told'
  | 'checkIns'
  | 'course'
  | 'proposals'
  | 'texts'
>

type Given = { record: NoteRecord; treatments: readonly Treatment[] }

const WHERE: Readonly<
  Record<
    Exclude<NoteSource['kind'], 'note' | 'content' | 'author'>,
    (given: Given, id: string | null) => unknown
  >
> = {
  intake: ({ record }) => record.intake,
  triage: ({ record }) => record.triage,
  evaluation: ({ record }) => record.plan?.evaluation,
  plan: ({ record }) => record.plan,
  session: ({ record }, id) => record.reports.find(({ report }) => report.id === id)?.report,
  'check-in': ({ record }, id) => record.checkIns.find((one) => one.id === id),
  day: ({ record }, id) => record.told.find((one) => one.id === id),
  decision: ({ record }, id) => record.decisions.find(({ at, kind }) => `${kind} ${at}` === id),
  proposal: ({ record }, id) => record.proposals.find((one) => one.id === id),
  course: ({ record }) => record.course,
  treatment: ({ treatments }, id) => treatments.find((one) => one.id === id),
}

/** The part of the record that a source names; undefined where there is none (nothing was asked or measured there). */
export function partOf(source: NoteSource, given: Given): unknown {
  if (source.kind === 'note' || source.kind === 'content' || source.kind === 'author') return undefined
  return source.part.reduce<unknown>(
    (value, key) => {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
      return (value as Record<string, unknown>)[key]
    },
    WHERE[source.kind](given, source.id),
  )
}
