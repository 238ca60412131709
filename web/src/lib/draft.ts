import { Answer, Goal, MovementTestResult } from '@dorsal/care'
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import * as z from 'zod/mini'
import { newId } from './new-id.ts'
import { forget, keep, readKept } from './store.ts'

const pain = z.nullable(z.number())

/**
 * The intake while it is being answered, as it lies on this device. It is the whole truth until the server has
 * acknowledged it. `asked`: warning-sign items that a text the person wrote calls for, each with the question that it came from.
 * `done`: steps that were passed, so that an optional one left empty is not put again. `stop`: the screen whose answer stopped the intake, and whether the
 * clinic has it.
 */
export const Draft = z.object({
  intakeId: z.uuid(),
  consentVersion: z.string(),
  yearOfBirth: z.nullable(z.number()),
  sex: z.nullable(z.enum(['female', 'male', 'other'])),
  answers: z.record(z.string(), Answer),
  goals: z.array(Goal),
  pain: z.object({ now: pain, average: pain, worst: pain }),
  asked: z.array(z.object({ item: z.string(), after: z.string() })),
  done: z.array(z.string()),
  movementTests: z.record(z.string(), MovementTestResult),
  stop: z.nullable(z.object({ stepId: z.string(), sent: z.boolean() })),
})
export type Draft = z.infer<typeof Draft>

/** A fresh draft, right after consent. */
export function startDraft(consentVersion: string): Draft {
  return {
    intakeId: newId(),
    consentVersion,
    yearOfBirth: null,
    sex: null,
    answers: {},
    goals: [],
    pain: { now: null, average: null, worst: null },
    asked: [],
    done: [],
    movementTests: {},
    stop: null,
  }
}

export const draftQuery = queryOptions({
  queryKey: ['draft'],
  queryFn: async (): Promise<Draft | null> => {
    const kept = Draft.safeParse(await readKept('draft'))
    return kept.success ? kept.data : null
  },
  networkMode: 'always',
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

export type Patch = Partial<Draft> | ((draft: Draft) => Partial<Draft>)

/** The draft of this device and a way to change it; each change is stored at once. */
export function useDraft(): {
  draft: Draft | null
  change: (patch: Patch) => void
  begin: (consentVersion: string) => Promise<void>
  discard: () => Promise<void>
} {
  const client = useQueryClient()
  const draft = useSuspenseQuery(draftQuery).data
  const write = useCallback(
    async (next: Draft | null) => {
      client.setQueryData(draftQuery.queryKey, next)
      await (next ? keep('draft', next) : forget('draft'))
    },
    [client],
  )
  const change = useCallback(
    (patch: Patch) => {
      const current = client.getQueryData(draftQuery.queryKey)
      if (current) void write({ ...current, ...(typeof patch === 'function' ? patch(current) : patch) })
    },
    [client, write],
  )
  const begin = useCallback((consentVersion: string) => write(startDraft(consentVersion)), [write])
  const discard = useCallback(() => write(null), [write])
  return { draft, change, begin, discard }
}
