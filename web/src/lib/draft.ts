import { Answer, MovementTestResult, SelfTestResult } from '@dorsal/care'
import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { newId } from './new-id.ts'
import { forget, keep, readKept } from './store.ts'

const pain = z.nullable(z.number())

/**
 * The intake while it is being answered, as it lies on this device. It is the whole truth until the server has
 * acknowledged it. `asked`: warning-sign items that a text the person wrote calls for, each with the question that it came from.
 * `goals`: `now` is null until a number was chosen. `done`: steps that were passed, so that an optional one left empty is not put again. `stop`: the screen whose answer stopped the intake, and whether the
 * clinic has it.
 */
export const Draft = z.object({
  intakeId: z.uuid(),
  consentVersion: z.string(),
  yearOfBirth: z.nullable(z.number()),
  sex: z.nullable(z.enum(['female', 'male', 'other'])),
  answers: z.record(z.string(), Answer),
  goals: z.array(z.object({ text: z.string(), now: z.nullable(z.number()) })),
  pain: z.object({ now: pain, average: pain, worst: pain }),
  asked: z.array(z.object({ item: z.string(), after: z.string() })),
  done: z.array(z.string()),
  movementTests: z.record(z.string(), MovementTestResult),
  selfTests: z._default(z.record(z.string(), SelfTestResult), {}),
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
    selfTests: {},
    stop: null,
  }
}

/** The draft in memory: undefined before it was read from the device, null where there is none. */
let current: Draft | null | undefined
const listeners = new Set<() => void>()
let reading: Promise<void> | undefined

function put(next: Draft | null): void {
  current = next
  for (const listener of listeners) listener()
}

/** Reads the draft of this device once; a page that needs it waits for this. */
export function loadDraft(): Promise<void> {
  reading ??= readDraft()
  return reading
}

async function readDraft(): Promise<void> {
  const kept = Draft.safeParse(await readKept('draft'))
  if (current === undefined) put(kept.success ? kept.data : null)
}

/** The draft as it is this moment, for what happens outside of rendering. */
export function draftNow(): Draft | null {
  return current ?? null
}

/** Two tabs hold one draft: what one writes the other reads, so that neither writes over an answer of the other. */
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('dorsal-draft')

function tellOthers(): void {
  tabs?.postMessage('changed')
}

async function readAgain(): Promise<void> {
  const kept = Draft.safeParse(await readKept('draft'))
  put(kept.success ? kept.data : null)
}

tabs?.addEventListener('message', () => {
  if (current !== undefined) void readAgain()
})

export type Patch = Partial<Draft> | ((draft: Draft) => Partial<Draft>)

/** Changes the draft at once and stores it on the device. Without a draft there is nothing to change. */
export function changeDraft(patch: Patch): void {
  if (!current) return
  put({ ...current, ...(typeof patch === 'function' ? patch(current) : patch) })
  void keep('draft', current).then(tellOthers)
}

/** Begins an empty draft, right after consent. */
export async function beginDraft(consentVersion: string): Promise<void> {
  put(startDraft(consentVersion))
  await keep('draft', current)
  tellOthers()
}

/** Removes the draft: the server has it, or it must not be kept. */
export async function discardDraft(): Promise<void> {
  put(null)
  await forget('draft')
  tellOthers()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The draft of this device; null without one, and until it was read. */
export function useDraft(): Draft | null {
  return useSyncExternalStore(subscribe, draftNow, draftNow)
}
