import { draftOf, type Plan, type PlanDraft } from '@dorsal/care'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useReducer, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { nowInstant } from '../../lib/time.ts'
import { act, type DraftAct } from './draft-state.ts'
import { keepDraft, type KeptDraft } from './kept-draft.ts'

const PAUSE_MS = 250

/** A value as it was when it last stood still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

type Given = { patientId: string; staffId: string; plan: Plan; kept: KeptDraft | null }

/**
 * A draft on the desk: what changes it, what the rules say to it a moment after the last change, and why. It lies sealed on this device
 * until it is saved or thrown away.
 */
export function useDesk({ patientId, staffId, plan, kept }: Given) {
  const [{ draft, past }, change] = useReducer(act, {
    draft: kept?.draft ?? draftOf(plan),
    past: [],
  })
  const [why, setWhy] = useState(kept?.why ?? '')
  const settled = useSettled(draft)
  const check = useQuery({
    queryKey: ['plan-check', patientId, settled],
    queryFn: ({ signal }) =>
      call('checkPlan', { params: { id: patientId }, body: { draft: settled }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
  const ended = useRef(false)
  const touched = past.length > 0 || kept !== null || why !== ''
  useEffect(() => {
    if (touched && !ended.current)
      void keepDraft(staffId, patientId, { patientId, at: nowInstant(), why, draft })
  }, [draft, why, touched, staffId, patientId])
  const end = async (next: PlanDraft) => {
    ended.current = true
    await keepDraft(staffId, patientId, null)
    change({ do: 'begin', draft: next })
    setWhy('')
    ended.current = false
  }
  return {
    draft,
    change: (what: DraftAct) => change(what),
    mayUndo: past.length > 0,
    why,
    setWhy,
    checked: check.data,
    /** What is shown was said of this very draft. */
    fresh: settled === draft && check.data !== undefined && !check.isPlaceholderData && !check.isError,
    checkError: check.error,
    end,
  }
}

export type Desk = ReturnType<typeof useDesk>
