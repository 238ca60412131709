import type { PatientRecord, PlanChange, SessionChange } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const VARIABLES: Record<PlanChange['variable'], MessageDescriptor> = {
  reps: msg`repetitions`,
  sets: msg`sets`,
  hold: msg`seconds of hold`,
  range: msg`share of range`,
  tempo: msg`tempo`,
  rest: msg`seconds of rest`,
  exercise: msg`exercise`,
  state: msg`state`,
}

/** What a session itself may change. */
export const WITHIN: Record<SessionChange['variable'], MessageDescriptor> = {
  range: msg`less range`,
  tempo: msg`slower`,
  reps: msg`fewer`,
  sets: msg`fewer sets`,
  exercise: msg`an easier exercise`,
  rest: msg`more rest`,
  skip: msg`left out`,
  end: msg`ended`,
}

export const DIRECTIONS: Record<PlanChange['direction'], { sign: string; label: MessageDescriptor }> = {
  easier: { sign: '↓', label: msg`easier` },
  harder: { sign: '↑', label: msg`harder` },
  same: { sign: '→', label: msg`same` },
}

/** The item's title as the plan names it. */
export function titleOf(record: PatientRecord, planItemId: string): string {
  return (
    record.plan?.items.find((item) => item.id === planItemId)?.title ?? record.texts[planItemId] ?? planItemId
  )
}

/** A value of a change in words: a share as per cent, an exercise by its name. */
export function valueOf(record: PatientRecord, change: PlanChange, value: string | number): string {
  if (change.variable === 'range' && typeof value === 'number') return `${Math.round(value * 100)} %`
  return record.texts[String(value)] ?? String(value)
}
